# Traceback objects: the chain of entries, their lines and frames.
def a(): 1 / 0
def b(): a()
def c():
    b()
try: c()
except ZeroDivisionError as e:
    tb = e.__traceback__
    while tb:
        print(tb.tb_lineno, tb.tb_frame.f_code.co_name)
        # expect: 6 <module>
        # expect: 5 c
        # expect: 3 b
        # expect: 2 a
        tb = tb.tb_next
def reraise():
    try: a()
    except ZeroDivisionError as e: raise e
try: reraise()
except ZeroDivisionError as e:
    tb = e.__traceback__
    names = []
    while tb:
        names.append((tb.tb_lineno, tb.tb_frame.f_code.co_name))
        tb = tb.tb_next
    print(names)  # expect: [(19, '<module>'), (18, 'reraise'), (17, 'reraise'), (2, 'a')]
def keep():
    local = "still here"
    raise ValueError
try: keep()
except ValueError as e:
    print(e.__traceback__.tb_next.tb_frame.f_locals)  # expect: {'local': 'still here'}
    x = e.with_traceback(None)
    print(x.__traceback__)  # expect: None
e = ValueError()
try: raise e
except ValueError: pass
print(e.__traceback__.tb_lineno, type(e.__traceback__).__name__)  # expect: 36 traceback
