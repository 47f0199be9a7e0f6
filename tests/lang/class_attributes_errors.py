# Attributes that are missing, read-only or not allowed.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
class C:
    def m(self): pass
c = C()
err(lambda: c.missing)  # expect: AttributeError: 'C' object has no attribute 'missing'
err(lambda: C.missing)  # expect: AttributeError: type object 'C' has no attribute 'missing'
err(lambda: (5).missing)  # expect: AttributeError: 'int' object has no attribute 'missing'
err(lambda: None.missing)  # expect: AttributeError: 'NoneType' object has no attribute 'missing'
err(lambda: [].missing)  # expect: AttributeError: 'list' object has no attribute 'missing'
err(lambda: "".missing)  # expect: AttributeError: 'str' object has no attribute 'missing'
err(lambda: len.missing)  # expect: AttributeError: 'builtin_function_or_method' object has no attribute 'missing'
err(lambda: c.m.missing)  # expect: AttributeError: 'function' object has no attribute 'missing'
err(lambda: int.missing)  # expect: AttributeError: type object 'int' has no attribute 'missing'
def set_int(): (5).x = 1
err(set_int)  # expect: AttributeError: 'int' object has no attribute 'x' and no __dict__ for setting new attributes
def set_list(): [].x = 1
err(set_list)  # expect: AttributeError: 'list' object has no attribute 'x' and no __dict__ for setting new attributes
def set_known(): [].append = 1
err(set_known)  # expect: AttributeError: 'list' object attribute 'append' is read-only
def set_object(): object().x = 1
err(set_object)
# expect: AttributeError: 'object' object has no attribute 'x' and no __dict__ for setting new attributes
def set_builtin(): int.x = 1
err(set_builtin)  # expect: TypeError: cannot set 'x' attribute of immutable type 'int'
def set_method(): c.m.x = 1
err(set_method)
# expect: AttributeError: 'method' object has no attribute 'x' and no __dict__ for setting new attributes
def del_missing(): del c.nothing
err(del_missing)  # expect: AttributeError: 'C' object has no attribute 'nothing'
def del_class(): del C.nothing
err(del_class)  # expect: AttributeError: type object 'C' has no attribute 'nothing'
def del_method(): del c.m
err(del_method)  # expect: AttributeError: 'C' object has no attribute 'm'
def set_none(): None.x = 1
err(set_none)
# expect: AttributeError: 'NoneType' object has no attribute 'x' and no __dict__ for setting new attributes
def set_class(): c.__class__ = 5
err(set_class)  # expect: TypeError: __class__ must be set to a class, not 'int' object
def to_int(): c.__class__ = int
err(to_int)  # expect: TypeError: __class__ assignment only supported for mutable types or ModuleType subclasses
def set_dict(): c.__dict__ = 5
err(set_dict)  # expect: TypeError: __dict__ must be set to a dictionary, not a 'int'
def set_name(): C.__name__ = 5
err(set_name)  # expect: TypeError: can only assign string to C.__name__, not 'int'
err(lambda: getattr(c, 5))  # expect: TypeError: attribute name must be string, not 'int'
err(lambda: setattr(c, 5, 1))  # expect: TypeError: attribute name must be string, not 'int'
err(lambda: getattr(c, "a b"))  # expect: AttributeError: 'C' object has no attribute 'a b'
class D: pass
c.__class__ = D
print(type(c).__name__)  # expect: D
c.__dict__ = {"z": 1}
print(c.z)  # expect: 1
