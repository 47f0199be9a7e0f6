# Minimax over all games of noughts and crosses.
LINES = [(0, 1, 2), (3, 4, 5), (6, 7, 8), (0, 3, 6), (1, 4, 7), (2, 5, 8), (0, 4, 8), (2, 4, 6)]
def winner(b):
    for i, j, k in LINES:
        if b[i] != "." and b[i] == b[j] == b[k]: return b[i]
    return "draw" if "." not in b else None
known = {}
def value(b, player):
    if b in known: return known[b]
    w = winner(b)
    if w: result = {"X": 1, "O": -1, "draw": 0}[w]
    else:
        results = [value(b[:i] + player + b[i + 1:], "O" if player == "X" else "X") for i, c in enumerate(b) if c == "."]
        result = max(results) if player == "X" else min(results)
    known[b] = result
    return result
def best(b, player):
    sign = 1 if player == "X" else -1
    return max((i for i, c in enumerate(b) if c == "."), key=lambda i: sign * value(b[:i] + player + b[i + 1:], "O" if player == "X" else "X"))
print(value("." * 9, "X"), len(known))  # expect: 0 5478
b, player = "X...O....", "X"
while not winner(b):
    i = best(b, player)
    b = b[:i] + player + b[i + 1:]
    player = "O" if player == "X" else "X"
print(b[:3], b[3:6], b[6:], winner(b), value("XX.OO....", "X"), value("XX.OO....", "O"))
# expect: XXO OOX XOX draw 1 1
