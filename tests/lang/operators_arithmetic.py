# Precedence and associativity of the arithmetic operators.
print(1 + 2 * 3)  # expect: 7
print((1 + 2) * 3)  # expect: 9
print(2 ** 3 ** 2)  # expect: 512
print(-2 ** 2)  # expect: -4
print(2 ** -1)  # expect: 0.5
print(7 // 2, -7 // 2, 7 // -2, -7 // -2)  # expect: 3 -4 -4 3
print(7 % 3, -7 % 3, 7 % -3, -7 % -3)  # expect: 1 2 -2 -1
print(10 - 3 - 2)  # expect: 5
print(100 / 10 / 2)  # expect: 5.0
print(1 << 2 + 3)  # expect: 32
print(6 & 3 | 8 ^ 12)  # expect: 6
print(~5, -~5, +-+5)  # expect: -6 6 -5
print(not 1 == 2)  # expect: True
print(5 if 0 else 6 if 1 else 7)  # expect: 6
print(1 + 1 == 2 and 3 > 2 or 1 / 0)  # expect: True
print(2 * 3 % 4, 2 * (3 % 4))  # expect: 2 6
print(-1 >> 1, 1 - -1)  # expect: -1 2
print(0.1 + 0.2, 1 / 3, 2.5 // 1, -2.5 % 1)  # expect: 0.30000000000000004 0.3333333333333333 2.0 0.5
print("a" + "b" * 3, [0] * 2 + [1])  # expect: abbb [0, 0, 1]
x = 5
print(x+++x, x---x, - - x)  # expect: 10 0 5
