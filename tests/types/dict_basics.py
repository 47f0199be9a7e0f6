# Dicts: making, lookup, order, deletion, equality.
print({}, dict(), {"a": 1, 2: "b"}, dict(a=1, b=2), dict([("x", 1), (2, 3)]), dict({"k": "v"}), dict({"k": 1}, k=2, j=3), dict(zip("ab", [1, 2])))
# expect: {} {} {'a': 1, 2: 'b'} {'a': 1, 'b': 2} {'x': 1, 2: 3} {'k': 'v'} {'k': 2, 'j': 3} {'a': 1, 'b': 2}
d = {"one": 1, "two": 2}
d["three"] = 3
d["one"] = "first"
print(d, len(d), d["two"], "one" in d, 1 in d, "x" not in d)
# expect: {'one': 'first', 'two': 2, 'three': 3} 3 2 True False True
del d["two"]
d["two"] = "again"
print(d, list(d), list(d.keys()), list(d.values()), list(d.items()))
# expect: {'one': 'first', 'three': 3, 'two': 'again'} ['one', 'three', 'two'] ['one', 'three', 'two'] ['first', 3, 'again'] [('one', 'first'), ('three', 3), ('two', 'again')]
print({1: "a", 1.0: "b", True: "c"}, {1: "a"}[True], {"a": 1} == {"a": 1.0}, {1: 2, 3: 4} == {3: 4, 1: 2}, {} == [], {1: 2} != {1: 3})
# expect: {1: 'c'} a True True False True
print({None: 1, (1, 2): 2, "s": 3, 1.5: 4, frozenset(): 5, int: 6, len: 7}[int], {(): {}}[()], bool({}), bool({0: 0}))
# expect: 6 {} False True
for k in d: print(k, d[k])
# expect: one first
# expect: three 3
# expect: two again
e = {i: i * i for i in range(100)}
for i in range(0, 100, 2): del e[i]
print(len(e), list(e)[:5], sum(e.values()), 51 in e, 50 in e)  # expect: 50 [1, 3, 5, 7, 9] 166650 True False
for i in range(5): e[i * 1000] = i
print(list(e)[-5:], list(reversed(e))[:3])  # expect: [0, 1000, 2000, 3000, 4000] [4000, 3000, 2000]
def err(f):
    try:
        f()
    except Exception as x:
        print(type(x).__name__ + ":", x)
err(lambda: d["missing"])  # expect: KeyError: 'missing'
err(lambda: d[5])  # expect: KeyError: 5
err(lambda: d[[]])  # expect: TypeError: unhashable type: 'list'
err(lambda: {[]: 1})  # expect: TypeError: unhashable type: 'list'
err(lambda: {{}: 1})  # expect: TypeError: unhashable type: 'dict'
err(lambda: {1: 2}[(1, 2)])  # expect: KeyError: (1, 2)
def delete(): del d["zzz"]
err(delete)  # expect: KeyError: 'zzz'
def assign(): d[{}] = 1
err(assign)  # expect: TypeError: unhashable type: 'dict'
err(lambda: [] in d)  # expect: TypeError: unhashable type: 'list'
err(lambda: hash({}))  # expect: TypeError: unhashable type: 'dict'
err(lambda: {} < {})  # expect: TypeError: '<' not supported between instances of 'dict' and 'dict'
err(lambda: d.missing)  # expect: AttributeError: 'dict' object has no attribute 'missing'
err(lambda: ([1], 2) in {})  # expect: TypeError: unhashable type: 'list'
