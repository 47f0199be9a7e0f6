# An error in a comprehension points at its line.
data = [1, 2, 0, 4]
print([10 // n for n in data[:2]])  # expect: [10, 5]
result = [
    10 // n  # expect error: ZeroDivisionError: integer division or modulo by zero
    for n in data
]
