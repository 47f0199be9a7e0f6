# Every way to call a Python function wrongly, with the message of each.
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
def none(): pass
def one(a): pass
def two(a, b): pass
def three(a, b, c): pass
def opt(a, b=2): pass
def kwo(*, k): pass
def kwos(a, *, k, l): pass
def pos(a, /): pass
def pos2(a, b, /, c): pass
def star(a, *r): pass
err(lambda: none(1))  # expect: TypeError: none() takes 0 positional arguments but 1 was given
err(lambda: none(1, 2))  # expect: TypeError: none() takes 0 positional arguments but 2 were given
err(lambda: one())  # expect: TypeError: one() missing 1 required positional argument: 'a'
err(lambda: one(1, 2))  # expect: TypeError: one() takes 1 positional argument but 2 were given
err(lambda: two())  # expect: TypeError: two() missing 2 required positional arguments: 'a' and 'b'
err(lambda: two(1))  # expect: TypeError: two() missing 1 required positional argument: 'b'
err(lambda: three())  # expect: TypeError: three() missing 3 required positional arguments: 'a', 'b', and 'c'
err(lambda: three(1))  # expect: TypeError: three() missing 2 required positional arguments: 'b' and 'c'
err(lambda: opt())  # expect: TypeError: opt() missing 1 required positional argument: 'a'
err(lambda: opt(1, 2, 3))  # expect: TypeError: opt() takes from 1 to 2 positional arguments but 3 were given
err(lambda: kwo())  # expect: TypeError: kwo() missing 1 required keyword-only argument: 'k'
err(lambda: kwo(1))  # expect: TypeError: kwo() takes 0 positional arguments but 1 was given
err(lambda: kwo(k=1, z=2))  # expect: TypeError: kwo() got an unexpected keyword argument 'z'
err(lambda: kwos(1))  # expect: TypeError: kwos() missing 2 required keyword-only arguments: 'k' and 'l'
err(lambda: kwos(1, 2, k=1, l=2))
# expect: TypeError: kwos() takes 1 positional argument but 2 positional arguments (and 2 keyword-only arguments) were given
err(lambda: one(b=1))  # expect: TypeError: one() got an unexpected keyword argument 'b'
err(lambda: one(1, a=2))  # expect: TypeError: one() got multiple values for argument 'a'
err(lambda: one(1, zz=2))  # expect: TypeError: one() got an unexpected keyword argument 'zz'
err(lambda: pos(a=1))  # expect: TypeError: pos() got some positional-only arguments passed as keyword arguments: 'a'
err(lambda: pos2(1, b=2, c=3))
# expect: TypeError: pos2() got some positional-only arguments passed as keyword arguments: 'b'
err(lambda: star())  # expect: TypeError: star() missing 1 required positional argument: 'a'
err(lambda: two(1, 2, 3, b=2))  # expect: TypeError: two() got multiple values for argument 'b'
err(lambda: opt(1, 2, c=3))  # expect: TypeError: opt() got an unexpected keyword argument 'c'
err(lambda: (lambda x: x)())
# expect: TypeError: <lambda>.<locals>.<lambda>() missing 1 required positional argument: 'x'
class C:
    def m(self, a): pass
    def nothing(): pass
    @staticmethod
    def s(a): pass
    @classmethod
    def c(cls, a): pass
err(lambda: C().m())  # expect: TypeError: C.m() missing 1 required positional argument: 'a'
err(lambda: C().m(1, 2))  # expect: TypeError: C.m() takes 2 positional arguments but 3 were given
err(lambda: C.m(1))  # expect: TypeError: C.m() missing 1 required positional argument: 'a'
err(lambda: C().nothing())  # expect: TypeError: C.nothing() takes 0 positional arguments but 1 was given
err(lambda: C.s())  # expect: TypeError: C.s() missing 1 required positional argument: 'a'
err(lambda: C.c())  # expect: TypeError: C.c() missing 1 required positional argument: 'a'
err(lambda: C.c(1, 2))  # expect: TypeError: C.c() takes 2 positional arguments but 3 were given
err(lambda: C(1))  # expect: TypeError: C() takes no arguments
