# keys, values and items are live views; keys and items are like sets.
d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k), "a" in k, 2 in v, ("a", 1) in i, ("a", 2) in i)
# expect: dict_keys(['a', 'b']) dict_values([1, 2]) dict_items([('a', 1), ('b', 2)]) 2 True True True False
d["c"] = 3
print(k, v, i, list(reversed(k)), list(reversed(v)), list(reversed(i)))
# expect: dict_keys(['a', 'b', 'c']) dict_values([1, 2, 3]) dict_items([('a', 1), ('b', 2), ('c', 3)]) ['c', 'b', 'a'] [3, 2, 1] [('c', 3), ('b', 2), ('a', 1)]
print(sorted(k & {"a", "z"}), sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "z"}), k == {"a", "b", "c"}, k <= {"a", "b", "c", "d"}, k > {"a"})
# expect: ['a'] ['a', 'b', 'c', 'z'] ['b', 'c'] ['b', 'c', 'z'] True True True
print(sorted(i & {("a", 1)}), i == {("a", 1), ("b", 2), ("c", 3)}, k.isdisjoint("xyz"), k.isdisjoint(["a"]), sorted({"a", "q"} & k), sorted(["x"] | k))
# expect: [('a', 1)] True True False ['a'] ['a', 'b', 'c', 'x']
print(k == d.keys(), v == d.values(), i == d.items(), type(k).__name__, type(v).__name__, type(i).__name__, type(iter(k)).__name__, k.mapping)
# expect: True False True dict_keys dict_values dict_items dict_keyiterator {'a': 1, 'b': 2, 'c': 3}
print(list(zip(k, v)), dict(i), dict(i) == d, [a + str(b) for a, b in i], max(k), sum(v), *k)
# expect: [('a', 1), ('b', 2), ('c', 3)] {'a': 1, 'b': 2, 'c': 3} True ['a1', 'b2', 'c3'] c 6 a b c
def err(fn):
    try:
        fn()
    except Exception as x:
        print(type(x).__name__ + ":", x)
err(lambda: k[0])  # expect: TypeError: 'dict_keys' object is not subscriptable
err(lambda: len(iter(k)))  # expect: TypeError: object of type 'dict_keyiterator' has no len()
err(lambda: k.append(1))  # expect: AttributeError: 'dict_keys' object has no attribute 'append'
err(lambda: hash(k))  # expect: TypeError: unhashable type: 'dict_keys'
err(lambda: v & {1})  # expect: TypeError: unsupported operand type(s) for &: 'dict_values' and 'set'
err(lambda: k & 5)  # expect: TypeError: 'int' object is not iterable
err(lambda: k < [1])  # expect: TypeError: '<' not supported between instances of 'dict_keys' and 'list'
err(lambda: {1: []}.items() | {1})  # expect: TypeError: unhashable type: 'list'
err(lambda: k.mapping.__setitem__)  # expect: AttributeError: 'mappingproxy' object has no attribute '__setitem__'
def assign(): k.mapping["x"] = 1
err(assign)  # expect: TypeError: 'mappingproxy' object does not support item assignment
it = iter(d)
d["d"] = 4
err(lambda: next(it))  # expect: RuntimeError: dictionary changed size during iteration
it2 = iter(d.values())
print(next(it2), next(it2), it2.__length_hint__())  # expect: 1 2 2
del d["a"]
err(lambda: next(it2))  # expect: RuntimeError: dictionary changed size during iteration
print({}.keys(), {}.values(), {}.items(), {}.keys() == set(), len({}.items()))
# expect: dict_keys([]) dict_values([]) dict_items([]) True 0
