# Warnings of the compiler: shown with their line, before the program runs.
x = "\d"
if x is 3: pass
def f():
    assert (x, "always")
    return [1](2), "\400", b"\z"
print(f.__name__)  # expect: f
print(compile("'\\q' is 1", "made up", "eval").co_filename)  # expect: made up
