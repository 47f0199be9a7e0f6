# Counting and formatting words of a text.
TEXT = """It was the best of times, it was the worst of times,
it was the age of wisdom, it was the age of foolishness"""
def words(text):
    word = ""
    for c in text:
        if c.isalpha(): word += c.lower()
        elif word:
            yield word
            word = ""
    if word: yield word
counts = {}
for w in words(TEXT): counts[w] = counts.get(w, 0) + 1
for word, n in sorted(counts.items(), key=lambda p: (-p[1], p[0]))[:6]: print(f"{word:<8}{n:>3} {'*' * n}")
# expect: it        4 ****
# expect: of        4 ****
# expect: the       4 ****
# expect: was       4 ****
# expect: age       2 **
# expect: times     2 **
by_length = {}
for w in counts: by_length.setdefault(len(w), []).append(w)
for n in sorted(by_length): print(n, sorted(by_length[n]))
# expect: 2 ['it', 'of']
# expect: 3 ['age', 'the', 'was']
# expect: 4 ['best']
# expect: 5 ['times', 'worst']
# expect: 6 ['wisdom']
# expect: 11 ['foolishness']
print(sum(counts.values()), len(counts), max(counts, key=len), f"{sum(map(len, words(TEXT))) / sum(counts.values()):.3f}")
# expect: 24 10 foolishness 3.417
letters = {c: TEXT.lower().count(c) for c in "aeiou"}
print(letters, "".join(sorted(set(TEXT.lower()) - set(" ,\n"))), TEXT.splitlines()[1].split(", ")[-1].title())
# expect: {'a': 6, 'e': 10, 'i': 8, 'o': 8, 'u': 0} abdefghilmnorstw It Was The Age Of Foolishness
print(" ".join(w[::-1] for w in words(TEXT[:25])), [w for w in counts if w == w[::-1]], TEXT.replace("was", "is").split("\n")[0][:21])
# expect: ti saw eht tseb fo semit [] It is the best of tim
