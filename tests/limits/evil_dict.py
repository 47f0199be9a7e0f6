# Dicts and sets whose keys change the table while it is being searched or shown.
def show(name, f):
    try:
        print(name, f())
    except Exception as e:
        print(name, type(e).__name__, e)
class Key:
    def __init__(self, act=None): self.act = act
    def __hash__(self): return 1
    def __eq__(self, o):
        if self.act: self.act()
        return False
def lookup():
    d = {}
    d[Key(lambda: d.clear())] = 1
    d[Key()] = 2
    return d.get(Key()), len(d)
show("lookup", lookup)  # expect: lookup (None, 1)
def insert():
    d = {}
    k = Key(lambda: d.update({i: i for i in range(100)}))
    d[k] = 1
    k2 = Key()
    d[k2] = 2
    return len(d), d[k2]
show("insert while growing", insert)  # expect: insert while growing RecursionError maximum recursion depth exceeded
def compare():
    a = {}
    b = {}
    class V:
        def __eq__(self, o):
            a.clear()
            b.clear()
            return True
    a["x"], b["x"], a["y"], b["y"] = V(), V(), V(), V()
    return a == b
show("compare", compare)  # expect: compare True
def update():
    d = {1: 1}
    class M:
        def keys(self): return ["a", "b"]
        def __getitem__(self, k):
            d.clear()
            return k
    d.update(M())
    return d
show("update", update)  # expect: update {'b': 'b'}
def values_repr():
    d = {}
    class V:
        def __repr__(self):
            d.clear()
            return "V"
    d.update(a=V(), b=V(), c=V())
    return repr(d)
show("repr", values_repr)  # expect: repr {'a': V}
def set_ops():
    s = set()
    s.add(Key(lambda: s.clear()))
    s.add(Key())
    s.add(Key())
    return len(s) <= 3
show("set add", set_ops)  # expect: set add True
def set_inter():
    s, t = set(), set()
    s.update([Key(lambda: t.clear()), 1, 2])
    t.update([Key(), 1, 2])
    s & t
    return "fine"
show("set and", set_inter)  # expect: set and fine
def del_in_value():
    d = {}
    class D:
        def __del__(self): d.clear()
    d["a"] = D()
    d["b"] = D()
    d["a"] = 1
    d["c"] = 3
    return d
show("del in value", del_in_value)  # expect: del in value {'c': 3}
def hash_changes_dict():
    d = {}
    class H:
        def __hash__(self):
            d.update({i: 0 for i in range(50)})
            return 3
    d[H()] = 1
    return len(d)
show("hash", hash_changes_dict)  # expect: hash 51
def iterate_clear():
    d = dict.fromkeys(range(10))
    for k in d: d.clear()
show("iterate", iterate_clear)  # expect: iterate RuntimeError dictionary changed size during iteration
def fromkeys():
    d = {}
    class D(dict):
        def __setitem__(self, k, v): dict.__setitem__(self, k, v * 2)
    return D.fromkeys([1, 2], 5)
show("fromkeys", fromkeys)  # expect: fromkeys {1: 10, 2: 10}
def popitem():
    d = dict.fromkeys(range(100))
    out = []
    while d:
        out.append(d.popitem()[0])
        if len(out) % 10 == 0: d[-len(out)] = 1
        if len(out) > 300: break
    return len(out)
show("popitem", popitem)  # expect: popitem 111
