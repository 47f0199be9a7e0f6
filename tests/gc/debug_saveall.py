# DEBUG_SAVEALL keeps what would be freed in gc.garbage.
# observes: gc-time
import gc
gc.disable()
gc.collect()
print(gc.get_debug(), gc.garbage)  # expect: 0 []
gc.set_debug(gc.DEBUG_SAVEALL)
print(gc.get_debug() == gc.DEBUG_SAVEALL)  # expect: True
class C: pass
c = C()
c.me = c
l = []
l.append(l)
del c, l
print(gc.collect(), sorted(type(x).__name__ for x in gc.garbage))  # expect: 2 ['C', 'list']
gc.set_debug(0)
gc.garbage.clear()
print(gc.collect(), gc.garbage)  # expect: 2 []
print(gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK)
# expect: 1 2 4 32 38
