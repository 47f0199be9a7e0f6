# A deep structure that is part of a cycle is collected without overflowing the C stack.
# skip-mode: stress a collection at every step of something this big takes hours
import gc
x = root = []
for _ in range(300_000): x = [x]
root.append(x)
del x, root
gc.collect()
class Node: pass
first = node = Node()
for _ in range(300_000):
    node.next = Node()
    node = node.next
node.next = first
del first, node
gc.collect()
print("collected")  # expect: collected
