# Wrong f-strings.
# skip: not yet as CPython does it
def bad(source):
    try:
        compile(source, "<bad>", "exec")
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset)
    else:
        print("no error")
bad("f'{}'")  # expect: f-string: valid expression required before '}' 1 4
bad("f'{ }'")  # expect: f-string: valid expression required before '}' 1 5
bad("f'{'")  # expect: f-string: expecting '}' 1 4
bad("f'}'")  # expect: f-string: single '}' is not allowed 1 3
bad("f'{a'")  # expect: f-string: expecting '}' 1 5
bad("f'{a b}'")  # expect: invalid syntax. Perhaps you forgot a comma? 1 4
bad("f'{a:{b}'")  # expect: f-string: expecting '}', or format specs 1 9
bad("f'{a!x}'")  # expect: f-string: invalid conversion character 'x': expected 's', 'r', or 'a' 1 6
bad("f'{a!}'")  # expect: f-string: missing conversion character 1 6
bad("f'{a!r:}' 5")  # expect: invalid syntax 1 11
bad("f'{a! r}'")  # expect: f-string: conversion type must come right after the exclamanation mark 1 5
bad("f'{!r}'")  # expect: f-string: valid expression required before '!' 1 4
bad("f'{:x}'")  # expect: f-string: valid expression required before ':' 1 4
bad("f'{=}'")  # expect: f-string: valid expression required before '=' 1 4
bad("f'{a=b}'")  # expect: f-string: expecting '!', or ':', or '}' 1 6
bad("f'{lambda x: 1}'")  # expect: f-string: lambda expressions are not allowed without parentheses 1 4
bad("f'{a[}'")  # expect: closing parenthesis '}' does not match opening parenthesis '[' 1 6
bad("f'{(a}'")  # expect: closing parenthesis '}' does not match opening parenthesis '(' 1 6
bad("f'{a)}'")  # expect: f-string: unmatched ')' 1 5
bad("f'{a:{b:{c}}}'")  # expect: no error
bad("f'{a:{b:{c:{d}}}}'")  # expect: f-string: expressions nested too deeply 1 11
bad("f'{*a}'")  # expect: can't use starred expression here 1 4
bad("f'{**a}'")  # expect: f-string: expecting a valid expression after '{' 1 4
bad("f'{a")  # expect: '{' was never closed 1 3
bad("f'''{a")  # expect: '{' was never closed 1 5
bad("f'abc")  # expect: unterminated f-string literal (detected at line 1) 1 1
bad("f'{1 +}'")  # expect: f-string: expecting '=', or '!', or ':', or '}' 1 6
bad("f'{a;b}'")  # expect: f-string: expecting '=', or '!', or ':', or '}' 1 5
bad("f'{yield}'")  # expect: 'yield' outside function 1 4
bad("f'{#}'")  # expect: '{' was never closed 1 3
bad("f'{a # comment}'")  # expect: '{' was never closed 1 3
bad("f'{a\\b}'")  # expect: unexpected character after line continuation character 1 6
bad("f'{x:\n}'")  # expect: no error
bad("f'{5!s!r}'")  # expect: f-string: expecting ':' or '}' 1 7
bad("fu'x'")  # expect: invalid syntax 1 3
bad("bf'x'")  # expect: invalid syntax 1 3
