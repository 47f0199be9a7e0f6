# Unpacking into very many targets.
# skip-mode: stress a collection at every step of something this big takes hours
def run(source):
    ns = {}
    exec(source, ns)
    return ns
for n in (255, 256, 257, 5000):
    ns = run(",".join(f"a{i}" for i in range(n)) + f" = range({n})")
    print(n, ns["a0"], ns[f"a{n - 1}"])
    # expect: 255 0 254
    # expect: 256 0 255
    # expect: 257 0 256
    # expect: 5000 0 4999
ns = run(",".join(f"a{i}" for i in range(255)) + ", *rest = range(300)")
print(len(ns["rest"]))  # expect: 45
ns = run("*rest, " + ",".join(f"a{i}" for i in range(300)) + " = range(1000)")
print(len(ns["rest"]), ns["a299"])  # expect: 700 999
for source in (",".join(f"a{i}" for i in range(256)) + ", *rest = x", "*a, *b = x"):
    try:
        compile(source, "<unpack>", "exec")
    except SyntaxError as e:
        print(e.msg)
        # expect: too many expressions in star-unpacking assignment
        # expect: multiple starred expressions in assignment
