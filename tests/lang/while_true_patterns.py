# Loops with several exits, flags, nested searches and else clauses.
def find(matrix, wanted):
    for y, row in enumerate(matrix):
        for x, v in enumerate(row):
            if v == wanted: return x, y
    else:
        return None
print(find([[1, 2], [3, 4]], 3), find([[1]], 9))  # expect: (0, 1) None
def collatz(n):
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
print([collatz(n) for n in range(1, 12)])  # expect: [0, 1, 7, 2, 5, 8, 16, 3, 19, 6, 14]
def primes(limit):
    found = []
    for n in range(2, limit):
        for p in found:
            if p * p > n:
                found.append(n)
                break
            if n % p == 0: break
        else: found.append(n)
    return found
print(primes(40))  # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37]
def retry(answers):
    it = iter(answers)
    tries = 0
    while True:
        tries += 1
        try: value = int(next(it))
        except ValueError: continue
        except StopIteration: return "gave up", tries
        if value < 0: break
        if value > 10: return value, tries
    return "negative", tries
print(retry(["x", "5", "20"]), retry(["a", "b"]), retry(["3", "-1", "99"]))
# expect: (20, 3) ('gave up', 3) ('negative', 2)
n = 0
while n < 10:
    n += 1
    for k in range(n):
        if k == 3: break
        if n % 2: continue
        n += 1
    else: continue
    break
print(n, k)  # expect: 5 3
out = []
for i in range(3):
    for j in range(3):
        for k in range(3):
            if k > j: break
            if i == j == k: continue
            out.append(i * 100 + j * 10 + k)
print(out)  # expect: [10, 11, 20, 21, 22, 100, 110, 120, 121, 122, 200, 210, 211, 220, 221]
