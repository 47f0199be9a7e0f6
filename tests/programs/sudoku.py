# A sudoku solver by constraint and search.
PUZZLE = "53..7.... 6..195... .98....6. 8...6...3 4..8.3..1 7...2...6 .6....28. ...419..5 ....8..79".split()
def solve(grid):
    best = None
    for y in range(9):
        for x in range(9):
            if grid[y][x] == 0:
                used = set(grid[y]) | {grid[i][x] for i in range(9)}
                by, bx = y // 3 * 3, x // 3 * 3
                used |= {grid[by + i][bx + j] for i in range(3) for j in range(3)}
                options = [n for n in range(1, 10) if n not in used]
                if best is None or len(options) < len(best[2]): best = y, x, options
                if len(options) < 2: break
    if best is None: return True
    y, x, options = best
    for n in options:
        grid[y][x] = n
        if solve(grid): return True
    grid[y][x] = 0
    return False
grid = [[0 if c == "." else int(c) for c in row] for row in PUZZLE]
print(solve(grid))  # expect: True
for i, row in enumerate(grid):
    if i in (3, 6): print("------+-------+------")
    print(" | ".join(" ".join(map(str, row[j:j + 3])) for j in (0, 3, 6)))
# expect: 5 3 4 | 6 7 8 | 9 1 2
# expect: 6 7 2 | 1 9 5 | 3 4 8
# expect: 1 9 8 | 3 4 2 | 5 6 7
# expect: ------+-------+------
# expect: 8 5 9 | 7 6 1 | 4 2 3
# expect: 4 2 6 | 8 5 3 | 7 9 1
# expect: 7 1 3 | 9 2 4 | 8 5 6
# expect: ------+-------+------
# expect: 9 6 1 | 5 3 7 | 2 8 4
# expect: 2 8 7 | 4 1 9 | 6 3 5
# expect: 3 4 5 | 2 8 6 | 1 7 9
print(all(sorted(r) == list(range(1, 10)) for r in grid), all(sorted(c) == list(range(1, 10)) for c in zip(*grid)))
# expect: True True
