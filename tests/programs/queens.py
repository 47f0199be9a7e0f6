# Eight queens by backtracking.
def solve(n, row=0, columns=(), solutions=None):
    if solutions is None: solutions = []
    if row == n:
        solutions.append(columns)
        return solutions
    for c in range(n):
        if all(c != k and abs(c - k) != row - r for r, k in enumerate(columns)):
            solve(n, row + 1, columns + (c,), solutions)
    return solutions
def board(columns): return "\n".join("".join("Q" if c == k else "." for k in range(len(columns))) for c in columns)
print([len(solve(n)) for n in range(1, 7)])  # expect: [1, 0, 0, 2, 10, 4]
print(board(solve(6)[0]))
# expect: .Q....
# expect: ...Q..
# expect: .....Q
# expect: Q.....
# expect: ..Q...
# expect: ....Q.
