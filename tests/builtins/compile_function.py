# compile: modes, flags of code objects, errors.
c = compile("a + 1", "name.py", "eval")
print(eval(c, {"a": 1}), c.co_filename, c.co_name, type(c).__name__)  # expect: 2 name.py <module> code
m = compile("x = 1\ny = x + 1\n", "m.py", "exec")
ns = {}
exec(m, ns)
print(ns["y"], m.co_names)  # expect: 2 ('x', 'y')
s = compile("[1, 2]", "s.py", "single")
exec(s)  # expect: [1, 2]
exec(compile("None", "", "single"))
exec(compile("for i in (1, 2): i\n", "", "single"))
# expect: 1
# expect: 2
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: compile("a +", "bad.py", "eval"))  # expect: SyntaxError: invalid syntax (bad.py, line 1)
err(lambda: compile("x = 1", "bad.py", "eval"))  # expect: SyntaxError: invalid syntax (bad.py, line 1)
err(lambda: compile("1\n2", "bad.py", "single"))
# expect: SyntaxError: multiple statements found while compiling a single statement (bad.py, line 1)
err(lambda: compile("1", "f", "mode"))  # expect: ValueError: compile() mode must be 'exec', 'eval' or 'single'
err(lambda: compile(5, "f", "exec"))  # expect: TypeError: compile() arg 1 must be a string, bytes or AST object
err(lambda: compile("1", 5, "exec"))  # expect: TypeError: expected str, bytes or os.PathLike object, not int
err(lambda: compile("1"))  # expect: TypeError: compile() missing required argument 'filename' (pos 2)
err(lambda: compile("a\0b", "f", "exec"))  # expect: SyntaxError: source code string cannot contain null bytes
err(lambda: exec(compile("raise KeyError(1)", "f", "exec")))  # expect: KeyError: 1
f = compile("def g(): return 5", "f", "exec")
exec(f)
print(g(), g.__code__.co_filename, compile("1", "f", "exec") == compile("1", "f", "exec"), eval("\t 7 "), eval("(1,\n2)"))
# expect: 5 f True 7 (1, 2)
try:
    exec("x = 1\n1 / 0\n")
except ZeroDivisionError as e:
    tb = e.__traceback__.tb_next
    print(tb.tb_lineno, tb.tb_frame.f_code.co_filename, tb.tb_frame.f_code.co_name)  # expect: 2 <string> <module>
