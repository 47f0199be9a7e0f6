# Scripts that are no text: binary, wrong encoding, null bytes.
cd "$TMPDIR" || exit 1
last() { $ADDER "$1" 2>&1 | tail -n 1 | sed "s|$TMPDIR/||g"; $ADDER "$1" >/dev/null 2>&1; echo "status $?"; }
printf 'x = 1\nprint("caf\351")\n' > latin.py
last latin.py
# expect: SyntaxError: Non-UTF-8 code starting with '\xe9' in file latin.py on line 2, but no encoding declared; see https://peps.python.org/pep-0263/ for details
# expect: status 1
printf 'print(1)\nx = "\0"\n' > null.py
last null.py
# expect: SyntaxError: source code cannot contain null bytes
# expect: status 1
printf '\377\376\001\002' > binary.py
$ADDER binary.py >/dev/null 2>&1; echo $?       # expect: 1
printf '# -*- coding: latin-1 -*-\nprint("caf\351" == "caf\\xe9")\n' > declared.py
$ADDER declared.py                              # expect: True
printf '# coding: no-such-codec\n' > unknown.py
last unknown.py
# expect: SyntaxError: encoding problem: no-such-codec
# expect: status 1
head -c 100000 /dev/urandom > random.py
$ADDER random.py >/dev/null 2>&1; echo $?       # expect: 1
