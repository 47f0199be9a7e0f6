# Number theory on big ints: gcd, modular inverse, primality, a toy RSA.
def egcd(a, b):
    if b == 0: return a, 1, 0
    g, x, y = egcd(b, a % b)
    return g, y, x - a // b * y
def is_prime(n):
    if n < 2: return False
    for p in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        if n % p == 0: return n == p
    d, s = n - 1, 0
    while d % 2 == 0: d, s = d // 2, s + 1
    for a in (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37):
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in range(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
def next_prime(n):
    while not is_prime(n): n += 1
    return n
print(egcd(240, 46), [n for n in range(60) if is_prime(n)], is_prime(2 ** 89 - 1), is_prime(2 ** 83 - 1))
# expect: (2, -9, 47) [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59] True False
p, q = next_prime(10 ** 30), next_prime(3 * 10 ** 30)
n, e = p * q, 65537
d = pow(e, -1, (p - 1) * (q - 1))
message = 0
for c in "adder": message = message * 256 + ord(c)
secret = pow(message, e, n)
plain = pow(secret, d, n)
text = ""
while plain: plain, text = plain >> 8, chr(plain & 255) + text
print(p, q, secret != message, text, d * e % ((p - 1) * (q - 1)))
# expect: 1000000000000000000000000000057 3000000000000000000000000000091 True adder 1
def isqrt(n):
    x = n
    while (y := (x + n // x) // 2) < x: x = y
    return x
print(isqrt(2 * 10 ** 60), isqrt(10 ** 40) == 10 ** 20)  # expect: 1414213562373095048801688724209 True
def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    while n:
        if 4 * q + r - t < m * t:
            yield m
            n -= 1
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
print("".join(map(str, pi_digits(50))))  # expect: 31415926535897932384626433832795028841971693993751
factors, m = [], 2 ** 48 - 1
for f in range(2, 10 ** 3):
    while m % f == 0: factors.append(f); m //= f
print(factors, m)  # expect: [3, 3, 5, 7, 13, 17, 97, 241, 257, 673] 1
