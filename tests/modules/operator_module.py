# operator: the operators as functions, itemgetter, attrgetter, methodcaller.
import operator as o
import copy
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
print(o.add(1, 2), o.sub(5, 3), o.mul("a", 3), o.truediv(1, 4), o.floordiv(7, 2), o.mod(7, 3), o.pow(2, 10), o.neg(5), o.pos(-5), o.abs(-5), o.invert(5), o.inv(0))
# expect: 3 2 aaa 0.25 3 1 1024 -5 -5 5 -6 -1
print(o.lshift(1, 5), o.rshift(64, 2), o.and_(6, 3), o.or_(6, 3), o.xor(6, 3), o.lt(1, 2), o.le(2, 2), o.eq(1, 1.0), o.ne(1, 2), o.ge(1, 2), o.gt(2, 1))
# expect: 32 16 2 7 5 True True True True False True
print(o.not_([]), o.truth([0]), o.is_(None, None), o.is_not(1, None), o.contains([1, 2], 2), o.countOf([1, 2, 1], 1), o.indexOf("abc", "c"), o.concat([1], [2]), o.index(True), o.length_hint(iter([1, 2])), o.length_hint(5, 9))
# expect: True True True True True 2 2 [1, 2] 1 2 9
l = [1, 2, 3]
o.setitem(l, 0, "x")
o.delitem(l, 1)
print(l, o.getitem(l, 1), o.iadd(l, [9]), l, o.iconcat(l, "ab"), o.imul(3, 4), o.ior({1}, {2}), o.call(max, 1, 5), o.call(sorted, [2, 1], reverse=True))
# expect: ['x', 3, 9, 'a', 'b'] 3 ['x', 3, 9, 'a', 'b'] ['x', 3, 9, 'a', 'b'] ['x', 3, 9, 'a', 'b'] 12 {1, 2} 5 [2, 1]
print(o.isub(5, 1), o.ipow(2, 3), o.iand(6, 3), o.ixor(6, 3), o.ilshift(1, 2), o.irshift(8, 1), o.ifloordiv(7, 2), o.itruediv(1, 2), o.imod(7, 4))
# expect: 4 8 2 5 4 4 3 0.5 3
print(o.__add__ is o.add, o.__and__ is o.and_, o.__not__ is o.not_, len(o.__all__), "itemgetter" in o.__all__)
# expect: True True True 55 True
err(lambda: o.add(1))  # expect: TypeError: add expected 2 arguments, got 1
err(lambda: o.add(1, "a"))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
err(lambda: o.concat(1, 2))  # expect: TypeError: 'int' object can't be concatenated
err(lambda: o.indexOf([1], 5))  # expect: ValueError: sequence.index(x): x not in sequence
err(lambda: o.countOf(5, 1))  # expect: TypeError: argument of type 'int' is not iterable
err(lambda: o.length_hint(1, "a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: o.index(1.5))  # expect: TypeError: 'float' object cannot be interpreted as an integer
err(lambda: o.call())  # expect: TypeError: call expected at least 1 argument, got 0
g = o.itemgetter(1)
print(g, g([1, 2]), g("ab"), g({1: "one"}), o.itemgetter(0, 2)("abc"), o.itemgetter(slice(1, None))("abc"), o.itemgetter(-1)((1, 2)), o.itemgetter("k")({"k": "v"}))
# expect: operator.itemgetter(1) 2 b one ('a', 'c') bc 2 v
err(lambda: g([1]))  # expect: IndexError: list index out of range
err(lambda: g(5))  # expect: TypeError: 'int' object is not subscriptable
err(lambda: g())  # expect: TypeError: itemgetter expected 1 argument, got 0
err(lambda: g(1, 2))  # expect: TypeError: itemgetter expected 1 argument, got 2
err(lambda: o.itemgetter())  # expect: TypeError: itemgetter expected 1 argument, got 0
err(lambda: o.itemgetter(a=1))  # expect: TypeError: itemgetter() takes no keyword arguments
a = o.attrgetter("real", "imag")
print(a, a(5), o.attrgetter("__class__.__name__")("x"), o.attrgetter("real")(2.5))
# expect: operator.attrgetter('real', 'imag') (5, 0) str 2.5
err(lambda: a("x"))  # expect: AttributeError: 'str' object has no attribute 'real'
err(lambda: o.attrgetter("real.nope")(1))  # expect: AttributeError: 'int' object has no attribute 'nope'
err(lambda: o.attrgetter(1))  # expect: TypeError: attribute name must be a string
err(lambda: o.attrgetter())  # expect: TypeError: attrgetter expected 1 argument, got 0
m = o.methodcaller("split", ",", maxsplit=1)
print(m, m("a,b,c"), o.methodcaller("upper")("x"), o.methodcaller("replace", "a", "b")("aXa"), o.methodcaller("count", "a")(["a", "b", "a"]))
# expect: operator.methodcaller('split', ',', maxsplit=1) ['a', 'b,c'] X bXb 2
err(lambda: m(5))  # expect: AttributeError: 'int' object has no attribute 'split'
err(lambda: o.methodcaller())  # expect: TypeError: methodcaller needs at least one argument, the method name
err(lambda: o.methodcaller(1))  # expect: TypeError: method name must be a string
err(lambda: m())  # expect: TypeError: methodcaller expected 1 argument, got 0
print(copy.copy(g)([5, 6]), copy.deepcopy(a)(7), copy.copy(m)("x,y,z"), g.__reduce__(), a.__reduce__(), o.methodcaller("f", 1).__reduce__(), m.__reduce__()[1])
# expect: 6 (7, 0) ['x', 'y,z'] (<class 'operator.itemgetter'>, (1,)) (<class 'operator.attrgetter'>, ('real', 'imag')) (<class 'operator.methodcaller'>, ('f', 1)) (',',)
print(sorted([("b", 1), ("a", 2)], key=o.itemgetter(1)), sorted([3 + 1j, 1 + 5j], key=o.attrgetter("imag")), list(map(o.methodcaller("strip"), [" a", "b "])))
# expect: [('b', 1), ('a', 2)] [(3+1j), (1+5j)] ['a', 'b']
class Long:
    def method(self, *args, **kw):
        return len(args), kw
print(o.methodcaller("method", *range(20), k=1)(Long()))  # expect: (20, {'k': 1})
