# Sorting and comparing floats with special values.
inf, nan = float("inf"), float("nan")
print(sorted([3.5, -inf, 0.0, inf, -1.5, 2]))  # expect: [-inf, -1.5, 0.0, 2, 3.5, inf]
print(max(1.0, 2), max(2, 2.0), min(-0.0, 0.0), max([nan, 1.0]) is nan, max([1.0, nan]))  # expect: 2 2 -0.0 True 1.0
print(0.1 < 0.2 < 0.3, 1.0 <= 1 <= 1.0, -inf < -1e308, inf >= inf, 1.5 > 1, 1.5 != 1.5)
# expect: True True True True True False
print({0.0: "z"}[-0.0], {nan: 1}.get(nan), {float("nan"): 1}.get(float("nan")), len({nan, nan}), len({0.0, -0.0, 0}))
# expect: z 1 None 1 1
print([nan] == [nan], [nan] == [float("nan")], (nan,) in [(nan,)], [1.0, 2.0] < [1.0, 3.0], nan in (1, nan))
# expect: True False True True True
print(1e308 * 10 == inf, -(1e308 * 10) == -inf, 2 ** 53 == 2.0 ** 53, 2 ** 53 + 1 == 2.0 ** 53 + 1)
# expect: True True True False
print([1.5, 2.5].index(2.5), [1.5, 1.5].count(1.5), 1.0 in {1}, 1.5 in range(3), 1.0 in range(3))
# expect: 1 2 True False True
for a, b in [(1.0, 1), (0.5, 1), (1.5, 1), (nan, 1), (inf, 10 ** 400), (1e300, 10 ** 300)]:
    print(a == b, a < b, a > b, a <= b, a >= b, a != b)
    # expect: True False False True True False
    # expect: False True False True False True
    # expect: False False True False True True
    # expect: False False False False False True
    # expect: False False True False True True
    # expect: False False True False True True
