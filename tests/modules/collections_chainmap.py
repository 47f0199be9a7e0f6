# collections: ChainMap, UserDict, UserList, UserString.
from collections import ChainMap, UserDict, UserList, UserString
import copy
def err(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)
c = ChainMap({"a": 1}, {"a": 2, "b": 3})
print(c, c["a"], c["b"], c.get("z"), c.get("z", 0), len(c), sorted(c), list(c), "b" in c, bool(ChainMap()), c.maps, c.parents)
# expect: ChainMap({'a': 1}, {'a': 2, 'b': 3}) 1 3 None 0 2 ['a', 'b'] ['a', 'b'] True False [{'a': 1}, {'a': 2, 'b': 3}] ChainMap({'a': 2, 'b': 3})
c["b"] = "new"
c["n"] = 5
print(c, dict(c), c.new_child({"q": 1}), c.new_child(q=2), c.copy(), c.pop("n"), c.popitem())
# expect: ChainMap({'a': 1}, {'a': 2, 'b': 3}) {'a': 1, 'b': 'new', 'n': 5} ChainMap({'q': 1}, {'a': 1}, {'a': 2, 'b': 3}) ChainMap({'q': 2}, {'a': 1}, {'a': 2, 'b': 3}) ChainMap({'a': 1, 'b': 'new', 'n': 5}, {'a': 2, 'b': 3}) 5 ('b', 'new')
err(lambda: c["zzz"])  # expect: KeyError: 'zzz'
err(lambda: c.pop("b"))  # expect: KeyError: "Key not found in the first mapping: 'b'"
err(lambda: ChainMap().popitem())  # expect: KeyError: 'No keys found in the first mapping.'
def delete():
    del c["b"]
err(delete)  # expect: KeyError: "Key not found in the first mapping: 'b'"
c.clear()
print(c, c | {"x": 1}, {"x": 1} | c, ChainMap.fromkeys("ab", 0), c == {"a": 2, "b": 3})
# expect: ChainMap({}, {'a': 2, 'b': 3}) ChainMap({'x': 1}, {'a': 2, 'b': 3}) ChainMap({'x': 1, 'a': 2, 'b': 3}) ChainMap({'a': 0, 'b': 0}) True
c |= {"z": 26}
print(c, c.setdefault("k", 1), c, copy.copy(c) == c)
# expect: ChainMap({'z': 26, 'k': 1}, {'a': 2, 'b': 3}) 1 ChainMap({'z': 26, 'k': 1}, {'a': 2, 'b': 3}) True
class U(UserDict):
    def __missing__(self, key):
        return key * 2
    def __setitem__(self, key, value):
        super().__setitem__(key.upper(), value)
u = U(a=1)
u.update(b=2)
u["c"] = 3
print(u, u["A"], u["zz"], u.get("nope"), "A" in u, len(u), list(u), u.data, u.copy(), u | {"d": 4}, u == {"A": 1, "B": 2, "C": 3}, isinstance(u, dict))
# expect: {'A': 1, 'B': 2, 'C': 3} 1 zzzz None True 3 ['A', 'B', 'C'] {'A': 1, 'B': 2, 'C': 3} {'A': 1, 'B': 2, 'C': 3} {'A': 1, 'B': 2, 'C': 3, 'D': 4} True False
print(u.pop("A"), UserDict().pop("A", "gone"), u.setdefault("e", 5), u.keys(), sorted(u.items()), UserDict({"x": 1}), UserDict.fromkeys("ab"))
# expect: 1 gone ee KeysView({'B': 2, 'C': 3}) [('B', 2), ('C', 3)] {'x': 1} {'a': None, 'b': None}
err(lambda: UserDict()["x"])  # expect: KeyError: 'x'
class L(UserList):
    pass
l = L([3, 1, 2])
l.append(5)
l.sort()
l += [7]
print(l, l[0], l[1:], type(l[1:]), l + [1], [1] + l, l * 2, len(l), 3 in l, l.index(3), l.count(1), l.pop(), l == [1, 2, 3, 5], l < [9], l.copy(), copy.copy(l), list(reversed(l)))
# expect: [1, 2, 3, 5] 1 [2, 3, 5, 7] <class '__main__.L'> [1, 2, 3, 5, 7, 1] [1, 1, 2, 3, 5, 7] [1, 2, 3, 5, 7, 1, 2, 3, 5, 7] 5 True 2 1 7 True True [1, 2, 3, 5] [1, 2, 3, 5] [5, 3, 2, 1]
l.insert(0, "x")
l.extend(UserList("ab"))
l.remove("x")
l.reverse()
del l[0]
l[0] = "first"
print(l, UserList(l), UserList())  # expect: ['first', 5, 3, 2, 1] ['first', 5, 3, 2, 1] []
err(lambda: UserList()[0])  # expect: IndexError: list index out of range
s = UserString("hello")
print(s, s.upper(), type(s.upper()), s + " you", "say " + s, s * 2, s[1], s[1:3], len(s), "ell" in s, s == "hello", s < "z", s.find("l"), s.split("l"), s.replace("l", "L"), hash(s) == hash("hello"))
# expect: hello HELLO <class 'collections.UserString'> hello you say hello hellohello e el 5 True True True 2 ['he', '', 'o'] heLLo True
print(UserString("%s!") % "x", UserString(5), int(UserString("12")), s.center(9, "*"), s.startswith("he"), repr(s), s.encode(), s.title(), s.join(["a", "b"]), UserString("{}").format(1))
# expect: x! 5 12 **hello** True 'hello' b'hello' Hello ahellob 1
