# What gc.collect() returns for cycles of many shapes: the number of unreachable objects.
# skip: not yet as CPython does it
# observes: gc-time
import gc
gc.disable()
class C: pass
class S: __slots__ = ("a", "__weakref__")
def collect(make):
    gc.collect()
    make()
    return gc.collect()
def nothing(): return [C(), {}, (1, [2])] and None
def self_dict():
    d = {}
    d["me"] = d
def self_attribute_twice():
    c = C()
    c.a = c.b = c
def tuple_and_dict():
    d = {}
    d["t"] = (d,)
def three_instances():
    a, b, c = C(), C(), C()
    a.x, b.x, c.x = b, c, a
def instance_and_list():
    c = C()
    c.items = [c]
def slots():
    s = S()
    s.a = s
def two_rings():
    for _ in range(2): three_instances()
def ring_with_tail():
    a = []
    a.append(a)
    a.append([[], [C()], {"k": []}])
def bound_method():
    class D:
        def m(self): pass
    return None
def method_ring():
    c = C()
    c.m = c.__init__
def nested_function():
    def f(): return f
def generator():
    def g():
        yield me
    me = g()
    next(me)
def set_ring():
    c = C()
    c.s = {c}
def frozen():
    c = C()
    c.s = frozenset([c])
def iterator():
    l = []
    l.append(iter(l))
def exception():
    try: raise ValueError
    except ValueError as e:
        x = e
for f in (nothing, self_dict, self_attribute_twice, tuple_and_dict, three_instances, instance_and_list, slots, two_rings,
          ring_with_tail, method_ring, nested_function, set_ring, frozen, iterator, exception):
    print(f.__name__, collect(f))
    # expect: nothing 0
    # expect: self_dict 1
    # expect: self_attribute_twice 1
    # expect: tuple_and_dict 2
    # expect: three_instances 3
    # expect: instance_and_list 2
    # expect: slots 1
    # expect: two_rings 6
    # expect: ring_with_tail 7
    # expect: method_ring 2
    # expect: nested_function 3
    # expect: set_ring 2
    # expect: frozen 2
    # expect: iterator 2
    # expect: exception 3
print(collect(bound_method) > 3, collect(generator))  # expect: True 4
