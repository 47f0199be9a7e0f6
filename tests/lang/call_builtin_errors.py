# Builtin functions and methods report wrong arguments in their own words.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: len())  # expect: TypeError: len() takes exactly one argument (0 given)
err(lambda: len(1, 2))  # expect: TypeError: len() takes exactly one argument (2 given)
err(lambda: len(5))  # expect: TypeError: object of type 'int' has no len()
err(lambda: [].append())  # expect: TypeError: list.append() takes exactly one argument (0 given)
err(lambda: [].append(1, 2))  # expect: TypeError: list.append() takes exactly one argument (2 given)
err(lambda: [].append(x=1))  # expect: TypeError: list.append() takes no keyword arguments
err(lambda: {}.get())  # expect: TypeError: get expected at least 1 argument, got 0
err(lambda: {}.get(1, 2, 3))  # expect: TypeError: get expected at most 2 arguments, got 3
err(lambda: "a".join(1))  # expect: TypeError: can only join an iterable
err(lambda: "a".join([1]))  # expect: TypeError: sequence item 0: expected str instance, int found
err(lambda: "a".upper(1))  # expect: TypeError: str.upper() takes no arguments (1 given)
err(lambda: isinstance(1))  # expect: TypeError: isinstance expected 2 arguments, got 1
err(lambda: isinstance(1, 2))  # expect: TypeError: isinstance() arg 2 must be a type, a tuple of types, or a union
err(lambda: ord("ab"))  # expect: TypeError: ord() expected a character, but string of length 2 found
err(lambda: chr(-1))  # expect: ValueError: chr() arg not in range(0x110000)
err(lambda: abs())  # expect: TypeError: abs() takes exactly one argument (0 given)
err(lambda: abs("a"))  # expect: TypeError: bad operand type for abs(): 'str'
err(lambda: list(1))  # expect: TypeError: 'int' object is not iterable
err(lambda: list(1, 2))  # expect: TypeError: list expected at most 1 argument, got 2
err(lambda: tuple(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: dict(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: dict([1]))  # expect: TypeError: cannot convert dictionary update sequence element #0 to a sequence
err(lambda: dict([(1, 2, 3)]))
# expect: ValueError: dictionary update sequence element #0 has length 3; 2 is required
err(lambda: range())  # expect: TypeError: range expected at least 1 argument, got 0
err(lambda: range("a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: range(1, 2, 0))  # expect: ValueError: range() arg 3 must not be zero
err(lambda: [].pop(1, 2))  # expect: TypeError: pop expected at most 1 argument, got 2
err(lambda: [].insert(1))  # expect: TypeError: insert expected 2 arguments, got 1
err(lambda: hash())  # expect: TypeError: hash() takes exactly one argument (0 given)
err(lambda: list.append(5, 1))
# expect: TypeError: descriptor 'append' for 'list' objects doesn't apply to a 'int' object
err(lambda: str.upper(5))  # expect: TypeError: descriptor 'upper' for 'str' objects doesn't apply to a 'int' object
err(lambda: str.upper())  # expect: TypeError: unbound method str.upper() needs an argument
err(lambda: [].nothing)  # expect: AttributeError: 'list' object has no attribute 'nothing'
err(lambda: sorted())  # expect: TypeError: sorted expected 1 argument, got 0
err(lambda: sorted([1], [2]))  # expect: TypeError: sorted expected 1 argument, got 2
err(lambda: [3, 1].sort(5))  # expect: TypeError: sort() takes no positional arguments
err(lambda: zip(1))  # expect: TypeError: 'int' object is not iterable
err(lambda: enumerate())  # expect: TypeError: enumerate() missing required argument 'iterable'
err(lambda: sum(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: sum(["a"], ""))  # expect: TypeError: sum() can't sum strings [use ''.join(seq) instead]
err(lambda: print(1, foo=2))  # expect: TypeError: print() got an unexpected keyword argument 'foo'
err(lambda: int("1", 2, 3))  # expect: TypeError: int expected at most 2 arguments, got 3
