# Game of life: a glider on a torus.
def step(cells, w, h):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    at = (x + dx) % w, (y + dy) % h
                    counts[at] = counts.get(at, 0) + 1
    return {at for at, n in counts.items() if n == 3 or (n == 2 and at in cells)}
def show(cells, w, h):
    for y in range(h): print("".join("#" if (x, y) in cells else "." for x in range(w)))
cells = {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}
show(cells, 6, 5)
# expect: .#....
# expect: ..#...
# expect: ###...
# expect: ......
# expect: ......
for _ in range(4): cells = step(cells, 6, 5)
print("after 4")  # expect: after 4
show(cells, 6, 5)
# expect: ......
# expect: ..#...
# expect: ...#..
# expect: .###..
# expect: ......
print(len(step({(0, 0), (1, 0), (2, 0)}, 9, 9)), step(set(), 3, 3))  # expect: 3 set()
