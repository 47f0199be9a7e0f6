# Out of memory is a MemoryError that can be caught; the program goes on.
# skip-mode: asan its shadow memory does not fit below a limit
# skip-mode: stress blocks are never reused there
cd "$TMPDIR" || exit 1
limited() { ( ulimit -v 400000; $ADDER "$@" ); }
limited -c 'x = [0] * 10 ** 9' 2>&1 | tail -n 1             # expect: MemoryError
limited -c 'x = [0] * 10 ** 9' 2>/dev/null; echo $?         # expect: 1
limited -c 'x = "a" * 10 ** 10' 2>&1 | tail -n 1            # expect: MemoryError
limited -c 'x = [1]
while True: x += x' 2>&1 | tail -n 1                        # expect: MemoryError
limited -c 'x = "a"
while True: x += x' 2>&1 | tail -n 1                        # expect: MemoryError
limited -c 'x = 3
while True: x = x << (x.bit_length() * 2)' 2>&1 | tail -n 1   # expect: MemoryError
limited -c 'print(f"{1:1000000000}")' 2>&1 | tail -n 1      # expect: MemoryError
limited -c 'print("%0999999999d" % 1)' 2>&1 | tail -n 1     # expect: MemoryError
limited -c '"x".zfill(10 ** 9)' 2>&1 | tail -n 1            # expect: MemoryError
limited -c 'list(range(10 ** 9))' 2>&1 | tail -n 1          # expect: MemoryError
limited -c '"ab".replace("a", "c" * 10 ** 8).replace("c", "dddddd")' 2>&1 | tail -n 1   # expect: MemoryError
