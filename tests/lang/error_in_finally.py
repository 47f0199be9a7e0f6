# The exception of a finally block is what is reported in the end.
def f():
    try:
        raise ValueError("first")
    finally:
        raise KeyError("second")  # expect error: KeyError: 'second'
f()
