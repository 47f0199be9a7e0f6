# -W: what is done with warnings, and complaints about wrong options.
W='import warnings; warnings.warn("one"); warnings.warn("two", DeprecationWarning); print("end")'
run() { $ADDER "$@" 2>&1 | grep -v '^ ' | sed 's/<string>://'; }
run -c "$W"
# expect: 1: UserWarning: one
# expect: 1: DeprecationWarning: two
# expect: end
run -W ignore -c "$W"                                # expect: end
run -Wignore::DeprecationWarning -c "$W"
# expect: 1: UserWarning: one
# expect: end
run -W error -c "$W"
# expect: Traceback (most recent call last):
# expect: UserWarning: one
run -W ignore -W "error:TW" -c "$W"
# expect: Traceback (most recent call last):
# expect: DeprecationWarning: two
run -W e::DeprecationWarning:__main__ -W i::UserWarning -c "$W"
# expect: Traceback (most recent call last):
# expect: DeprecationWarning: two
run -W error:::elsewhere -W 'ignore:on' -W ignore::::9 -c "$W"
# expect: 1: DeprecationWarning: two
# expect: end
run -W always -c 'import warnings
for i in range(2): warnings.warn("x")'
# expect: 2: UserWarning: x
# expect: 2: UserWarning: x
run -W foo -W error::Nope -W ignore::x.Y -W error:::a:zz -W a:b:c:d:e:f -W error::int -W d -c 'import sys; print(sys.warnoptions)'
# expect: Invalid -W option ignored: invalid action: 'foo'
# expect: Invalid -W option ignored: unknown warning category: 'Nope'
# expect: Invalid -W option ignored: invalid module name: 'x'
# expect: Invalid -W option ignored: invalid lineno 'zz'
# expect: Invalid -W option ignored: too many fields (max 5): 'a:b:c:d:e:f'
# expect: Invalid -W option ignored: invalid warning category: 'int'
# expect: ['foo', 'error::Nope', 'ignore::x.Y', 'error:::a:zz', 'a:b:c:d:e:f', 'error::int', 'd']
run -W error -c 'print("\d")' | tail -n 1           # expect: SyntaxError: invalid escape sequence '\d'
run -W ignore -c 'print("\d")'                      # expect: \d
$ADDER -W 2>/dev/null; echo $?                      # expect: 2
cat > "$TMPDIR/mod.py" <<X
import warnings
warnings.warn("in a module", DeprecationWarning)
warnings.warn("shown")
X
cd "$TMPDIR" || exit 1
run -c 'import mod' 2>&1 | sed 's/.*mod.py/mod.py/'
# expect: mod.py:3: UserWarning: shown
run -W "error::DeprecationWarning:mod" -c 'import mod' 2>&1 | tail -n 1
# expect: DeprecationWarning: in a module
