# Targets that cannot be assigned to.
def bad(source):
    try:
        compile(source, "<bad>", "exec")
    except SyntaxError as e:
        print(e.msg, e.lineno, e.offset, e.end_offset)
    else:
        print("no error")
bad("5 = x")  # expect: cannot assign to literal here. Maybe you meant '==' instead of '='? 1 1 2
bad("'a' = x")  # expect: cannot assign to literal here. Maybe you meant '==' instead of '='? 1 1 4
bad("None = 1")  # expect: cannot assign to None 1 1 5
bad("True = 1")  # expect: cannot assign to True 1 1 5
bad("x = None = 2")  # expect: cannot assign to None 1 5 9
bad("f() = 1")  # expect: cannot assign to function call here. Maybe you meant '==' instead of '='? 1 1 4
bad("a + b = c")  # expect: cannot assign to expression here. Maybe you meant '==' instead of '='? 1 1 6
bad("-a = 1")  # expect: cannot assign to expression here. Maybe you meant '==' instead of '='? 1 1 3
bad("a, 5 = 1, 2")  # expect: cannot assign to literal here. Maybe you meant '==' instead of '='? 1 4 5
bad("[a, f()] = 1, 2")  # expect: cannot assign to function call 1 5 8
bad("(a, b) += 1")  # expect: 'tuple' is an illegal expression for augmented assignment 1 1 7
bad("[a] += 1")  # expect: 'list' is an illegal expression for augmented assignment 1 1 4
bad("f() += 1")  # expect: 'function call' is an illegal expression for augmented assignment 1 1 4
bad("5 += 1")  # expect: 'literal' is an illegal expression for augmented assignment 1 1 2
bad("x if y else z = 1")  # expect: cannot assign to conditional expression 1 1 14
bad("lambda: 1 = 2")  # expect: cannot assign to lambda 1 1 10
bad("{a: b} = 1")  # expect: cannot assign to dict literal here. Maybe you meant '==' instead of '='? 1 1 7
bad("{a} = 1")  # expect: cannot assign to set display here. Maybe you meant '==' instead of '='? 1 1 4
bad("a < b = 1")  # expect: cannot assign to comparison 1 1 6
bad("not a = 1")  # expect: cannot assign to expression 1 1 6
bad("f'{x}' = 1")  # expect: cannot assign to f-string expression here. Maybe you meant '==' instead of '='? 1 1 7
bad("... = 1")  # expect: cannot assign to ellipsis here. Maybe you meant '==' instead of '='? 1 1 4
bad("[x for x in y] = 1")
# expect: cannot assign to list comprehension here. Maybe you meant '==' instead of '='? 1 1 15
bad("(x for x in y) = 1")  # expect: cannot assign to generator expression 1 1 15
bad("for 5 in x: pass")  # expect: cannot assign to literal 1 5 6
bad("for f() in x: pass")  # expect: cannot assign to function call 1 5 8
bad("with x as 5: pass")  # expect: cannot assign to literal 1 11 12
bad("with x as f(): pass")  # expect: cannot assign to function call 1 11 14
bad("*a = 1")  # expect: starred assignment target must be in a list or tuple 1 1 3
bad("*a, *b = 1")  # expect: multiple starred expressions in assignment 1 1 7
bad("a: int: str = 5")  # expect: invalid syntax 1 7 8
bad("(a, b): int = 1")  # expect: only single target (not tuple) can be annotated 1 1 7
bad("[a]: int")  # expect: only single target (not list) can be annotated 1 1 4
bad("(x := 1) = 2")  # expect: cannot assign to named expression here. Maybe you meant '==' instead of '='? 1 2 8
bad("x := 1")  # expect: invalid syntax 1 3 5
bad("(a.b := 1)")  # expect: cannot use assignment expressions with attribute 1 2 5
bad("(a[0] := 1)")  # expect: cannot use assignment expressions with subscript 1 2 6
bad("(5 := 1)")  # expect: cannot use assignment expressions with literal 1 2 3
bad("if x = 5: pass")  # expect: invalid syntax. Maybe you meant '==' or ':=' instead of '='? 1 4 9
bad("while x = 5: pass")  # expect: invalid syntax. Maybe you meant '==' or ':=' instead of '='? 1 7 12
bad("print(x = 5 = 6)")  # expect: invalid syntax 1 13 14
bad("f(a.b=1)")  # expect: expression cannot contain assignment, perhaps you meant "=="? 1 3 7
bad("f(5=1)")  # expect: expression cannot contain assignment, perhaps you meant "=="? 1 3 5
bad("f(True=1)")  # expect: cannot assign to True 1 3 8
bad("f(a=1, a=2)")  # expect: keyword argument repeated: a 1 8 11
bad("f(a=1, 2)")  # expect: positional argument follows keyword argument 1 9 10
bad("f(**a, *b)")  # expect: iterable argument unpacking follows keyword argument unpacking 1 6 10
bad("f(**a, b)")  # expect: positional argument follows keyword argument unpacking 1 9 10
bad("f(x for x in y, 1)")  # expect: Generator expression must be parenthesized 1 3 15
bad("import a as b.c")  # expect: invalid syntax 1 14 15
bad("__debug__ = 1")  # expect: cannot assign to __debug__ 1 1 10
bad("def None(): pass")  # expect: invalid syntax 1 5 9
bad("class True: pass")  # expect: invalid syntax 1 7 11
bad("yield x = 1")  # expect: assignment to yield expression not possible 1 1 8
bad("def f(): (yield) = 1")
# expect: cannot assign to yield expression here. Maybe you meant '==' instead of '='? 1 11 16
