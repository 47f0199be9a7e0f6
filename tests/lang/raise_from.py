# Exception chaining: cause, context, suppression.
def show(e):
    print(repr(e), repr(e.__cause__), repr(e.__context__), e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError as e: raise ValueError("new") from e
except ValueError as e: show(e)
# expect: ValueError('new') ZeroDivisionError('division by zero') ZeroDivisionError('division by zero') True
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("implicit")
except ValueError as e: show(e)  # expect: ValueError('implicit') None ZeroDivisionError('division by zero') False
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("alone") from None
except ValueError as e: show(e)  # expect: ValueError('alone') None ZeroDivisionError('division by zero') True
try: raise ValueError("cause is a class") from KeyError
except ValueError as e: show(e)  # expect: ValueError('cause is a class') KeyError() None True
try: raise ValueError("x") from KeyError("k")
except ValueError as e: show(e)  # expect: ValueError('x') KeyError('k') None True
def err(f):
    try: f()
    except Exception as e: print(type(e).__name__ + ":", e)
def bad(): raise ValueError from 5
err(bad)  # expect: TypeError: exception causes must derive from BaseException
def bad_text(): raise ValueError from "text"
err(bad_text)  # expect: TypeError: exception causes must derive from BaseException
try:
    try:
        try: raise KeyError(1)
        except KeyError: raise IndexError(2)
    except IndexError: raise ValueError(3)
except ValueError as e:
    print(repr(e.__context__), repr(e.__context__.__context__))  # expect: IndexError(2) KeyError(1)
e1 = ValueError("v")
e1.__cause__ = KeyError("set by hand")
show(e1)  # expect: ValueError('v') KeyError('set by hand') None True
def set_cause(): e1.__cause__ = 5
err(set_cause)  # expect: TypeError: exception cause must be None or derive from BaseException
def set_context(): e1.__context__ = 5
err(set_context)  # expect: TypeError: exception context must be None or derive from BaseException
e1.__cause__ = None
e1.__suppress_context__ = False
show(e1)  # expect: ValueError('v') None None False
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise z
except ZeroDivisionError as e: show(e)  # expect: ZeroDivisionError('division by zero') None None False
def handled():
    try: 1 / 0
    except ZeroDivisionError: pass
    raise ValueError("no context")
try: handled()
except ValueError as e: show(e)  # expect: ValueError('no context') None None False
try:
    try: raise ValueError("a")
    finally: raise KeyError("in finally")
except KeyError as e: show(e)  # expect: KeyError('in finally') None ValueError('a') False
