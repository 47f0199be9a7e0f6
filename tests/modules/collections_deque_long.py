# collections.deque against a list, over many blocks.
from collections import deque
seed = 12345
def rnd(n):
    global seed
    seed = (seed * 1103515245 + 12345) & 0x7fffffff
    return (seed >> 8) % n
for bound in (None, 100):
    d, l = deque(maxlen=bound), []
    def cut(left):
        if bound is not None and len(l) > bound:
            if left:
                del l[bound:]
            else:
                del l[:len(l) - bound]
    for step in range(6000):
        op = rnd(12)
        if op < 3:
            d.append(step)
            l.append(step)
            cut(False)
        elif op < 5:
            d.appendleft(step)
            l.insert(0, step)
            cut(True)
        elif op == 5 and l:
            assert d.pop() == l.pop()
        elif op == 6 and l:
            assert d.popleft() == l.pop(0)
        elif op == 7 and l:
            n = rnd(2 * len(l)) - len(l)
            d.rotate(n)
            n %= len(l)
            l = l[-n:] + l[:-n] if n else l
        elif op == 8 and l:
            i = rnd(len(l))
            del d[i]
            del l[i]
        elif op == 9 and len(l) != bound:
            i = rnd(len(l) + 1)
            d.insert(i, step)
            l.insert(i, step)
        elif op == 10 and l:
            i = rnd(len(l))
            assert d[i] == l[i] and d[i - len(l)] == l[i]
            d[i] = l[i] = -step
        elif op == 11:
            new = list(range(rnd(80)))
            if rnd(2):
                d.extend(new)
                l.extend(new)
                cut(False)
            else:
                d.extendleft(new)
                l[:0] = new[::-1]
                cut(True)
        if step % 100 == 0:
            assert list(d) == l and list(reversed(d)) == l[::-1] and len(d) == len(l)
            d.reverse()
            l.reverse()
    print(len(d) == len(l), list(d) == l, d.copy() == d)
# expect: True True True
# expect: True True True
