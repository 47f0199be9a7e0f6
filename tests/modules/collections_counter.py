# collections.Counter.
from collections import Counter
import copy
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
c = Counter("abracadabra")
print(c, c["a"], c["z"], len(c), c.total(), c.most_common(2), c.most_common(), c.most_common(0), c.most_common(-1))
# expect: Counter({'a': 5, 'b': 2, 'r': 2, 'c': 1, 'd': 1}) 5 0 5 11 [('a', 5), ('b', 2)] [('a', 5), ('b', 2), ('r', 2), ('c', 1), ('d', 1)] [] []
print(Counter(), Counter(a=3, b=1), Counter({"x": 2}), Counter([1, 1, 2]), Counter(None), Counter(iterable=2))
# expect: Counter() Counter({'a': 3, 'b': 1}) Counter({'x': 2}) Counter({1: 2, 2: 1}) Counter() Counter({'iterable': 2})
print(sorted(c.elements()), list(Counter(a=2, b=0, c=-1).elements()))
# expect: ['a', 'a', 'a', 'a', 'a', 'b', 'b', 'c', 'd', 'r', 'r'] ['a', 'a']
c.update("aa")
c.update({"z": 5})
c.update(q=1)
c.subtract("bb")
c.subtract({"z": 6}, r=1)
print(c)  # expect: Counter({'a': 7, 'r': 1, 'c': 1, 'd': 1, 'q': 1, 'b': 0, 'z': -1})
del c["a"]
del c["never counted"]
print(c, +c, -c)
# expect: Counter({'r': 1, 'c': 1, 'd': 1, 'q': 1, 'b': 0, 'z': -1}) Counter({'r': 1, 'c': 1, 'd': 1, 'q': 1}) Counter({'z': 1})
a, b = Counter(a=3, b=1, d=-1), Counter(a=1, b=2, c=4)
print(a + b, a - b, a & b, a | b, b - a)
# expect: Counter({'a': 4, 'c': 4, 'b': 3}) Counter({'a': 2}) Counter({'a': 1, 'b': 1}) Counter({'c': 4, 'a': 3, 'b': 2}) Counter({'c': 4, 'b': 1, 'd': 1})
a += b
print(a)  # expect: Counter({'a': 4, 'c': 4, 'b': 3})
a -= Counter(a=10)
print(a)  # expect: Counter({'c': 4, 'b': 3})
a |= Counter(b=9)
a &= Counter(b=5, c=1)
print(a)  # expect: Counter({'b': 5, 'c': 1})
print(Counter(a=1) == Counter(a=1, b=0), Counter(a=1) != Counter(a=2), Counter(a=1) <= Counter(a=1), Counter(a=1) < Counter(a=1, b=1), Counter(a=2) > Counter(a=1), Counter(a=1) >= Counter(b=1))
# expect: True True True True True False
print(Counter(a=1) == {"a": 1}, Counter(a=1).__eq__({"a": 1}))  # expect: True NotImplemented
err(lambda: Counter(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: Counter("a", "b"))  # expect: TypeError: Counter.__init__() takes from 1 to 2 positional arguments but 3 were given
err(lambda: Counter.fromkeys("ab"))  # expect: NotImplementedError: Counter.fromkeys() is undefined.  Use Counter(iterable) instead.
err(lambda: Counter([[]]))  # expect: TypeError: unhashable type: 'list'
err(lambda: Counter("a") + {"a": 1})  # expect: TypeError: unsupported operand type(s) for +: 'Counter' and 'dict'
err(lambda: Counter(a=1) < 5)  # expect: TypeError: '<' not supported between instances of 'Counter' and 'int'
err(lambda: hash(Counter()))  # expect: TypeError: unhashable type: 'Counter'
err(lambda: Counter(a="x").update(a=1))  # expect: TypeError: unsupported operand type(s) for +: 'int' and 'str'
d = copy.copy(c)
d["q"] += 10
print(c["q"], d["q"], type(d), copy.deepcopy(c) == c, c.copy() == c, c.__reduce__()[0])
# expect: 1 11 <class 'collections.Counter'> True True <class 'collections.Counter'>
class Sub(Counter):
    pass
print(Sub("aab"), type(Sub("a") + Sub("b")), type(Sub("a").copy()))
# expect: Sub({'a': 2, 'b': 1}) <class 'collections.Counter'> <class '__main__.Sub'>
words = Counter(w.lower() for w in "The cat and the dog and the bird".split())
print(words.most_common(2), max(words, key=words.get), dict(words))
# expect: [('the', 3), ('and', 2)] the {'the': 3, 'cat': 1, 'and': 2, 'dog': 1, 'bird': 1}
print(Counter({1: "mixed", 2: 3}), Counter(x=1.5, y=2), Counter.__module__, Counter.__name__)
# expect: Counter({1: 'mixed', 2: 3}) Counter({'y': 2, 'x': 1.5}) collections Counter
print(isinstance(c, dict), "a" in Counter("a"), Counter("ab") | {}.keys() if False else Counter("a").keys())
# expect: True True dict_keys(['a'])
