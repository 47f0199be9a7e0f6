# A program that runs out of memory again and again, in every kind of allocation; CPython dies of it.
# python: no
# skip-mode: asan its shadow memory does not fit below a limit
# skip-mode: stress blocks are never reused there
cd "$TMPDIR" || exit 1
limited() { ( ulimit -v 400000; $ADDER "$@" ); }
cat > caught.py <<'EOF'
def fill(make):
    kept = []
    try:
        while True: kept.append(make(len(kept)))
    except MemoryError:
        pass
    n = len(kept)
    del kept
    return n > 1000
print(fill(lambda i: "x" * 1000 + str(i)))
print(fill(lambda i: [i, i + 1, i + 2]))
print(fill(lambda i: {i: str(i)}))
print(fill(lambda i: (i, 1.5 * i)))
class C: pass
def instance(i):
    c = C()
    c.a = i
    return c
print(fill(instance))
print(fill(lambda i: lambda: i))
d = {}
try:
    i = 0
    while True:
        d[i] = str(i)
        i += 1
except MemoryError:
    n = len(d)
    d = None
print(n > 1000)
x = None
try:
    while True: x = [x]
except MemoryError:
    x = None
print("goes on", sum(range(1000)))
EOF
limited caught.py; echo $?
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: True
# expect: goes on 499500
# expect: 0
