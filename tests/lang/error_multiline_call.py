# A call over several lines is reported at its first line.
def f(*args): return len(args)
print(f(
    1,
    2,
))  # expect: 2
f(  # expect error: TypeError: 'int' object is not callable
    1,
    2,
)(
    3,
)
