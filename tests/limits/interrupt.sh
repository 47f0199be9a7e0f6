# Ctrl-C in a busy loop: KeyboardInterrupt, a traceback, and death by the signal.
# skip: not yet as CPython does it
cd "$TMPDIR" || exit 1
cat > busy.py <<'EOF'
def loop():
    while True:
        pass
loop()
EOF
timeout --preserve-status -s INT 1 $ADDER busy.py 2>err; echo $?      # expect: 130
tail -n 1 err                                                         # expect: KeyboardInterrupt
grep -c 'in loop' err                                                 # expect: 1
cat > caught.py <<'EOF'
try:
    while True: pass
except KeyboardInterrupt:
    print("caught")
finally:
    print("cleanup")
print("goes on")
EOF
timeout --preserve-status -s INT 1 $ADDER caught.py; echo $?
# expect: caught
# expect: cleanup
# expect: goes on
# expect: 0
for busy in 'for i in range(10 ** 18): pass' 'sum(i for i in range(10 ** 18))' '[0 for _ in iter(int, 1)]' \
    'def f(): f()
while True:
    try: f()
    except RecursionError: pass' 'import time; time.sleep(100)' 'while True: str(10 ** 2000)' 'x = [1]
while x: x.append(x.pop())'; do
    timeout --preserve-status -s INT 1 $ADDER -c "$busy" >/dev/null 2>err; echo $? "$(tail -n 1 err)"
done
# expect: 130 KeyboardInterrupt
# expect: 130 KeyboardInterrupt
# expect: 130 KeyboardInterrupt
# expect: 130 KeyboardInterrupt
# expect: 130 KeyboardInterrupt
# expect: 130 KeyboardInterrupt
# expect: 130 KeyboardInterrupt
