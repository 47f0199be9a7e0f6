# Wrong statements: message, line and column of the SyntaxError.
def bad(source):
    try:
        compile(source, "<bad>", "exec")
    except SyntaxError as e:
        print(type(e).__name__ + ":", e.msg, e.lineno, e.offset)
    else:
        print("no error")
bad("if x\n    pass")  # expect: SyntaxError: expected ':' 1 5
bad("if x:\npass")  # expect: IndentationError: expected an indented block after 'if' statement on line 1 2 1
bad("while True print(1)")  # expect: SyntaxError: invalid syntax 1 12
bad("for x in y\n    pass")  # expect: SyntaxError: expected ':' 1 11
bad("for x y: pass")  # expect: SyntaxError: invalid syntax 1 7
bad("def f()\n    pass")  # expect: SyntaxError: expected ':' 1 8
bad("def f(:\n    pass")  # expect: SyntaxError: invalid syntax 1 7
bad("class C\n    pass")  # expect: SyntaxError: expected ':' 1 8
bad("else: pass")  # expect: SyntaxError: invalid syntax 1 1
bad("try:\n    pass\nx = 1")  # expect: SyntaxError: expected 'except' or 'finally' block 3 1
bad("try:\n    pass\nexcept ValueError\n    pass")  # expect: SyntaxError: expected ':' 3 18
bad("with x\n    pass")  # expect: SyntaxError: expected ':' 1 7
bad("return 5")  # expect: SyntaxError: 'return' outside function 1 1
bad("yield 5")  # expect: SyntaxError: 'yield' outside function 1 1
bad("break")  # expect: SyntaxError: 'break' outside loop 1 1
bad("continue")  # expect: SyntaxError: 'continue' not properly in loop 1 1
bad("def f():\n    break")  # expect: SyntaxError: 'break' outside loop 2 5
bad("class C:\n    return 1")  # expect: SyntaxError: 'return' outside function 2 5
bad("import")  # expect: SyntaxError: Expected one or more names after 'import' 1 7
bad("from x import")  # expect: SyntaxError: Expected one or more names after 'import' 1 14
bad("from x import (a, b")  # expect: SyntaxError: '(' was never closed 1 15
bad("import a.b as c.d")  # expect: SyntaxError: invalid syntax 1 16
bad("print 'hello'")  # expect: SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)? 1 1
bad("exec 'code'")  # expect: SyntaxError: Missing parentheses in call to 'exec'. Did you mean exec(...)? 1 1
bad("x = ")  # expect: SyntaxError: invalid syntax 1 5
bad("= 5")  # expect: SyntaxError: invalid syntax 1 1
bad("x + ")  # expect: SyntaxError: invalid syntax 1 5
bad("lambda: = 5")  # expect: SyntaxError: invalid syntax 1 9
bad("del")  # expect: SyntaxError: invalid syntax 1 4
bad("del f()")  # expect: SyntaxError: cannot delete function call 1 5
bad("del 5")  # expect: SyntaxError: cannot delete literal 1 5
bad("raise from x")  # expect: SyntaxError: invalid syntax 1 7
bad("assert")  # expect: SyntaxError: invalid syntax 1 7
bad("global")  # expect: SyntaxError: invalid syntax 1 7
bad("pass pass")  # expect: SyntaxError: invalid syntax 1 6
bad("a b")  # expect: SyntaxError: invalid syntax 1 3
bad("a = b c")  # expect: SyntaxError: invalid syntax 1 7
bad("try: pass\nexcept: pass\nexcept ValueError: pass")  # expect: SyntaxError: default 'except:' must be last 2 1
bad("try: pass\nexcept A, B: pass")  # expect: SyntaxError: multiple exception types must be parenthesized 2 8
bad("if 1: pass\nelif: pass")  # expect: SyntaxError: invalid syntax 2 5
bad("def f(): pass\n  x = 1")  # expect: IndentationError: unexpected indent 2 2
bad("  x = 1")  # expect: IndentationError: unexpected indent 1 2
bad("if 1:\n    a\n  b")  # expect: IndentationError: unindent does not match any outer indentation level 3 4
bad("if 1:\n\ta\n        b")  # expect: TabError: inconsistent use of tabs and spaces in indentation 3 1
