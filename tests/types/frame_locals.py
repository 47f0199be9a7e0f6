# frame.f_locals of a function writes through to its variables (PEP 667); locals() is a snapshot.
import sys
def ask(*calls):
    for call in calls:
        try:
            print(repr(call()))
        except Exception as e:
            print(type(e).__name__ + ":", e)
def f(a, b=2, *args, **kw):
    c = 3
    def inner(): return a
    if a is None: d = 1
    p = sys._getframe().f_locals
    print(type(p), list(p), len(p), p is sys._getframe().f_locals, p == sys._getframe().f_locals)
    p["c"], p["a"], p["b"] = 33, 11, 22
    print(a, b, c, inner(), p["a"], p.get("d"), p.get("d", 7), "d" in p, "c" in p)
    p["zzz"], p[1] = 5, "one"
    print(list(p)[-3:], p["zzz"], p[1], sys._getframe().f_locals["zzz"])
    p["d"] = 4
    print(d, list(p)[-4:])
    ask(lambda: p["nope"], lambda: p[[]], lambda: p.__delitem__("c"), lambda: p.__delitem__("nope"), lambda: p.pop("c"), lambda: p.clear())
    ask(lambda: p.setdefault("c", 1), lambda: p.setdefault("new", 1), lambda: p.setdefault("new2"), lambda: p["new"])
    ask(lambda: p.update({"c": 44}, x=1), lambda: p.update({"c": 44}), lambda: p.update([("c", 45)]), lambda: p.update(5))
    print(c)
    ask(lambda: hash(p), lambda: p == dict(p), lambda: p != dict(p), lambda: p == 3, lambda: p < p)
    ask(lambda: type(p.keys()), lambda: type(p.values()), lambda: type(p.items()), lambda: type(p.copy()), lambda: list(reversed(p)) == list(p)[::-1])
    ask(lambda: type(p | {}), lambda: (p | {"c": 9})["c"], lambda: ({"c": 9} | p)["c"], lambda: p | [])
    p |= {"c": 50}
    print(type(p), c, bool(p))
    ask(lambda: type(p)(), lambda: type(p)(3), lambda: sys.getsizeof(p), lambda: [m for m in dir(p) if m[0] != "_"])
    match p:
        case {"c": x}: print("match", x)
    try:
        p |= [("c", 51)]
    except TypeError as e:
        print(e)
f(1)
# expect: <class 'FrameLocalsProxy'> ['a', 'b', 'args', 'kw', 'c', 'inner', 'p'] 7 False True
# expect: 11 22 33 11 11 None 7 False True
# expect: ['p', 'zzz', 1] 5 one 5
# expect: 4 ['d', 'p', 'zzz', 1]
# expect: KeyError: "local variable ''nope'' is not defined"
# expect: TypeError: unhashable type: 'list'
# expect: TypeError: cannot remove variables from FrameLocalsProxy
# expect: TypeError: cannot remove variables from FrameLocalsProxy
# expect: AttributeError: 'FrameLocalsProxy' object has no attribute 'pop'
# expect: AttributeError: 'FrameLocalsProxy' object has no attribute 'clear'
# expect: 33
# expect: 1
# expect: None
# expect: 1
# expect: TypeError: FrameLocalsProxy.update() takes no keyword arguments
# expect: None
# expect: TypeError: update() argument must be dict or another FrameLocalsProxy
# expect: TypeError: update() argument must be dict or another FrameLocalsProxy
# expect: 44
# expect: TypeError: unhashable type: 'FrameLocalsProxy'
# expect: True
# expect: False
# expect: False
# expect: TypeError: '<' not supported between instances of 'FrameLocalsProxy' and 'FrameLocalsProxy'
# expect: <class 'list'>
# expect: <class 'list'>
# expect: <class 'list'>
# expect: <class 'dict'>
# expect: True
# expect: <class 'dict'>
# expect: 9
# expect: 44
# expect: TypeError: unsupported operand type(s) for |: 'FrameLocalsProxy' and 'list'
# expect: <class 'FrameLocalsProxy'> 50 True
# expect: TypeError: FrameLocalsProxy expected 1 argument, got 0
# expect: TypeError: expect frame, not int
# expect: 40
# expect: ['copy', 'get', 'items', 'keys', 'setdefault', 'update', 'values']
# expect: match 50
# expect: unsupported operand type(s) for |=: 'FrameLocalsProxy' and 'list'
def g():
    x = 1
    return sys._getframe()
fr = g()
print(fr.f_locals)
fr.f_locals["y"] = 3
fr.f_locals["x"] = 2
print(fr.f_locals, fr.f_locals is fr.f_locals)
fr.clear()
print(fr.f_locals)
# expect: {'x': 1}
# expect: {'x': 2, 'y': 3} False
# expect: {}
def itself():
    r = sys._getframe().f_locals
    return repr(r)
print(itself())
# expect: {'r': {...}}
def snapshot():
    x = 1
    d = locals()
    d["x"], d["y"] = 2, 3
    sys._getframe().f_locals["q"] = 1
    return x, locals(), locals() is locals()
print(snapshot())
# expect: (1, {'x': 1, 'd': {'x': 2, 'y': 3}, 'q': 1}, False)
def generate():
    x = 1
    yield
    yield x
it = generate()
print(it.gi_frame.f_locals, next(it))
it.gi_frame.f_locals["x"] = 10
print(next(it), it.gi_frame.f_locals)
# expect: {'x': 1} None
# expect: 10 {'x': 10}
def cells():
    x = 1
    def inner():
        nonlocal x
        sys._getframe().f_locals["x"] = 5
        sys._getframe(1).f_locals["y"] = 6
        return x
    y = 0
    return inner(), x, y
print(cells())
# expect: (5, 5, 6)
def bind():
    p = sys._getframe().f_locals
    p["v"] = 1
    exec("v = 3")
    print(p["v"])
    exec("v = 3; w = 4", globals(), p)
    if p is None: v = 0
    print(v, p["w"], eval("v + w", {}, p))
bind()
# expect: 1
# expect: 3 4 7
class SubStr(str): pass
class BadEq(str):
    def __eq__(self, other): raise ValueError("eq")
    __hash__ = str.__hash__
def keys():
    x = 1
    p = sys._getframe().f_locals
    p[SubStr("x")] = 4
    print(x, p[SubStr("x")], [type(k).__name__ for k in p])
    ask(lambda: p[BadEq("x")])
    it = iter(p)
    y = 2
    print(list(it), list(p))
keys()
# expect: 4 4 ['str', 'str']
# expect: ValueError: eq
# expect: ['x', 'p'] ['x', 'it', 'y', 'p']
class K:
    a = 1
    print(type(sys._getframe().f_locals), [(type(sys._getframe().f_locals), list(locals())) for z in [1]])
print(sys._getframe().f_locals is globals(), [(type(sys._getframe().f_locals), locals()) for z in [1]])
print((lambda: [list(sys._getframe().f_locals.items()) for z in range(2)])())
# expect: <class 'dict'> [(<class 'FrameLocalsProxy'>, ['z'])]
# expect: True [(<class 'FrameLocalsProxy'>, {'z': 1})]
# expect: [[('z', 0)], [('z', 1)]]
