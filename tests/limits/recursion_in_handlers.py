# RecursionError caught at the bottom, in handlers and in finally blocks.
def bottom(n):
    try:
        return bottom(n + 1)
    except RecursionError:
        return n
print(bottom(0) > 900)  # expect: True
def many(n):
    try:
        many(n + 1)
    except RecursionError:
        pass
    return "returned"
print(many(0))  # expect: returned
def log(n, out):
    try:
        log(n + 1, out)
    finally:
        out.append(n)
out = []
try:
    log(0, out)
except RecursionError as e:
    print(e, len(out) > 900, out[-1], out[-2])  # expect: maximum recursion depth exceeded True 0 1
def mutual_a(n): return mutual_b(n) + 1
def mutual_b(n): return mutual_a(n) + 1
for _ in range(5):
    try: mutual_a(0)
    except RecursionError as e: print(type(e).__name__)
    # expect: RecursionError
    # expect: RecursionError
    # expect: RecursionError
    # expect: RecursionError
    # expect: RecursionError
class Deep:
    def __del__(self):
        def down(): down()
        try: down()
        except RecursionError: print("caught in __del__")
Deep()  # expect: caught in __del__
def generators(n):
    yield n
    if n < 200: yield from generators(n + 1)
print(sum(generators(0)))  # expect: 20100
