# Sieve of Eratosthenes in three styles.
def by_list(n):
    flags = [True] * (n + 1)
    flags[0:2] = [False, False]
    i = 2
    while i * i <= n:
        if flags[i]: flags[i * i::i] = [False] * len(range(i * i, n + 1, i))
        i += 1
    return [i for i, prime in enumerate(flags) if prime]
def by_set(n):
    numbers = set(range(2, n + 1))
    for i in range(2, n + 1):
        if i in numbers: numbers -= set(range(i * i, n + 1, i))
    return sorted(numbers)
def by_generator():
    yield 2
    n = 3
    known = []
    while True:
        if all(n % p for p in known if p * p <= n):
            known.append(n)
            yield n
        n += 2
def take(n, it): return [next(it) for _ in range(n)]
print(by_list(50))  # expect: [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47]
print(by_set(50) == by_list(50), take(15, by_generator()) == by_list(50))  # expect: True True
print(len(by_list(2000)), sum(by_list(1000)), by_list(1), by_list(2))  # expect: 303 76127 [] [2]
