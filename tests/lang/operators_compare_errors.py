# Ordering unlike types is a TypeError that names the operator and both types.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: 1 < "a")  # expect: TypeError: '<' not supported between instances of 'int' and 'str'
err(lambda: [] >= ())  # expect: TypeError: '>=' not supported between instances of 'list' and 'tuple'
err(lambda: None <= 1)  # expect: TypeError: '<=' not supported between instances of 'NoneType' and 'int'
err(lambda: {} > {})  # expect: TypeError: '>' not supported between instances of 'dict' and 'dict'
err(lambda: "a" > 1.5)  # expect: TypeError: '>' not supported between instances of 'str' and 'float'
err(lambda: object() < object())  # expect: TypeError: '<' not supported between instances of 'object' and 'object'
err(lambda: [1, "a"] < [1, 2])  # expect: TypeError: '<' not supported between instances of 'str' and 'int'
err(lambda: 1 in 5)  # expect: TypeError: argument of type 'int' is not iterable
err(lambda: 1 in None)  # expect: TypeError: argument of type 'NoneType' is not iterable
err(lambda: 1 in "abc")  # expect: TypeError: 'in <string>' requires string as left operand, not int
err(lambda: sorted([1, None]))  # expect: TypeError: '<' not supported between instances of 'NoneType' and 'int'
err(lambda: max("a", 1))  # expect: TypeError: '>' not supported between instances of 'int' and 'str'
err(lambda: print < len)
# expect: TypeError: '<' not supported between instances of 'builtin_function_or_method' and 'builtin_function_or_method'
err(lambda: int < str)  # expect: TypeError: '<' not supported between instances of 'type' and 'type'
