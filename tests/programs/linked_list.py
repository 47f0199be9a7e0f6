# A linked list with the container protocol.
class Node:
    __slots__ = ("value", "next")
    def __init__(self, value, next_=None): self.value, self.next = value, next_
class LinkedList:
    def __init__(self, items=()):
        self.head, self.size = None, 0
        for item in items: self.append(item)
    def append(self, value):
        node = Node(value)
        self.size += 1
        if self.head is None:
            self.head = node
            return
        last = self.head
        while last.next: last = last.next
        last.next = node
    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next
    def __len__(self): return self.size
    def __getitem__(self, i):
        if isinstance(i, slice): return LinkedList(list(self)[i])
        if i < 0: i += self.size
        for n, v in enumerate(self):
            if n == i: return v
        raise IndexError(f"no item {i}")
    def reverse(self):
        previous, node = None, self.head
        while node: node.next, previous, node = previous, node, node.next
        self.head = previous
    def __contains__(self, x): return any(v == x for v in self)
    def __eq__(self, other): return list(self) == list(other)
    def __add__(self, other): return LinkedList([*self, *other])
    def __repr__(self): return "<" + " -> ".join(map(repr, self)) + ">"
l = LinkedList([1, 2, 3])
l.append("four")
print(l, len(l), l[0], l[-1], l[1:3], 3 in l, 9 in l)  # expect: <1 -> 2 -> 3 -> 'four'> 4 1 four <2 -> 3> True False
l.reverse()
print(l, l == ["four", 3, 2, 1], l + [0], LinkedList(), bool(LinkedList()), list(zip(l, l)))
# expect: <'four' -> 3 -> 2 -> 1> True <'four' -> 3 -> 2 -> 1 -> 0> <> False [('four', 'four'), (3, 3), (2, 2), (1, 1)]
a, *b = l
print(a, b)  # expect: four [3, 2, 1]
try: l[10]
except IndexError as e: print(e)  # expect: no item 10
