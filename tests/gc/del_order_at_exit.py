# What is left when the program ends is finalised by the collector, while all globals are still there.
# skip: not yet as CPython does it
# observes: gc-time
class D:
    def __init__(self, name): self.name = name
    def __del__(self): print("del", self.name, "second" in globals())
first = D("first")
_private = D("private")
third = [D("in list 0"), D("in list 1")]
first_again = first
second = D("second")
class Holder: attribute = D("class attribute")
print("end of program")  # expect: end of program
# expect: del first True
# expect: del private True
# expect: del second True
# expect: del in list 1 True
# expect: del in list 0 True
# expect: del class attribute True
