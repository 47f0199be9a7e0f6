# Lambdas are named <lambda> in tracebacks.
f = lambda a, b: a[b]  # expect error: IndexError: list index out of range
print(f([1, 2], 1))  # expect: 2
f([1, 2], 5)
