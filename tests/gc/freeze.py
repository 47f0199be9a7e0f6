# freeze moves everything out of the collector's sight until unfreeze.
# observes: gc-time
import gc
gc.disable()
gc.collect()
a = []
a.append(a)
gc.freeze()
print(gc.get_freeze_count() > 0)  # expect: True
del a
print(gc.collect())  # expect: 0
gc.unfreeze()
print(gc.get_freeze_count(), gc.collect())  # expect: 0 1
