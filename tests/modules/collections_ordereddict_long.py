# collections.OrderedDict against a list of pairs, over many moves to both ends.
from collections import OrderedDict
seed = 99
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return (seed >> 8) % n
for kind in (int, str, lambda n: n if n % 2 else str(n)):
    o, l = OrderedDict(), []
    for step in range(4000):
        op, key = rnd(9), kind(rnd(60))
        at = [i for i, (k, v) in enumerate(l) if k == key]
        if op < 3:
            o[key] = step
            if at:
                l[at[0]] = key, step
            else:
                l.append((key, step))
        elif op == 3 and at:
            o.move_to_end(key)
            l.append(l.pop(at[0]))
        elif op == 4 and at:
            o.move_to_end(key, last=False)
            l.insert(0, l.pop(at[0]))
        elif op == 5 and at:
            del o[key]
            del l[at[0]]
        elif op == 6 and l:
            assert o.popitem() == l.pop()
        elif op == 7 and l:
            assert o.popitem(last=False) == l.pop(0)
        elif op == 8 and step % 50 == 8:
            o.clear()
            l.clear()
        assert list(o.items()) == l, step
        if step % 50 == 0:
            assert list(reversed(o.items())) == l[::-1] and dict(o) == dict(l) and len(o) == len(l)
            assert o == OrderedDict(l) and list(o.copy()) == [k for k, v in l]
    print(len(o) == len(l), list(o.items()) == l)
# expect: True True
# expect: True True
# expect: True True
o = OrderedDict.fromkeys(range(100000))
for i in range(100000):
    o.move_to_end(i, last=False)
print(next(iter(o)), next(reversed(o)))  # expect: 99999 0
for i in range(99990):
    o.popitem(last=False)
print(list(o))  # expect: [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]
