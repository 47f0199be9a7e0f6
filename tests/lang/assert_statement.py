# assert raises AssertionError with the value of its second expression.
assert True
assert 1, "not evaluated" + str(1 / 1)
def err(f):
    try:
        f()
    except AssertionError as e:
        print(repr(e), e.args)
def plain(): assert 0
def text(): assert [], "empty"
def value(): assert None, (1, 2)
def number(): assert not 1, 5
err(plain)  # expect: AssertionError() ()
err(text)  # expect: AssertionError('empty') ('empty',)
err(value)  # expect: AssertionError((1, 2)) ((1, 2),)
err(number)  # expect: AssertionError(5) (5,)
def evaluated():
    assert print("condition") or True, print("message")
evaluated()  # expect: condition
AssertionError = ValueError
try:
    assert False
except BaseException as e:
    print(type(e) is ValueError, type(e).__name__)  # expect: False AssertionError
assert (lambda: 1)()
assert 2 < 1, "last"  # expect error: AssertionError: last
