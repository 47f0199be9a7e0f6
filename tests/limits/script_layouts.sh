# Empty files, files without a last newline, with CRLF, with a byte-order mark, with a form feed, very long ones.
cd "$TMPDIR" || exit 1
run() { $ADDER x.py; echo "status $?"; }
: > x.py; run                                   # expect: status 0
printf '   \n\t\n\n# comment' > x.py; run       # expect: status 0
printf 'print("no newline")' > x.py; run
# expect: no newline
# expect: status 0
printf 'if True:\r\n    print("crlf")\r\n' > x.py; run
# expect: crlf
# expect: status 0
printf '\357\273\277print("bom")\n' > x.py; run
# expect: bom
# expect: status 0
printf 'x = 1\n\014\nprint("form feed")\n' > x.py; run
# expect: form feed
# expect: status 0
printf 'if 1:\n    print("eof in block")' > x.py; run
# expect: eof in block
# expect: status 0
printf '#!/usr/bin/env adder\nprint("hash bang")\n' > x.py; run
# expect: hash bang
# expect: status 0
awk 'BEGIN { for (i = 0; i < 200000; i++) print "x = " i; print "print(x)" }' > x.py; run
# expect: 199999
# expect: status 0
