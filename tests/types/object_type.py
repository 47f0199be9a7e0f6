# object and type: what every object has.
o = object()
print(type(o), o == o, o == object(), o != object(), hash(o) == hash(o), bool(o), isinstance(o, object), object.__name__, object.__bases__, object.__base__)
# expect: <class 'object'> True False True True True True object () None
print(repr(o)[:18], str(o) == repr(o), o.__class__, o.__eq__(5), o.__ne__(5), o.__lt__(5), format(o) == str(o), o.__sizeof__())
# expect: <object object at  True <class 'object'> NotImplemented NotImplemented NotImplemented True 16
print([n for n in dir(object()) if n in ("__init__", "__new__", "__hash__", "__class__", "__dict__")], object.__doc__ is not None, object.__subclasshook__(int))
# expect: ['__class__', '__hash__', '__init__', '__new__'] True NotImplemented
class C: pass
print(isinstance(C, type), type(C), C.__mro__, C.__dict__.__class__.__name__, C().__class__ is C, C.__dict__["__module__"], C.__weakrefoffset__ > -100)
# expect: True <class 'type'> (<class '__main__.C'>, <class 'object'>) mappingproxy True __main__ True
print(type.__mro__, type(type), isinstance(type, type), int.__class__, type(5) is int, (5).__class__.__name__, C.__call__().__class__.__name__, C.__eq__(C, 1))
# expect: (<class 'type'>, <class 'object'>) <class 'type'> True <class 'type'> True int C NotImplemented
print(int.__name__, int.__module__, int.__qualname__, C.__flags__ is not None, str.__basicsize__ > 0, C.__doc__, type.__doc__ is not None)
# expect: int builtins int True True None True
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: object(1))  # expect: TypeError: object() takes no arguments
err(lambda: object.__new__())  # expect: TypeError: object.__new__(): not enough arguments
err(lambda: o.x)  # expect: AttributeError: 'object' object has no attribute 'x'
err(lambda: o < o)  # expect: TypeError: '<' not supported between instances of 'object' and 'object'
err(lambda: o())  # expect: TypeError: 'object' object is not callable
err(lambda: o[0])  # expect: TypeError: 'object' object is not subscriptable
err(lambda: iter(o))  # expect: TypeError: 'object' object is not iterable
err(lambda: len(o))  # expect: TypeError: object of type 'object' has no len()
err(lambda: int.x)  # expect: AttributeError: type object 'int' has no attribute 'x'
err(lambda: object.__init__())  # expect: TypeError: descriptor '__init__' of 'object' object needs an argument
err(lambda: object().__reduce__(1, 2))  # expect: TypeError: object.__reduce__() takes no arguments (2 given)
def set_cls(): int.__name__ = "x"
err(set_cls)  # expect: TypeError: cannot set '__name__' attribute of immutable type 'int'
def set_obj(): object.x = 1
err(set_obj)  # expect: TypeError: cannot set 'x' attribute of immutable type 'object'
def del_dict(): del C.__dict__
err(del_dict)  # expect: AttributeError: attribute '__dict__' of 'type' objects is not writable
def set_dict(): C.__dict__["x"] = 1
err(set_dict)  # expect: TypeError: 'mappingproxy' object does not support item assignment
