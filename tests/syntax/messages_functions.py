# Wrong parameter lists and calls.
def bad(source):
    try:
        compile(source, "<bad>", "exec")
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset, e.end_offset)
    else:
        print("no error")
bad("def f(a, a): pass")  # expect: duplicate argument 'a' in function definition 1 10 11
bad("def f(a=1, b): pass")  # expect: parameter without a default follows parameter with a default 1 12 13
bad("def f(*): pass")  # expect: named arguments must follow bare * 1 7 8
bad("def f(*, **k): pass")  # expect: named arguments must follow bare * 1 7 8
bad("def f(*a, *b): pass")  # expect: * argument may appear only once 1 11 12
bad("def f(**k, a): pass")  # expect: arguments cannot follow var-keyword argument 1 12 13
bad("def f(**k, *a): pass")  # expect: arguments cannot follow var-keyword argument 1 12 13
bad("def f(**k, **l): pass")  # expect: arguments cannot follow var-keyword argument 1 12 14
bad("def f(/, a): pass")  # expect: at least one argument must precede / 1 7 8
bad("def f(a, /, b, /): pass")  # expect: / may appear only once 1 16 17
bad("def f(*, a, /): pass")  # expect: / must be ahead of * 1 13 14
bad("def f(*a, /): pass")  # expect: / must be ahead of * 1 11 12
bad("def f(a, *, b, *, c): pass")  # expect: * argument may appear only once 1 16 17
bad("def f(*a=1): pass")  # expect: var-positional argument cannot have default value 1 9 10
bad("def f(**k=1): pass")  # expect: var-keyword argument cannot have default value 1 10 11
bad("def f((a, b)): pass")  # expect: Function parameters cannot be parenthesized 1 7 13
bad("def f(5): pass")  # expect: invalid syntax 1 7 8
bad("def f(a.b): pass")  # expect: invalid syntax 1 8 9
bad("def f(a:): pass")  # expect: invalid syntax 1 9 10
bad("def f(a=): pass")  # expect: expected default value expression 1 8 9
bad("def f(None): pass")  # expect: invalid syntax 1 7 11
bad("lambda a, a: 1")  # expect: duplicate argument 'a' in function definition 1 11 12
bad("lambda a=1, b: 1")  # expect: parameter without a default follows parameter with a default 1 13 14
bad("lambda *: 1")  # expect: named arguments must follow bare * 1 9 10
bad("lambda (a): 1")  # expect: Lambda expression parameters cannot be parenthesized 1 8 11
bad("def f(a, b) -> : pass")  # expect: expected ':' 1 13 15
bad("def (a): pass")  # expect: invalid syntax 1 5 6
bad("def f(a): x = 1; global x")  # expect: name 'x' is assigned to before global declaration 1 18 26
bad("def f(a):\n global a")  # expect: name 'a' is parameter and global 2 2 10
bad("def f():\n print(x)\n global x")  # expect: name 'x' is used prior to global declaration 3 2 10
bad("def f():\n x = 1\n nonlocal x")  # expect: name 'x' is assigned to before nonlocal declaration 3 2 12
bad("def f():\n nonlocal x")  # expect: no binding for nonlocal 'x' found 2 2 12
bad("nonlocal x")  # expect: nonlocal declaration not allowed at module level 1 1 11
bad("def f(x):\n def g():\n  nonlocal x\n  global x")  # expect: name 'x' is nonlocal and global 3 3 13
bad("def f(x):\n nonlocal x")  # expect: name 'x' is parameter and nonlocal 2 2 12
bad("def f():\n global x\n x: int = 5")  # expect: annotated name 'x' can't be global 3 2 12
bad("def f():\n  return *a")  # expect: can't use starred expression here 2 10 12
bad("return")  # expect: 'return' outside function 1 1 7
bad("f(**)")  # expect: invalid syntax 1 5 6
bad("f(*)")  # expect: Invalid star expression 1 4 5
bad("f(a b)")  # expect: invalid syntax. Perhaps you forgot a comma? 1 3 6
bad("f(a, , b)")  # expect: invalid syntax 1 6 7
bad("f(,)")  # expect: invalid syntax 1 3 4
bad("f(a=)")  # expect: expected argument value expression 1 3 5
bad("f(a for a in b, c for c in d)")  # expect: Generator expression must be parenthesized 1 3 15
bad("class C(a for a in b): pass")  # expect: invalid syntax 1 11 14
bad("class C(x=1, x=2): pass")  # expect: keyword argument repeated: x 1 14 17
bad("@\ndef f(): pass")  # expect: invalid syntax 1 2 3
bad("@x\ny = 1")  # expect: invalid syntax 2 1 2
