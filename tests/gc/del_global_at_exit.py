# A global that is left when the program ends is finalised, whatever refers to it.
class D:
    def __del__(self): print("del")
d = D()
holders = [d, {"k": (d,)}]
def function(default=d): return d
print("end of program")  # expect: end of program
# expect: del
