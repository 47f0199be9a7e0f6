# Subclasses of builtin containers override what their methods use, and only that.
class Noisy(list):
    def append(self, x):
        print("append", x)
        super().append(x)
    def __getitem__(self, i):
        print("get", i)
        return super().__getitem__(i)
    def __len__(self): return 100
n = Noisy([1, 2])
n.append(3)  # expect: append 3
print(n[0], n, len(n), [x for x in n], list(n), n + [4], n == [1, 2, 3], sum(n))
# expect: get 0
# expect: 1 [1, 2, 3] 100 [1, 2, 3] [1, 2, 3] [1, 2, 3, 4] True 6
n.extend([9])
print(n.pop(), sorted(n), 2 in n, bool(n))  # expect: 9 [1, 2, 3] True True
class Str(str):
    def __len__(self): return 1
    def __getitem__(self, i): return "item"
    def __iter__(self): return iter("xyz")
s = Str("hello")
print(len(s), s[0], list(s), s.upper(), s + "!", "-".join(s), s == "hello", s.find("l"))
# expect: 1 item ['x', 'y', 'z'] HELLO hello! x-y-z True 2
class Int(int):
    def __repr__(self): return "Int"
    def __eq__(self, o): return True
    __hash__ = int.__hash__
print(Int(3) == 5, 5 == Int(3), [Int(3)], Int(3) + 1, str(Int(3)), {Int(3): 1}, Int(3) != 3, -Int(3))
# expect: True True [Int] 4 Int {Int: 1} False -3
class Tup(tuple):
    def __iter__(self): return iter([9, 9])
t = Tup([1, 2])
a, b = t
print(a, b, list(t), t[0], t == (1, 2), len(t), tuple(t), [*t])  # expect: 9 9 [9, 9] 1 True 2 (9, 9) [9, 9]
class Dict(dict):
    def __getitem__(self, k): return "got " + str(k)
    def get(self, k, d=None): return "GOT"
d = Dict(a=1)
print(d["a"], d["zz"], d.get("a"), dict(d), {**d}, d | {}, "%(a)s" % d, d.pop("a"))
# expect: got a got zz GOT {'a': 1} {'a': 1} {'a': 1} got a 1
