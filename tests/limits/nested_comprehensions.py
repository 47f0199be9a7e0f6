# Deeply nested comprehensions and lambdas compile or are refused; CPython dies of the first.
# skip: not yet as CPython does it
# skip-mode: stress a collection at every step of something this big takes hours
# python: no
def attempt(source):
    try:
        compile(source, "<nested>", "exec")
    except (SyntaxError, RecursionError, MemoryError):
        pass
for n in (20, 150, 199):
    attempt("[" * n + "x" + " for x in y]" * n)
    attempt("(lambda: " * n + "x" + ")" * n)
    attempt("{" * n + "x" + ": 1 for x in y}" * n)
    attempt("f(" * n + "x" + " for x in y)" * n)
for n in (10, 90):
    attempt("".join(" " * i + "class C:\n" for i in range(n)) + " " * n + "x = [y for y in z]\n")
    attempt("".join(" " * i + "def f(x=lambda: 1):\n" for i in range(n)) + " " * n + "return x\n")
    attempt("".join(" " * i + "try:\n" for i in range(n)) + " " * n + "pass\n" + "".join(" " * i + "finally: pass\n" for i in range(n - 1, -1, -1)))
    attempt("".join(" " * i + "with a:\n" for i in range(n)) + " " * n + "pass\n")
print("alive")
