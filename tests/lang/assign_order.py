# Right side first, then targets from left to right.
def note(x):
    print(x, end=",")
    return x
d = {}
d[note("key1")] = d[note("key2")] = note("value")
print()  # expect: value,key1,key2,
print(d)  # expect: {'key1': 'value', 'key2': 'value'}
(d[note("a")], d[note("b")]) = note("x"), note("y")
print()  # expect: x,y,a,b,
{note("k"): note("v"), note("k2"): note("v2")}
print()  # expect: k,v,k2,v2,
def f(*args, **kw): pass
f(note(1), *[note(2)], k=note(3), **{"z": note(4)})
print()  # expect: 1,2,3,4,
note(1) < note(2) < note(0) < note(9)
print()  # expect: 1,2,0,
note(1) + note(2) * note(3)
print()  # expect: 1,2,3,
