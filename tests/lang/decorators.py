# Decorators are applied from the innermost outwards and evaluated before that from the top.
def note(name):
    print("evaluate", name)
    def decorate(f):
        print("apply", name)
        return f
    return decorate
@note("a")
@note("b")
def f(): return "f"
# expect: evaluate a
# expect: evaluate b
# expect: apply b
# expect: apply a
print(f())  # expect: f
def twice(fn):
    def wrapper(*args, **kw):
        return fn(*args, **kw), fn(*args, **kw)
    wrapper.__name__ = fn.__name__
    return wrapper
@twice
def g(x, y=1): return x + y
print(g(1), g(1, y=2), g.__name__)  # expect: (2, 2) (3, 3) g
@twice
@twice
def h(): return 0
print(h())  # expect: ((0, 0), (0, 0))
@str
def name_it(): pass
print(name_it[:17])  # expect: <function name_it
@lambda fn: fn(5)
def five(x): return x * 2
print(five)  # expect: 10
def add_attr(cls):
    cls.extra = "added"
    return cls
@add_attr
class C: pass
print(C.extra)  # expect: added
class Reg:
    def __init__(self): self.names = []
    def __call__(self, fn):
        self.names.append(fn.__name__)
        return fn
reg = Reg()
@reg
def one(): pass
@reg
class Two: pass
print(reg.names)  # expect: ['one', 'Two']
table = {"k": [twice]}
@table["k"][0]
def from_table(): return 1
print(from_table())  # expect: (1, 1)
class M:
    @staticmethod
    @twice
    def s(x): return x
    @twice
    def m(self): return "m"
print(M.s(3), M().m())  # expect: (3, 3) ('m', 'm')
