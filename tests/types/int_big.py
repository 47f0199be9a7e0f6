# Big ints: products, quotients, powers, roots against known identities.
a, b = 3 ** 200, 7 ** 150
print(a * b == 3 ** 50 * 21 ** 150, (a + b) ** 2 == a * a + 2 * a * b + b * b)  # expect: True True
q, r = divmod(a, b)
print(q * b + r == a, 0 <= r < b, q)  # expect: True True 0
print(divmod(-a, b) == (-q - 1, b - r), (-a) // (-b) == q, (-a) % (-b) == -r)  # expect: True True True
print(2 ** 100, 2 ** 100 - 1, -(2 ** 100), 2 ** 127 - 1)
# expect: 1267650600228229401496703205376 1267650600228229401496703205375 -1267650600228229401496703205376 170141183460469231731687303715884105727
def factorial(n):
    result = 1
    for i in range(2, n + 1): result *= i
    return result
print(factorial(25), factorial(30))  # expect: 15511210043330985984000000 265252859812191058636308480000000
print(factorial(100) // factorial(98), factorial(200) % 211, len(str(factorial(300))))  # expect: 9900 163 615
def fibonacci(n):
    a, b = 0, 1
    for _ in range(n): a, b = b, a + b
    return a
print(fibonacci(150), fibonacci(300) % 10 ** 9)  # expect: 9969216677189303386214405760200 990979600
print(10 ** 50 // 10 ** 48, 10 ** 50 % 97, 10 ** 50 - 10 ** 49, 10 ** 30 // 3)
# expect: 100 94 90000000000000000000000000000000000000000000000000 333333333333333333333333333333
print((10 ** 40 + 1) * (10 ** 40 - 1) == 10 ** 80 - 1)  # expect: True
print(pow(3, 1000, 10 ** 9 + 7), pow(2, 521, 2 ** 61 - 1), pow(5, 3 ** 50, 1000007))
# expect: 56888193 8589934592 848950
print(2 ** 200 > 2 ** 199, 2 ** 200 == 2 ** 200, -(2 ** 200) < 0, 2 ** 200 != 2 ** 200 + 1, 2 ** 100 < 2.0 ** 101)
# expect: True True True True True
n = 2 ** 64
print(n // 2 ** 32, n % (2 ** 32 + 1), n - 1 & 0xFF, (n - 1) // (2 ** 32 - 1), n * n // n == n)
# expect: 4294967296 1 255 4294967297 True
x = 12345678901234567890
print(x * x, x ** 3, x // 987654321, x % 987654321, x * -1, x - x, x // x)
# expect: 152415787532388367501905199875019052100 1881676372353657772490265749424677022198701224860897069000 12499999887 339506163 -12345678901234567890 0 1
s = int("9" * 500)
print(len(str(s * s)), str(s * s)[:5], str(s * s)[-5:], (s + 1) == 10 ** 500, s * s == 10 ** 1000 - 2 * 10 ** 500 + 1)
# expect: 1000 99999 00001 True True
print((1 << 500) // (1 << 300) == 1 << 200, ((1 << 500) + 12345) % (1 << 300), (3 ** 300) % (2 ** 64))
# expect: True 12345 4157753088978724465
