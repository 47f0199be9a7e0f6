# get_stats counts collections and what they found, by generation.
# observes: gc-time
import gc
gc.disable()
gc.collect()
before = gc.get_stats()
print(len(before), [sorted(s) for s in before] == [["collected", "collections", "uncollectable"]] * 3)
# expect: 3 True
for n in (1, 2, 3):
    ring = [[] for _ in range(n)]
    for i in range(n): ring[i].append(ring[i - 1])
    del ring
    gc.collect(n - 1)
after = gc.get_stats()
for b, a in zip(before, after): print({k: a[k] - b[k] for k in sorted(a)})
# expect: {'collected': 1, 'collections': 1, 'uncollectable': 0}
# expect: {'collected': 2, 'collections': 1, 'uncollectable': 0}
# expect: {'collected': 3, 'collections': 1, 'uncollectable': 0}
