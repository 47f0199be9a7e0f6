# None, Ellipsis and NotImplemented.
print(None, repr(None), type(None), None is None, None == None, None != 0, bool(None), str(None), [None])
# expect: None None <class 'NoneType'> True True True False None [None]
print(..., Ellipsis, type(...), bool(...), ... is Ellipsis, repr(...))
# expect: Ellipsis Ellipsis <class 'ellipsis'> True True Ellipsis
print(NotImplemented, type(NotImplemented), NotImplemented is NotImplemented)
# expect: NotImplemented <class 'NotImplementedType'> True
print(type(None)() is None, type(...)() is ..., type(NotImplemented)() is NotImplemented)  # expect: True True True
print(hash(None) == hash(None), {None: 1}[None], None in [1, None], (None,) == (None,))  # expect: True 1 True True
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: None + 1)  # expect: TypeError: unsupported operand type(s) for +: 'NoneType' and 'int'
nothing = None
err(lambda: nothing[0])  # expect: TypeError: 'NoneType' object is not subscriptable
err(lambda: None < None)  # expect: TypeError: '<' not supported between instances of 'NoneType' and 'NoneType'
err(lambda: len(None))  # expect: TypeError: object of type 'NoneType' has no len()
err(lambda: None.x)  # expect: AttributeError: 'NoneType' object has no attribute 'x'
err(lambda: type(None)(1))  # expect: TypeError: NoneType takes no arguments
err(lambda: type(...)(1))  # expect: TypeError: EllipsisType takes no arguments
err(lambda: -None)  # expect: TypeError: bad operand type for unary -: 'NoneType'
err(lambda: NotImplemented + 1)
# expect: TypeError: unsupported operand type(s) for +: 'NotImplementedType' and 'int'
def f(): pass
print(f(), f() is None, print is not None, None.__class__, None.__doc__ is None, None.__eq__(None), None.__eq__(1))
# expect: None True True <class 'NoneType'> False True NotImplemented
print(sorted([None], key=lambda x: 0), f"{None}", "%s" % None, "{}".format(None))  # expect: [None] None None None
