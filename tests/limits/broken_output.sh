# Standard streams that are closed, full or gone.
# skip: not yet as CPython does it
cd "$TMPDIR" || exit 1
$ADDER -c 'print("x")' >&-; echo $?                                   # expect: 0
$ADDER -c 'print("x")' 2>&- ; echo $?
# expect: x
# expect: 0
$ADDER -c 'print(1)
1 / 0' 2>&-; echo $?
# expect: 1
# expect: 1
$ADDER -c 'import sys
try: input()
except Exception as e: print(type(e).__name__)' <&-                   # expect: RuntimeError
$ADDER -c 'print("x")' > /dev/full 2>/dev/null; echo $?               # expect: 1
$ADDER -c 'while True: print("line")' 2>/dev/null | head -n 1         # expect: line
$ADDER -c 'import sys
sys.stdout = None
print("nowhere")
sys.stdout = 5
try: print("x")
except AttributeError as e: sys.stderr.write(str(e) + "\n")
del sys.stdout
try: print("x")
except RuntimeError as e: sys.stderr.write(str(e) + "\n")' 2>&1
# expect: 'int' object has no attribute 'write'
# expect: lost sys.stdout
$ADDER -c 'print("\ud800")' 2>&1 | tail -n 1
# expect: UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
$ADDER -c 'import sys
sys.stderr = None
1 / 0'; echo $?                                                       # expect: 1
