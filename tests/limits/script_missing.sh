# A script that is not there: a message and exit status 2.
# skip: not yet as CPython does it
$ADDER no-such-file.py 2>&1 | sed 's/^[^:]*: //'
# expect: can't open file 'no-such-file.py': [Errno 2] No such file or directory
$ADDER no-such-file.py 2>/dev/null; echo $?     # expect: 2
$ADDER no/such/dir/x.py 2>/dev/null; echo $?    # expect: 2
$ADDER "" 2>/dev/null; echo $?                  # expect: 1
