# Breadth-first, depth-first, Dijkstra, topological order.
GRAPH = {"a": {"b": 7, "c": 9, "f": 14}, "b": {"a": 7, "c": 10, "d": 15}, "c": {"a": 9, "b": 10, "d": 11, "f": 2},
         "d": {"b": 15, "c": 11, "e": 6}, "e": {"d": 6, "f": 9}, "f": {"a": 14, "c": 2, "e": 9}}
def breadth_first(start):
    seen, queue = [start], [start]
    while queue:
        for n in GRAPH[queue.pop(0)]:
            if n not in seen:
                seen.append(n)
                queue.append(n)
    return seen
def depth_first(node, seen=None):
    seen = [] if seen is None else seen
    seen.append(node)
    for n in GRAPH[node]:
        if n not in seen: depth_first(n, seen)
    return seen
def dijkstra(start, end):
    best, previous, todo = {start: 0}, {}, {start}
    while todo:
        node = min(todo, key=lambda n: (best[n], n))
        todo.remove(node)
        for n, cost in GRAPH[node].items():
            if best[node] + cost < best.get(n, float("inf")):
                best[n], previous[n] = best[node] + cost, node
                todo.add(n)
    path = [end]
    while path[-1] != start: path.append(previous[path[-1]])
    return best[end], "".join(reversed(path))
def topological(needs):
    order, done = [], set()
    def visit(n, path=()):
        if n in path: raise ValueError("cycle: " + " ".join(path[path.index(n):] + (n,)))
        if n in done: return
        for m in needs.get(n, ()): visit(m, path + (n,))
        done.add(n)
        order.append(n)
    for n in needs: visit(n)
    return order
print(breadth_first("a"), depth_first("a"))  # expect: ['a', 'b', 'c', 'f', 'd', 'e'] ['a', 'b', 'c', 'd', 'e', 'f']
print(dijkstra("a", "e"), dijkstra("b", "f"), dijkstra("c", "c"))  # expect: (20, 'acfe') (12, 'bcf') (0, 'c')
print(topological({"dress": ["shirt", "shoes"], "shoes": ["socks"], "shirt": [], "coat": ["dress"]}))
# expect: ['shirt', 'socks', 'shoes', 'dress', 'coat']
try: topological({"a": ["b"], "b": ["c"], "c": ["a"]})
except ValueError as e: print(e)  # expect: cycle: a b c a
