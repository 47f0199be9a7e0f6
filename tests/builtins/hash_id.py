# hash and id.
print(hash(5), hash(5.0), hash(True), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(0.5), hash(float("inf")), hash(1j), hash(()), hash((1, 2)))
# expect: 5 5 1 -2 -2 0 1152921504606846976 314159 1000003 5740354900026072187 -3550055125485641917
a, b = [], []
print(id(a) == id(a), id(a) == id(b), id(None) == id(None), type(id(a)) is int, id(a) > 0, (id(a) == id(b)) == (a is b))
# expect: True False True True True True
print(hash("x") == hash("x"), hash(len) == hash(len), hash(int) == hash(int), hash(a.append) == hash(a.append) if False else "methods of lists do not hash" and True)
# expect: True True True True
class C: pass
class H:
    def __hash__(self): return 42
class E:
    def __eq__(self, o): return True
class Both:
    def __eq__(self, o): return True
    __hash__ = object.__hash__
c = C()
print(hash(c) == hash(c), hash(H()), hash(Both()) is not None, E.__hash__, hash(range(3)) == hash(range(0, 3)), hash(slice(1)) == hash(slice(1)), hash(None) == hash(None))
# expect: True 42 True None True True True
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: hash([]))  # expect: TypeError: unhashable type: 'list'
err(lambda: hash({}))  # expect: TypeError: unhashable type: 'dict'
err(lambda: hash(set()))  # expect: TypeError: unhashable type: 'set'
err(lambda: hash(([],)))  # expect: TypeError: unhashable type: 'list'
err(lambda: hash(E()))  # expect: TypeError: unhashable type: 'E'
err(lambda: hash(slice([])))  # expect: TypeError: unhashable type: 'list'
err(lambda: hash())  # expect: TypeError: hash() takes exactly one argument (0 given)
err(lambda: hash(1, 2))  # expect: TypeError: hash() takes exactly one argument (2 given)
err(lambda: id())  # expect: TypeError: id() takes exactly one argument (0 given)
print(id(1) == id(1), id("a") == id("a"), id(int) == id(type(5)))  # expect: True True True
