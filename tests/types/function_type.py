# Function objects: attributes, equality, what can be set.
def f(a, b=1, *args, c=2, **kw):
    "doc"
    x = a
    return x
code = f.__code__
print(code.co_name, code.co_argcount, code.co_kwonlyargcount, code.co_posonlyargcount, code.co_varnames, code.co_nlocals, code.co_flags & 0x0C)
# expect: f 2 1 0 ('a', 'b', 'c', 'args', 'kw', 'x') 6 12
print(code.co_firstlineno, code.co_filename[-16:], code.co_freevars, code.co_cellvars, code.co_names, code.co_consts[0], code.co_qualname)
# expect: 2 function_type.py () () () doc f
print(f.__name__, f.__qualname__, f.__module__, f.__doc__, f.__defaults__, f.__kwdefaults__, f.__annotations__, f.__closure__, f.__globals__ is globals())
# expect: f f __main__ doc (1,) {'c': 2} {} None True
print(type(f), type(len), type([].append), type(str.upper), type(lambda: 0).__name__, type(f.__code__).__name__, repr(len), repr(f)[:11], repr(str.upper))
# expect: <class 'function'> <class 'builtin_function_or_method'> <class 'builtin_function_or_method'> <class 'method_descriptor'> function code <built-in function len> <function f <method 'upper' of 'str' objects>
def g(): return 1
g.__code__ = (lambda: 2).__code__
print(g(), f == f, f == g, hash(f) == hash(f), f.__get__(5).__self__, callable(f), bool(f))
# expect: 2 True False True 5 True True
g.__doc__ = "changed"; g.__name__ = "h"; g.__qualname__ = "q.h"; g.__annotations__ = {"x": 1}; g.extra = [1]
print(g.__doc__, g.__name__, g.__qualname__, g.__annotations__, g.extra, g.__dict__, repr(g)[:13])
# expect: changed h q.h {'x': 1} [1] {'extra': [1]} <function q.h
del g.extra
def err(fn):
    try:
        fn()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: f.nothing)  # expect: AttributeError: 'function' object has no attribute 'nothing'
def a(): g.__code__ = 5
err(a)  # expect: TypeError: __code__ must be set to a code object
def b(): g.__name__ = 5
err(b)  # expect: TypeError: __name__ must be set to a string object
def c(): g.__defaults__ = [1]
err(c)  # expect: TypeError: __defaults__ must be set to a tuple object
def d(): g.__globals__ = {}
err(d)  # expect: AttributeError: readonly attribute
def e(): g.__dict__ = 5
err(e)  # expect: TypeError: __dict__ must be set to a dictionary, not a 'int'
def free():
    x = 1
    return lambda: x
def h(): g.__code__ = free().__code__
err(h)  # expect: ValueError: h() requires a code object with 0 free vars, not 1
def i(): len.x = 1
err(i)
# expect: AttributeError: 'builtin_function_or_method' object has no attribute 'x' and no __dict__ for setting new attributes
err(lambda: type(f)())  # expect: TypeError: function() missing required argument 'code' (pos 1)
print(print.__name__, len.__doc__ is not None, [].append.__name__, [].append.__self__, str.upper.__name__, "a".upper.__self__, len.__module__, [].append.__qualname__)
# expect: print True append [] upper a builtins list.append
try:
    class Bad(type(f)): pass
except TypeError as e:
    print(e)  # expect: type 'function' is not an acceptable base type
