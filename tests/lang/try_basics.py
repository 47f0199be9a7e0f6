# try with except, else and finally: what runs and in which order.
def run(what):
    log = []
    try:
        log.append("try")
        if what == "value": raise ValueError("v")
        if what == "key": raise KeyError("k")
        if what == "return": return log
    except ValueError as e:
        log.append("except " + str(e))
    except (KeyError, IndexError) as e:
        log.append("tuple " + str(e))
    else:
        log.append("else")
    finally:
        log.append("finally")
    log.append("after")
    return log
print(run("none"))  # expect: ['try', 'else', 'finally', 'after']
print(run("value"))  # expect: ['try', 'except v', 'finally', 'after']
print(run("key"))  # expect: ['try', "tuple 'k'", 'finally', 'after']
print(run("return"))  # expect: ['try', 'finally']
try:
    run("none")[10]
except LookupError as e:
    print(type(e).__name__)  # expect: IndexError
try:
    try:
        raise ValueError("inner")
    except KeyError:
        print("never")
    finally:
        print("inner finally")  # expect: inner finally
except ValueError as e:
    print("outer", e)  # expect: outer inner
try:
    1 / 0
except:
    print("bare")  # expect: bare
try: pass
except Nonsense: print("not evaluated")
try: raise ValueError
except KeyError: pass
except ValueError: print("class raised")  # expect: class raised
except Exception: print("never")
def kinds(): return KeyError, ValueError
try: raise ValueError("from expression")
except kinds() as e: print(e)  # expect: from expression
