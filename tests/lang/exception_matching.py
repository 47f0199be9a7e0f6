# except matches by class, subclass and tuples; other things are errors.
class A(Exception): pass
class B(A): pass
for x in (A(), B()):
    try: raise x
    except B: print("B")
    except A: print("A")
# expect: A
# expect: B
try: raise B
except (KeyError, (ValueError, A)): print("nested tuple")  # expect error: TypeError: catching classes that do not inherit from BaseException is not allowed
def err(f):
    try: f()
    except Exception as e: print(type(e).__name__ + ":", e)
def by_instance():
    try: raise A
    except ValueError(): pass
err(by_instance)
def by_string():
    try: raise A
    except "A": pass
err(by_string)
def by_number_in_tuple():
    try: raise A
    except (KeyError, 5): pass
err(by_number_in_tuple)
def not_reached():
    try: return "fine"
    except 5: pass
print(not_reached())
def undefined():
    try: raise A("first")
    except Undefined: pass
err(undefined)
def by_class():
    try: raise A
    except int: pass
err(by_class)
try: raise KeyError
except (): print("never")
except LookupError: print("empty tuple matches nothing")
class Meta(type):
    def __instancecheck__(cls, x): return True
    def __subclasscheck__(cls, x): return True
class Liar(Exception, metaclass=Meta): pass
try:
    try: raise KeyError("not fooled")
    except Liar: print("never")
except KeyError as e: print(e)
try: exit_code = 1 / 0
except Exception as e: print(isinstance(e, ArithmeticError))
for E in (KeyboardInterrupt, SystemExit, GeneratorExit):
    try:
        try: raise E
        except Exception: print("never")
    except BaseException as e: print(type(e).__name__)
