# Dicts through growth, deletion and reuse.
# skip-mode: stress a collection at every step of something this big takes hours
d = {}
for i in range(10000): d[i] = -i
print(len(d), d[0], d[9999], sum(d), 10000 in d)  # expect: 10000 0 -9999 49995000 False
for i in range(0, 10000, 3): del d[i]
print(len(d), 3 in d, 4 in d, next(iter(d)))  # expect: 6666 False True 1
for i in range(0, 10000, 3): d[i] = "again"
print(len(d), list(d)[-1], list(d)[0], d[3])  # expect: 10000 9999 1 again
s = {str(i): i for i in range(5000)}
print(len(s), s["4999"], "5000" in s, list(s)[:3])  # expect: 5000 4999 False ['0', '1', '2']
while len(s) > 3: s.popitem()
print(s)  # expect: {'0': 0, '1': 1, '2': 2}
m = {}
for i in range(1000):
    m[i] = i
    if i >= 10: del m[i - 10]
print(list(m))  # expect: [990, 991, 992, 993, 994, 995, 996, 997, 998, 999]
mixed = {i if i % 2 else str(i): i for i in range(2000)}
print(len(mixed), mixed[1], mixed["2"], sum(mixed.values()))  # expect: 2000 1 2 1999000
neg = {-i: i for i in range(1, 1000)}
print(neg[-1], neg[-2], neg[-999], len(neg))  # expect: 1 2 999 999
large = {2 ** i: i for i in range(500)}
print(large[2 ** 61], large[2 ** 499], len(large))  # expect: 61 499 500
fl = {i / 10: i for i in range(1000)}
print(fl[0.1], fl[99.9], fl[5])  # expect: 1 999 50
e = dict(d)
e.clear()
e["x"] = 1
print(e, len(d), {**d} == d, dict(d.items()) == d)  # expect: {'x': 1} 10000 True True
