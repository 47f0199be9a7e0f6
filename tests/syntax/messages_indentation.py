# IndentationError and TabError: message, line, column.
def bad(source):
    try:
        compile(source, "<bad>", "exec")
    except SyntaxError as e:
        print(type(e).__name__ + ":", e.msg, e.lineno, e.offset)
    else:
        print("no error")
bad("if 1:\nx")  # expect: IndentationError: expected an indented block after 'if' statement on line 1 2 1
bad("if 1:")  # expect: IndentationError: expected an indented block after 'if' statement on line 1 1 6
bad("for a in b:\nx")  # expect: IndentationError: expected an indented block after 'for' statement on line 1 2 1
bad("while 1:\nx")  # expect: IndentationError: expected an indented block after 'while' statement on line 1 2 1
bad("def f():\nx")  # expect: IndentationError: expected an indented block after function definition on line 1 2 1
bad("class C:\nx")  # expect: IndentationError: expected an indented block after class definition on line 1 2 1
bad("with a:\nx")  # expect: IndentationError: expected an indented block after 'with' statement on line 1 2 1
bad("with a as b, c:\nx")  # expect: IndentationError: expected an indented block after 'with' statement on line 1 2 1
bad("try:\nx")  # expect: IndentationError: expected an indented block after 'try' statement on line 1 2 1
bad("try:\n  x\nexcept:\nx")
# expect: IndentationError: expected an indented block after 'except' statement on line 3 4 1
bad("try:\n  x\nexcept A as b:\nx")
# expect: IndentationError: expected an indented block after 'except' statement on line 3 4 1
bad("try:\n  x\nfinally:\nx")
# expect: IndentationError: expected an indented block after 'finally' statement on line 3 4 1
bad("if 1:\n  x\nelse:\nx")
# expect: IndentationError: expected an indented block after 'else' statement on line 3 4 1
bad("if 1:\n  x\nelif 2:\nx")
# expect: IndentationError: expected an indented block after 'elif' statement on line 3 4 1
bad("for a in b:\n  x\nelse:\nx")
# expect: IndentationError: expected an indented block after 'else' statement on line 3 4 1
bad("while 1:\n  x\nelse:\nx")
# expect: IndentationError: expected an indented block after 'else' statement on line 3 4 1
bad("\n\n  x = 1")  # expect: IndentationError: unexpected indent 3 2
bad("x = 1\n  y = 2")  # expect: IndentationError: unexpected indent 2 2
bad("if 1:\n    x\n      y")  # expect: IndentationError: unexpected indent 3 6
bad("if 1:\n    x\n  y")  # expect: IndentationError: unindent does not match any outer indentation level 3 4
bad("if 1:\n        x\n\ty")  # expect: TabError: inconsistent use of tabs and spaces in indentation 3 1
bad("if 1:\n\tx\n        y")  # expect: TabError: inconsistent use of tabs and spaces in indentation 3 1
bad("def f():\n    '''doc'''\n   x")
# expect: IndentationError: unindent does not match any outer indentation level 3 5
bad("class A:\n    def f(self):\n    x = 1")
# expect: IndentationError: expected an indented block after function definition on line 2 3 5
bad("def f():\n    if a:\n        x\n    else:\n    y")
# expect: IndentationError: expected an indented block after 'else' statement on line 4 5 5
bad("if 1:\n    # only a comment\nx")
# expect: IndentationError: expected an indented block after 'if' statement on line 1 3 1
