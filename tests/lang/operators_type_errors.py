# An operator that neither operand knows is a TypeError with both type names.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
class C: pass
err(lambda: 1 + "a")  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
err(lambda: "a" + 1)  # expect: TypeError: can only concatenate str (not "int") to str
err(lambda: [] + ())  # expect: TypeError: can only concatenate list (not "tuple") to list
err(lambda: () + [])  # expect: TypeError: can only concatenate tuple (not "list") to tuple
err(lambda: None + 1)  # expect: TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
err(lambda: {} + {})  # expect: TypeError: unsupported operand type(s) for +: 'dict' and 'dict'
err(lambda: 1 - "a")  # expect: TypeError: unsupported operand type(s) for -: 'int' and 'str'
err(lambda: "a" - "b")  # expect: TypeError: unsupported operand type(s) for -: 'str' and 'str'
err(lambda: "a" * "b")  # expect: TypeError: can't multiply sequence by non-int of type 'str'
err(lambda: [1] * 1.5)  # expect: TypeError: can't multiply sequence by non-int of type 'float'
err(lambda: "a" / 2)  # expect: TypeError: unsupported operand type(s) for /: 'str' and 'int'
err(lambda: 5 // None)  # expect: TypeError: unsupported operand type(s) for //: 'int' and 'NoneType'
err(lambda: 2 ** "x")  # expect: TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
err(lambda: 1.5 << 1)  # expect: TypeError: unsupported operand type(s) for <<: 'float' and 'int'
err(lambda: 1 & 1.0)  # expect: TypeError: unsupported operand type(s) for &: 'int' and 'float'
err(lambda: 1 @ 2)  # expect: TypeError: unsupported operand type(s) for @: 'int' and 'int'
err(lambda: C() + C())  # expect: TypeError: unsupported operand type(s) for +: 'C' and 'C'
err(lambda: C() % 3)  # expect: TypeError: unsupported operand type(s) for %: 'C' and 'int'
err(lambda: {1} | [2])  # expect: TypeError: unsupported operand type(s) for |: 'set' and 'list'
err(lambda: {1} - 2)  # expect: TypeError: unsupported operand type(s) for -: 'set' and 'int'
err(lambda: -"a")  # expect: TypeError: bad operand type for unary -: 'str'
err(lambda: ~1.5)  # expect: TypeError: bad operand type for unary ~: 'float'
err(lambda: +[])  # expect: TypeError: bad operand type for unary +: 'list'
err(lambda: -None)  # expect: TypeError: bad operand type for unary -: 'NoneType'
err(lambda: print + 1)  # expect: TypeError: unsupported operand type(s) for +: 'builtin_function_or_method' and 'int'
err(lambda: int + int)  # expect: TypeError: unsupported operand type(s) for +: 'type' and 'type'
def augmented(x, y): x += y
err(lambda: augmented(1, "a"))  # expect: TypeError: unsupported operand type(s) for +=: 'int' and 'str'
err(lambda: augmented(C(), 1))  # expect: TypeError: unsupported operand type(s) for +=: 'C' and 'int'
err(lambda: augmented([], 1))  # expect: TypeError: 'int' object is not iterable
def power(x, y): x **= y
err(lambda: power([], 1))  # expect: TypeError: unsupported operand type(s) for **=: 'list' and 'int'
err(lambda: pow(2, "a"))  # expect: TypeError: unsupported operand type(s) for ** or pow(): 'int' and 'str'
