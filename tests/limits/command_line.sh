# Ways to give a program, and wrong ways.
cd "$TMPDIR" || exit 1
$ADDER -c 'print(1 + 1)'                        # expect: 2
$ADDER -c 'import sys; print(sys.argv)' a -b "c d"
# expect: ['-c', 'a', '-b', 'c d']
echo 'print("from stdin")' | $ADDER             # expect: from stdin
echo 'import sys; print(sys.argv)' | $ADDER - x
# expect: ['-', 'x']
echo 'import sys; print(sys.argv)' > s.py
$ADDER s.py -c --help -5
# expect: ['s.py', '-c', '--help', '-5']
$ADDER -c 'print(__name__)'                     # expect: __main__
$ADDER -c '1 / 0' 2>&1 | tail -n 1              # expect: ZeroDivisionError: division by zero
$ADDER -c '1 / 0' 2>/dev/null; echo $?          # expect: 1
$ADDER -c 'if' 2>&1 | tail -n 1                 # expect: SyntaxError: invalid syntax
$ADDER -c 'x = 1
print(x)
  y' 2>&1 | tail -n 1                           # expect: IndentationError: unexpected indent
$ADDER -c 2>/dev/null; echo $?                  # expect: 2
$ADDER --no-such-option 2>/dev/null; echo $?    # expect: 2
$ADDER -c ''; echo $?                           # expect: 0
$ADDER < /dev/null; echo $?                     # expect: 0
