# A bracket that is never closed is reported where it was opened.
print("start")
values = [1, 2, (3,  # expect error: SyntaxError: '(' was never closed
x = 5
