# Endless recursion ends in a RecursionError with a shortened traceback.
def f(n):
    return f(n + 1)  # expect error: RecursionError: maximum recursion depth exceeded
f(0)
