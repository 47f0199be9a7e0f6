# Recursion stays safe when the C stack is small; CPython dies of it.
# python: no
# skip-mode: stress a collection at every step of something this big takes hours
cd "$TMPDIR" || exit 1
cat > deep.py <<'EOF'
class R:
    def __repr__(self): return repr(self)
class E:
    def __eq__(self, o): return self == o
def f(n): return f(n + 1)
def nest(n):
    x = None
    for _ in range(n): x = [x]
    return x
for g in (lambda: repr(R()), lambda: E() == 1, lambda: f(0), lambda: repr(nest(100000)), lambda: eval("-" * 5000 + "1"),
          lambda: nest(100000) == nest(100000), lambda: eval("f(" * 150 + "1" + ")" * 150)):
    try: g()
    except (RecursionError, MemoryError): pass
x = nest(1000000)
del x
print("alive")
EOF
( ulimit -s 1024; $ADDER deep.py )              # expect: alive
( ulimit -s 8192; $ADDER deep.py )              # expect: alive
