# Jumps over very long code, forwards and backwards.
# skip-mode: stress a collection at every step of something this big takes hours
def run(source):
    ns = {}
    exec(source, ns)
    return ns["f"]
for n in (60, 300, 70_000):
    body = "  x = x + 1\n" * n
    f = run(f"def f(c, x):\n if c:\n{body} else:\n{body}  x = -x\n return x")
    print(n, f(1, 0), f(0, 0))
    body = "  x += 1\n" * n
    f = run(f"def f(x):\n for i in range(3):\n{body}  if i == 1: continue\n  x += 1000000\n return x")
    print(n, f(0))
    f = run(f"def f(x):\n while x < {n * 2}:\n{body} else:\n  x = -x\n return x")
    print(n, f(0))
    f = run(f"def f(x):\n try:\n{body}  x / (x - {n})\n except ZeroDivisionError:\n{body}  return x\n finally:\n{body}")
    print(n, f(0))
    f = run("def f(x): return " + " or ".join(["x"] * min(n, 3000) + ["5"]))
    print(n, f(0), f(7))
# expect: 60 60 -60
# expect: 60 2000180
# expect: 60 -120
# expect: 60 120
# expect: 60 5 7
# expect: 300 300 -300
# expect: 300 2000900
# expect: 300 -600
# expect: 300 600
# expect: 300 5 7
# expect: 70000 70000 -70000
# expect: 70000 2210000
# expect: 70000 -140000
# expect: 70000 140000
# expect: 70000 5 7
f = run("def f(x):\n" + "".join(f" if x == {i}: return {i * 2}\n" for i in range(20_000)))
print(f(0), f(19_999), f(-1))  # expect: 0 39998 None
