# int compared and hashed with float and bool: equal numbers have equal hashes.
print(1 == 1.0, hash(1) == hash(1.0) == hash(True), 2 ** 53 == float(2 ** 53), 2 ** 53 + 1 == float(2 ** 53))
# expect: True True True False
print(2 ** 53 + 1 > 2.0 ** 53, 10 ** 400 > 1e308, -10 ** 400 < -1e308, 10 ** 400 > float("inf"), 10 ** 400 < float("inf"))
# expect: True True True False True
print(5 == "5", 5 != None, 5 == 5 + 0j, 0 == -0.0, 0 == False)  # expect: False True True True True
print(hash(0), hash(-1), hash(-2), hash(2 ** 61 - 1), hash(2 ** 61), hash(-(2 ** 61)), hash(2 ** 100), hash(10 ** 30))
# expect: 0 -2 -2 0 1 -2 549755813888 465258685558744706
print(hash(2 ** 61 - 2), hash(-(2 ** 61 - 1)), hash(2 ** 63), hash(123456789012345678901234567890))
# expect: 2305843009213693950 0 4 248789772095949448
print(hash(2 ** 1000) == hash(2.0 ** 1000), hash(3.0 * 2 ** 80) == hash(3 * 2 ** 80))  # expect: True True
d = {1: "int"}
d[1.0] = "float"
d[True] = "bool"
print(d, d[1], {0: "zero"}[False], {2 ** 70: "big"}[2.0 ** 70])  # expect: {1: 'bool'} bool zero big
print(1 < 1.5 < 2, 3 <= 3.0, -1 > -1.5, 7 != 7.0, max(1, 1.0), max(1.0, 1), min(2, 2.0, True))
# expect: True True True False 1 1.0 True
print(5 == float("nan"), 5 < float("nan"), 5 > float("-inf"))  # expect: False False True
print(sorted([3, 1.5, True, -2, 2 ** 70, -1e30, 0.0]))
# expect: [-1e+30, -2, 0.0, True, 1.5, 3, 1180591620717411303424]
print(int(5) is int(5), 5 in [5.0], [1, 2] == [1.0, 2.0], (1,) == (True,), {1} == {1.0})
# expect: True True True True True
