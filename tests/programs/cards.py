# Playing cards: ordering, hashing, a shuffle of our own, hands.
RANKS, SUITS = "23456789TJQKA", "cdhs"
class Card:
    __slots__ = ("rank", "suit")
    def __init__(self, text): self.rank, self.suit = text
    def __lt__(self, o): return RANKS.index(self.rank) < RANKS.index(o.rank)
    def __eq__(self, o): return (self.rank, self.suit) == (o.rank, o.suit)
    def __hash__(self): return hash((self.rank, self.suit))
    def __repr__(self): return self.rank + self.suit
def deck(): return [Card(r + s) for s in SUITS for r in RANKS]
def shuffle(cards, seed):
    for i in range(len(cards) - 1, 0, -1):
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        j = (seed >> 33) % (i + 1)
        cards[i], cards[j] = cards[j], cards[i]
    return cards
def kind(hand):
    hand = sorted(hand)
    counts = sorted((sum(c.rank == r for c in hand) for r in set(c.rank for c in hand)), reverse=True)
    flush = len({c.suit for c in hand}) == 1
    order = [RANKS.index(c.rank) for c in hand]
    straight = order == list(range(order[0], order[0] + 5))
    if flush and straight: return "straight flush"
    if counts[0] == 4: return "four"
    if counts == [3, 2]: return "full house"
    if flush: return "flush"
    if straight: return "straight"
    return {(3,): "three", (2, 2): "two pairs", (2, 1): "pair"}.get(tuple(counts[:1] if counts[0] == 3 else counts[:2]), "high card")
d = shuffle(deck(), 42)
print(d[:8], len(set(d)), sorted(d)[0].rank, sorted(d)[-1].rank, Card("As") in d, Card("As") == Card("As"), Card("2c") < Card("Ah"))
# expect: [5d, 7d, 7s, 6s, 2s, 3c, 6d, 8d] 52 2 A True True True
for text in ("2c3c4c5c6c", "9c9d9h9s2c", "KcKdKh2s2d", "2h5h9hJhKh", "4c5d6h7s8c", "QcQdQh2s3d", "JcJd3h3s9c", "AcAd3h4s9c", "2c5d9hJsKc"):
    print(text, kind([Card(text[i:i + 2]) for i in range(0, 10, 2)]))
    # expect: 2c3c4c5c6c straight flush
    # expect: 9c9d9h9s2c four
    # expect: KcKdKh2s2d full house
    # expect: 2h5h9hJhKh flush
    # expect: 4c5d6h7s8c straight
    # expect: QcQdQh2s3d three
    # expect: JcJd3h3s9c two pairs
    # expect: AcAd3h4s9c pair
    # expect: 2c5d9hJsKc high card
hands = {name: [d.pop() for _ in range(5)] for name in ("north", "south")}
print({n: kind(h) for n, h in hands.items()}, len(d), max(hands["north"]))
# expect: {'north': 'pair', 'south': 'high card'} 42 Ah
