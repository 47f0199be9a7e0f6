# Iterators of the builtin types: names, independence, exhaustion.
for x in ([], (), "", {}, {1}, range(1), {}.keys(), {}.values(), {}.items(), enumerate([]), zip(), map(len, []), filter(None, []), reversed([]), iter(int, 0), (i for i in [])):
    print(type(iter(x)).__name__, end=",")
print()
# expect: list_iterator,tuple_iterator,str_ascii_iterator,dict_keyiterator,set_iterator,range_iterator,dict_keyiterator,dict_valueiterator,dict_itemiterator,enumerate,zip,map,filter,list_reverseiterator,callable_iterator,generator,
l = [1, 2, 3]
a, b = iter(l), iter(l)
print(next(a), next(a), next(b), list(a), list(b), list(a))  # expect: 1 2 1 [3] [2, 3] []
l.append(4)
print(list(a), a.__length_hint__(), list(reversed(l)), iter(a) is a)  # expect: [] 0 [4, 3, 2, 1] True
r = reversed([1, 2, 3])
print(next(r), list(r), list(r))  # expect: 3 [2, 1] []
it = iter((1, 2))
next(it); next(it)
print(next(it, "d"), next(it, None))  # expect: d None
try:
    next(it)
except StopIteration as e:
    print(repr(e))  # expect: StopIteration()
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: next([]))  # expect: TypeError: 'list' object is not an iterator
err(lambda: next(5))  # expect: TypeError: 'int' object is not an iterator
err(lambda: iter(5))  # expect: TypeError: 'int' object is not iterable
err(lambda: iter(5, 5))  # expect: TypeError: iter(v, w): v must be callable
err(lambda: next())  # expect: TypeError: next expected at least 1 argument, got 0
err(lambda: next(it, 1, 2))  # expect: TypeError: next expected at most 2 arguments, got 3
err(lambda: reversed({1}))  # expect: TypeError: 'set' object is not reversible
err(lambda: reversed(5))  # expect: TypeError: 'int' object is not reversible
err(lambda: len(iter([])))  # expect: TypeError: object of type 'list_iterator' has no len()
err(lambda: iter([])[0])  # expect: TypeError: 'list_iterator' object is not subscriptable
print([1, 2] == list(iter([1, 2])), 2 in iter([1, 2]), max(iter([1, 5])), tuple(iter("ab")), dict(iter([(1, 2)])), sum(iter([1, 2])), " ".join(iter("ab")))
# expect: True True 5 ('a', 'b') {1: 2} 3 a b
