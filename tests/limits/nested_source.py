# Source text that nests too deeply is refused with an exception.
# skip: not yet as CPython does it
# skip-mode: stress a collection at every step of something this big takes hours
def attempt(name, source, mode="eval"):
    try:
        compile(source, "<nested>", mode)
    except (SyntaxError, RecursionError, MemoryError) as e:
        print(name, type(e).__name__)
    else:
        print(name, "fine")
N = 100_000
attempt("parentheses", "(" * N + ")" * N)  # expect: parentheses SyntaxError
attempt("only open", "(" * N)  # expect: only open SyntaxError
attempt("brackets", "[" * N + "]" * N)  # expect: brackets SyntaxError
attempt("braces", "{" * N + "}" * N)  # expect: braces SyntaxError
attempt("mixed", "([{" * N)  # expect: mixed SyntaxError
attempt("calls", "f(" * N + ")" * N)  # expect: calls SyntaxError
attempt("subscripts", "a[" * N + "]" * N)  # expect: subscripts SyntaxError
attempt("200 parentheses", "(" * 200 + "1" + ")" * 200)  # expect: 200 parentheses fine
attempt("201 parentheses", "(" * 201 + "1" + ")" * 201)  # expect: 201 parentheses SyntaxError
attempt("100 lists", "[" * 100 + "1" + "]" * 100)  # expect: 100 lists fine
attempt("unary minus", "-" * N + "1")  # expect: unary minus MemoryError
attempt("not", "not " * N + "1")  # expect: not MemoryError
attempt("tilde", "~" * N + "1")  # expect: tilde MemoryError
attempt("lambdas", "lambda: " * N + "1")  # expect: lambdas MemoryError
attempt("conditional", "1 if 1 else " * N + "1")  # expect: conditional MemoryError
attempt("power", "1 ** " * N + "1")  # expect: power MemoryError
attempt("attributes", "a" + ".b" * N)  # expect: attributes RecursionError
attempt("call chain", "a" + "()" * N)  # expect: call chain RecursionError
attempt("subscript chain", "a" + "[0]" * N)  # expect: subscript chain RecursionError
attempt("indentation", "".join(" " * i + "if 1:\n" for i in range(200)) + " " * 200 + "pass\n", "exec")
# expect: indentation IndentationError
attempt("functions", "".join(" " * i + "def f():\n" for i in range(99)) + " " * 99 + "pass\n", "exec")
# expect: functions fine
attempt("30 loops", "".join(" " * i + "for x in y:\n" for i in range(30)) + " " * 30 + "pass\n", "exec")
# expect: 30 loops SyntaxError
attempt("19 loops", "".join(" " * i + "for x in y:\n" for i in range(19)) + " " * 19 + "pass\n", "exec")
# expect: 19 loops fine
attempt("f-strings", "f'{" * 200 + "1" + "}'" * 200)  # expect: f-strings SyntaxError
attempt("elif", "if a: pass\n" + "elif b: pass\n" * 3000, "exec")  # expect: elif fine
attempt("targets", "(" * N + "a" + ",)" * N + " = 1", "exec")  # expect: targets SyntaxError
attempt("decorators", "@a\n" * 1000 + "def f(): pass\n", "exec")  # expect: decorators fine
attempt("else if", "".join(" " * i + "if 1: pass\n" + " " * i + "else:\n" for i in range(99)) + " " * 99 + "pass\n", "exec")
# expect: else if fine
