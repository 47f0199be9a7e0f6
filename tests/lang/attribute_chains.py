# Long chains of attributes, calls, subscripts and operators in one expression.
class Node:
    def __init__(self, **kw): self.__dict__.update(kw)
    def get(self, n): return getattr(self, n)
    def __getitem__(self, k): return self.items[k]
tree = Node(left=Node(items=[1, Node(name="deep", fn=lambda *a: list(a))]), items={"k": (5, 6)})
print(tree.left[1].name.upper().replace("D", "d")[1:3], tree.get("left").get("items")[0], tree["k"][1] ** 2)
# expect: EE 1 36
print(tree.left.items[1].fn(1, *[2, 3], 4)[-2:][0], (tree.left.items[1].fn)(tree)[0].items["k"][::-1])
# expect: 3 (6, 5)
tree.left.items[1].new = {"a": [1, 2]}
tree.left.items[1].new["a"][0] += 10
tree.left[1].new["b"] = tree.left[1].new["a"] * 2
print(tree.left.items[1].new)  # expect: {'a': [11, 2], 'b': [11, 2, 11, 2]}
del tree.left.items[1].new["a"][1]
print(tree.left.items[1].new["a"], "a,b".split(",")[0].join(["x", "y"]).title().center(7, "."))
# expect: [11] ..Xay..
print(("%s-%s" % ("a", "b")).split("-")[-1], [[1, 2], [3, 4]][1][0], {"f": lambda: {"g": [lambda x: x + 1]}}["f"]()["g"][0](41))
# expect: b 3 42
print((1, 2, 3)[1:][0], "abc"[::-1][0], [i for i in range(5)][2:4][-1], (lambda: (lambda: 7))()(), not [] and {1: 2}[1])
# expect: 2 c 3 7 2
