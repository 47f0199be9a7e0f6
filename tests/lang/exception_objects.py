# Exceptions as objects: args, str, repr, attributes, notes, equality.
print(repr(ValueError()), repr(ValueError("a")), repr(ValueError("a", 1)), str(ValueError()) == "", str(ValueError("a", 1)))
# expect: ValueError() ValueError('a') ValueError('a', 1) True ('a', 1)
print(str(KeyError("k")), str(KeyError("a", "b")), str(KeyError()), str(IndexError("i")))  # expect: 'k' ('a', 'b')  i
e = ValueError("x")
e.extra = 1
print(e.args, e.extra, e.__dict__, e.__traceback__, e.__cause__, e.__context__)
# expect: ('x',) 1 {'extra': 1} None None None
e.args = (1, 2)
print(e, repr(e))  # expect: (1, 2) ValueError(1, 2)
e.add_note("a note")
e.add_note("another")
print(e.__notes__)  # expect: ['a note', 'another']
print(ValueError("a") == ValueError("a"), e == e)  # expect: False True
class My(Exception):
    def __init__(self, code, *rest):
        super().__init__(code, *rest)
        self.code = code
    def __str__(self): return "code %d" % self.code
m = My(5, "more")
print(m, repr(m), m.args)  # expect: code 5 My(5, 'more') (5, 'more')
class NoSuper(Exception):
    def __init__(self, a, b): self.a = a
print(NoSuper(1, 2).args, repr(NoSuper(1, 2)))  # expect: (1, 2) NoSuper(1, 2)
class Plain(ValueError): pass
print(repr(Plain("p")), Plain.__mro__[1].__name__, isinstance(Plain(), Exception))
# expect: Plain('p') ValueError True
s = StopIteration(7)
print(s.value, s.args, StopIteration().value)  # expect: 7 (7,) None
x = SystemExit(3)
print(x.code, SystemExit().code, SystemExit("a", "b").code)  # expect: 3 None ('a', 'b')
n = NameError("text", name="nm")
a = AttributeError("text", name="at", obj=5)
print(n.name, a.name, a.obj, NameError().name)  # expect: nm at 5 None
i = ImportError("msg", name="mod", path="p")
print(i.msg, i.name, i.path)  # expect: msg mod p
o = OSError(2, "No such file", "name.txt")
print(o, o.errno, o.strerror, o.filename, type(o).__name__, repr(o))
# expect: [Errno 2] No such file: 'name.txt' 2 No such file name.txt FileNotFoundError FileNotFoundError(2, 'No such file')
print(type(OSError(13, "x")).__name__, type(OSError(17, "x")).__name__, OSError("one"), repr(OSError(1, 2)))
# expect: PermissionError FileExistsError one PermissionError(1, 2)
sx = SyntaxError("msg", ("f.py", 3, 5, "text"))
print(sx.msg, sx.filename, sx.lineno, sx.offset, sx.text, sx)  # expect: msg f.py 3 5 text msg (f.py, line 3)
def err(f):
    try: f()
    except Exception as e: print(type(e).__name__ + ":", e)
err(lambda: ValueError(x=1))  # expect: TypeError: ValueError() takes no keyword arguments
err(lambda: e.add_note(5))  # expect: TypeError: note must be a str, not 'int'
err(lambda: e.nothing)  # expect: AttributeError: 'ValueError' object has no attribute 'nothing'
def set_tb(): e.__traceback__ = 5
err(set_tb)  # expect: TypeError: __traceback__ must be a traceback or None
print(e.with_traceback(None) is e)  # expect: True
