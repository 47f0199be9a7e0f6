# How the operations of set change the counts of elements.
import sys
rc = sys.getrefcount
class E: pass
e = E()
s = {e}
print(rc(e))  # expect: 3
s.add(e)
print(rc(e), e in s)  # expect: 3 True
t = s | {e}
u = s & t
f = frozenset([e, e])
print(rc(e))  # expect: 6
s.discard(e); t.remove(e)
print(rc(e))  # expect: 4
u.update([e, e], (e,))
print(rc(e), u.pop() is e, rc(e))  # expect: 4 True 3
del f
print(rc(e))  # expect: 2
c = {e}.copy()
print(rc(e))  # expect: 3
c -= {e}
print(rc(e))  # expect: 2
c ^= {e}
print(rc(e))  # expect: 3
c.clear()
print(rc(e))  # expect: 2
w = {x for x in [e, e, e]}
print(rc(e), len(w))  # expect: 3 1
l = list(w)
print(rc(e))  # expect: 4
w = l = x = None
print(rc(e))  # expect: 2
