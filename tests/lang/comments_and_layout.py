# Comments, blank lines, line joining, semicolons and odd indentation.
if True:
        a = 1   # eight blanks
        b = 2
if a: b = 3; c = 4
print(a, b, c)  # expect: 1 3 4

total = 1 + \
    2 + \
        3
print(total)  # expect: 6
values = [1,
  # comment
2,

          3]
print(values)  # expect: [1, 2, 3]
def f(
    x,
    y=2,
): return x + y
print(f(
    1,
))  # expect: 3
if (a == 1
    and b == 3): print("joined")  # expect: joined
class A: x = 1; y = 2
print(A.x, A.y)  # expect: 1 2
for i in 1, 2: pass; print(i)
# expect: 1
# expect: 2
	
try: print("one line")  # expect: one line
finally: print("finally line")  # expect: finally line
if True:
	print("tab")  # expect: tab
	if True:
	    print("tab and blanks")  # expect: tab and blanks
print("end") ;  # expect: end
