# Statements that do nothing, and expression statements.
def nothing(): pass
def dots(): ...
class Empty: pass
class Dots: ...
print(nothing(), dots(), Empty.__name__, Dots.__name__)  # expect: None None Empty Dots
pass
...
1
"a string"
[1, 2]
for i in range(3): pass
while False: ...
if i: pass
else: pass
try: pass
except: pass
with_nothing = None
print(i, with_nothing)  # expect: 2 None
