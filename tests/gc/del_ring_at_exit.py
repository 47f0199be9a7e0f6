# Cycles that are alive when the program ends are finalised too.
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name)
a = D("a")
a.me = a
print("end of program")  # expect: end of program
# expect: del a
