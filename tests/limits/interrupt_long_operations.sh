# Ctrl-C is heard inside long operations of the interpreter itself, too.
# skip: not yet as CPython does it
# python: no
for busy in 'x = 3 ** 10 ** 8' '"a" * 10 ** 6 in "a" * 10 ** 9' 'list(range(10 ** 18))' 'sum(range(10 ** 18))' 'max(iter(int, 1))' \
    'any(map(int, iter(int, 1)))' 'sorted(iter(int, 1))' '10 ** 18 in iter(int, 1)'; do
    timeout -k 10 --preserve-status -s INT 1 $ADDER -c "$busy" >/dev/null 2>&1; status=$?
    case $status in 130|1|0) echo ok ;; *) echo "status $status: $busy" ;; esac
done
# expect: ok
# expect: ok
# expect: ok
# expect: ok
# expect: ok
# expect: ok
# expect: ok
# expect: ok
