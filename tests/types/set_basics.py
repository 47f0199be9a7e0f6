# Sets: making, operators, comparison, membership.
print(set(), {1}, set([1, 1, 2]), len(set("hello")), {1, 1.0, True}, {(1, 2), (1, 2)}, set(range(3)) == {0, 1, 2})
# expect: set() {1} {1, 2} 4 {1} {(1, 2)} True
a, b = {1, 2, 3, 4}, {3, 4, 5}
print(a | b, a & b, a - b, b - a, a ^ b, sorted(a | b | {9}))
# expect: {1, 2, 3, 4, 5} {3, 4} {1, 2} {5} {1, 2, 5} [1, 2, 3, 4, 5, 9]
print(a <= b, a < a, a <= a, {3} < a, a > {1}, a >= {1, 2}, a == {4, 3, 2, 1}, a != b, a == [1, 2, 3, 4], a == frozenset(a))
# expect: False False True True True True True True False True
print(1 in a, 9 in a, "1" in a, bool(set()), bool({0}), len(a), sorted(a, reverse=True), max(a), sum(a), min(b))
# expect: True False False False True 4 [4, 3, 2, 1] 4 10 3
a |= {10}; a &= {1, 2, 10}; a -= {2}; a ^= {1, 7}
print(a)  # expect: {10, 7}
print({1, "a", None, (1,)} == {None, "a", (1,), 1}, {frozenset([1])} == {frozenset([1])}, {1} | frozenset([2]), frozenset([1]) | {2})
# expect: True True {1, 2} frozenset({1, 2})
s = set()
for i in range(1000): s.add(i % 100)
print(len(s), sorted(s)[:3], {x for x in range(5) if x % 2}, {*"ab"} == {"b", "a"}, list({5: 0}), type({1}) is set)
# expect: 100 [0, 1, 2] {1, 3} True [5] True
print(repr({1}), str(set()), repr(frozenset()), frozenset({2}), [set()], {1: {2}}, f"{ {3} }")
# expect: {1} set() frozenset() frozenset({2}) [set()] {1: {2}} {3}
print({0, 1, 2, 3}, {30, 10, 20}, set(range(10, 0, -1)), {-1, -2}, {1000, 100, 10, 1})
# expect: {0, 1, 2, 3} {10, 20, 30} {1, 2, 3, 4, 5, 6, 7, 8, 9, 10} {-1, -2} {1000, 1, 10, 100}
