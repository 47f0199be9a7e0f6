# The Mandelbrot set in characters, with floats and with complex numbers.
def escape(cx, cy, limit=30):
    x = y = 0.0
    for n in range(limit):
        x, y = x * x - y * y + cx, 2 * x * y + cy
        if x * x + y * y > 4: return n
    return limit
def escape_complex(c, limit=30):
    z = 0
    for n in range(limit):
        z = z * z + c
        if abs(z) > 2: return n
    return limit
rows = []
for j in range(-5, 6):
    row = ""
    for i in range(-20, 11):
        row += " .:-=+*#%@"[min(9, escape(i / 10, j / 5) // 3)]
    rows.append(row)
print(*("|" + r + "|" for r in rows), sep="\n")
# expect: |              ....::@..        |
# expect: |           ......:@@+....      |
# expect: |         .....-@%@@@@@-==.     |
# expect: |     ..::::::-@@@@@@@@@@:..    |
# expect: | ......:+@@@=@@@@@@@@@@@@..    |
# expect: |@@@@@@@@@@@@@@@@@@@@@@@-:..    |
# expect: | ......:+@@@=@@@@@@@@@@@@..    |
# expect: |     ..::::::-@@@@@@@@@@:..    |
# expect: |         .....-@%@@@@@-==.     |
# expect: |           ......:@@+....      |
# expect: |              ....::@..        |
print(all(escape(i / 8, j / 8) == escape_complex(complex(i / 8, j / 8)) for i in range(-16, 8) for j in range(-8, 8)))
# expect: True
total = 0.0
for i in range(1, 2000): total += 1 / (i * i)
print(total, sum((-1) ** k / (2 * k + 1) for k in range(1000)) * 4)  # expect: 1.644433941827396 3.1405926538397932
x = 1.0
for _ in range(10): x = (x + 2 / x) / 2
print(x, x * x == 2)  # expect: 1.414213562373095 False
