# print: separators, ends, files, and what it does with odd arguments.
import sys
print()  # expect:
print(1, "a", None, [1, "b"])  # expect: 1 a None [1, 'b']
print(1, 2, 3, sep="-")  # expect: 1-2-3
print(1, 2, sep="")  # expect: 12
print("no newline", end="")
print(" then", end="!\n")  # expect: no newline then!
print("a", "b", sep=None, end=None)  # expect: a b
print(*[1, 2, 3])  # expect: 1 2 3
print("to stdout", file=sys.stdout)  # expect: to stdout
print("flushed", flush=True)  # expect: flushed
class Sink:
    def __init__(self): self.got = []
    def write(self, text): self.got.append(text)
sink = Sink()
print("x", 1, sep="+", end="$", file=sink)
print(sink.got)  # expect: ['x', '+', '1', '$']
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: print(1, sep=2))  # expect: TypeError: sep must be None or a string, not int
err(lambda: print(1, end=2))  # expect: TypeError: end must be None or a string, not int
err(lambda: print(1, bad=2))  # expect: TypeError: print() got an unexpected keyword argument 'bad'
err(lambda: print(1, file=5))  # expect: AttributeError: 'int' object has no attribute 'write'
print(print("inner"))
# expect: inner
# expect: None
