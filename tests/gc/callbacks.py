# Callbacks see the begin and the end of every collection.
# observes: gc-time
import gc
gc.disable()
gc.collect()
log = []
def callback(phase, info): log.append((phase, info["generation"], info["collected"], info["uncollectable"]))
gc.callbacks.append(callback)
l = []
l.append(l)
del l
gc.collect()
gc.collect(0)
gc.collect(1)
gc.callbacks.remove(callback)
gc.collect()
print(*log, sep="\n")
# expect: ('start', 2, 0, 0)
# expect: ('stop', 2, 1, 0)
# expect: ('start', 0, 0, 0)
# expect: ('stop', 0, 0, 0)
# expect: ('start', 1, 0, 0)
# expect: ('stop', 1, 0, 0)
print(gc.callbacks)  # expect: []
def broken(phase, info): raise ValueError("callback fails")
calls = []
gc.callbacks.append(lambda phase, info: calls.append(phase))
gc.collect(0)
gc.callbacks.clear()
print(calls)  # expect: ['start', 'stop']
