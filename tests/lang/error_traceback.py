# A traceback names every call from the outermost to the innermost.
# skip: not yet as CPython does it
# status: 1
def f(x):
    return g(x) + 1
def g(x):
    return 10 / x
print("before")  # expect: before
f(0)
