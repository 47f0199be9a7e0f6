# eval and exec with their namespaces, and what they see.
print(eval("1 + 2"), eval(" 3 * 4 "), eval("x", {"x": 5}), eval("x + y", {"x": 1}, {"y": 2}))  # expect: 3 12 5 3
exec("a = 1\nb = a + 1")
print(a, b)  # expect: 1 2
ns = {}
exec("def f(): return 'made'\nc = [f() for _ in range(2)]", ns)
print(ns["c"], sorted(k for k in ns if k != "__builtins__"))  # expect: ['made', 'made'] ['c', 'f']
print(exec("1"), eval("None"))  # expect: None None
def local():
    z = 10
    exec("z = 20")
    return z, eval("z + 1"), sorted(locals())
print(local())  # expect: (10, 11, ['z'])
def explicit():
    d = {"q": 1}
    exec("q += 1; r = q", {}, d)
    return d
print(explicit())  # expect: {'q': 2, 'r': 2}
code = compile("n * 2", "<made>", "eval")
print(eval(code, {"n": 4}), code.co_filename)  # expect: 8 <made>
block = compile("for i in range(2):\n    print('line', i)", "<made>", "exec")
exec(block)
# expect: line 0
# expect: line 1
single = compile("5 + 5", "<made>", "single")
exec(single)  # expect: 10
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: eval("1 +"))  # expect: SyntaxError: invalid syntax (<string>, line 1)
err(lambda: eval("x = 1"))  # expect: SyntaxError: invalid syntax (<string>, line 1)
err(lambda: eval(""))  # expect: SyntaxError: invalid syntax (<string>, line 0)
err(lambda: eval("undefined_here"))  # expect: NameError: name 'undefined_here' is not defined
err(lambda: eval(5))  # expect: TypeError: eval() arg 1 must be a string, bytes or code object
err(lambda: exec(5))  # expect: TypeError: exec() arg 1 must be a string, bytes or code object
err(lambda: eval("1", 5))  # expect: TypeError: globals must be a dict
err(lambda: compile("1", "f", "wrong"))  # expect: ValueError: compile() mode must be 'exec', 'eval' or 'single'
err(lambda: exec("return 1"))  # expect: SyntaxError: 'return' outside function (<string>, line 1)
err(lambda: exec("if"))  # expect: SyntaxError: invalid syntax (<string>, line 1)
err(lambda: eval("1", {}, 5))  # expect: TypeError: locals must be a mapping
print(eval("[i for i in range(3)]"), eval("(lambda v: v + 1)(2)"))  # expect: [0, 1, 2] 3
glob = {"__builtins__": {}}
err(lambda: eval("len", glob))  # expect: NameError: name 'len' is not defined
class M:
    def __getitem__(self, k): return k.upper() if k == "key" else {}[k]
print(eval("key", {}, M()))  # expect: KEY
