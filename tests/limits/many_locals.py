# Functions with more locals, constants, names and arguments than a byte or two can number.
# skip-mode: stress a collection at every step of something this big takes hours
def run(source):
    ns = {}
    exec(source, ns)
    return ns["f"]
for n in (255, 256, 257, 300, 65_536, 66_000):
    body = "\n".join(f" v{i} = {i}" for i in range(n))
    f = run(f"def f():\n{body}\n return v0 + v{n - 1}, len(locals())")
    print(n, f())
    # expect: 255 (254, 255)
    # expect: 256 (255, 256)
    # expect: 257 (256, 257)
    # expect: 300 (299, 300)
    # expect: 65536 (65535, 65536)
    # expect: 66000 (65999, 66000)
for n in (256, 257, 70_000):
    f = run("def f():\n x = 0\n" + "\n".join(f" x = {i}.5" for i in range(n)) + "\n return x")
    print(n, f())
    # expect: 256 255.5
    # expect: 257 256.5
    # expect: 70000 69999.5
for n in (256, 257, 70_000):
    f = run("def f():\n" + "\n".join(f" global g{i}\n g{i} = {i}" for i in range(n)) + f"\n return g0 + g{n - 1}")
    print(n, f())
    # expect: 256 255
    # expect: 257 256
    # expect: 70000 69999
for n in (255, 256, 257, 1000, 66_000):
    params = ",".join(f"a{i}" for i in range(n))
    f = run(f"def f({params}): return a0, a{n - 1}")
    print(n, f(*range(n)), n > 1000 or f(**{f"a{i}": -i for i in range(n)}))
    # expect: 255 (0, 254) (0, -254)
    # expect: 256 (0, 255) (0, -255)
    # expect: 257 (0, 256) (0, -256)
    # expect: 1000 (0, 999) (0, -999)
    # expect: 66000 (0, 65999) True
for n in (256, 300, 5000):
    f = run(f"def f({','.join(f'a{i}={i}' for i in range(n))}): return a0 + a{n - 1}\ndef g(): return f({','.join(f'a{i}=1' for i in range(n))})")
    print(n, f(), f(5), f.__globals__["g"]())
    # expect: 256 255 260 2
    # expect: 300 299 304 2
    # expect: 5000 4999 5004 2
for n in (255, 256, 300):
    f = run("def f():\n" + "".join(f" c{i} = {i}\n" for i in range(n)) + " def g(): return " + "+".join(f"c{i}" for i in range(n)) + "\n return g")
    print(n, f()(), len(f().__closure__))
    # expect: 255 32385 255
    # expect: 256 32640 256
    # expect: 300 44850 300
try:
    run("def f(a):\n" + " return a(" + ",".join(str(i) for i in range(300)) + ")")(lambda: 0)
except TypeError as e:
    print(e)  # expect: <lambda>() takes 0 positional arguments but 300 were given
