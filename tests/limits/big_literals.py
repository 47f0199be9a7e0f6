# Very long identifiers, strings, lines and numbers in source.
# skip: not yet as CPython does it
# skip-mode: stress a collection at every step of something this big takes hours
name = "x" * 100_000
exec(name + " = 5")
print(globals()[name], len(name), name in globals())  # expect: 5 100000 True
s = eval("'" + "a" * 1_000_000 + "'")
print(len(s), len(eval("'''" + "line\n" * 100_000 + "'''")), len(eval("'" + "\\x41" * 100_000 + "'")))
# expect: 1000000 500000 100000
print(eval("1" * 4300) % 10 ** 5, eval("0x" + "f" * 20_000) == 16 ** 20_000 - 1, eval("1." + "0" * 100_000 + "1"))
# expect: 11111 True 1.0
try:
    compile("1" * 4301, "<big>", "eval")
except SyntaxError as e:
    print(e.msg)
    # expect: Exceeds the limit (4300 digits) for integer string conversion: value has 4301 digits; use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals to avoid decimal conversion limits.
print(eval("(" + "\n" * 100_000 + "1)"), eval("1" + " " * 1_000_000 + "+ 1"), eval("1  # " + "c" * 1_000_000))
# expect: 1 2 1
exec("#" * 1_000_000 + "\n" * 100_000 + "y = 1")
exec(";".join(["y = 1"] * 20_000))
exec("\n".join(f"v{i} = {i}" for i in range(20_000)))
print(y, v19999)  # expect: 1 19999
ns = {}
exec("class C:\n" + "".join(f" def m{i}(self): return {i}\n" for i in range(3000)), ns)
print(ns["C"]().m2999(), len([n for n in dir(ns["C"]) if n[0] == "m"]))  # expect: 2999 3000
try:
    eval("é" * 1000)
except NameError as e:
    print(len(str(e)))  # expect: 122
