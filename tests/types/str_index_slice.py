# Indexing and slicing of str, in every storage width.
s = "abcdef"
print(s[0], s[-1], s[2:4], s[:2], s[4:], s[::2], s[::-1], s[-3:-1], s[10:], s[:-10], s[1:100], s[5:1], s[5:1:-2])
# expect: a f cd ab ef ace fedcba de   bcdef  fd
for t in ("héllo", "日本語テキスト", "a😀b😀c"):
    print(t[1], t[-1], t[1:3], t[::-1], t[::2], len(t))
    # expect: é o él olléh hlo 5
    # expect: 本 ト 本語 トスキテ語本日 日語キト 7
    # expect: 😀 c 😀b c😀b😀a abc 5
print("a😀b"[0] + "é日"[:1], "日本"[0:0] == "", "x"[0:1] is not None, s[True], s[None:2], s[:None:3])
# expect: aé True True b ab ad
class I:
    def __index__(self): return 3
print(s[I()], s[I():], s[:I()])  # expect: d def abc
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
one, text = 1.0, "0"
err(lambda: s[6])  # expect: IndexError: string index out of range
err(lambda: s[-7])  # expect: IndexError: string index out of range
err(lambda: ""[0])  # expect: IndexError: string index out of range
err(lambda: s[text])  # expect: TypeError: string indices must be integers, not 'str'
err(lambda: s[one])  # expect: TypeError: string indices must be integers, not 'float'
err(lambda: s[1:text])  # expect: TypeError: slice indices must be integers or None or have an __index__ method
err(lambda: s[::0])  # expect: ValueError: slice step cannot be zero
err(lambda: s[10 ** 30])  # expect: IndexError: cannot fit 'int' into an index-sized integer
err(lambda: s[1, 2])  # expect: TypeError: string indices must be integers, not 'tuple'
def assign(): s[0] = "x"
err(assign)  # expect: TypeError: 'str' object does not support item assignment
def delete(): del s[0]
err(delete)  # expect: TypeError: 'str' object doesn't support item deletion
print(s[10 ** 30:] == "", s[-10 ** 30:], s[:10 ** 30:10 ** 20])  # expect: True abcdef a
print(list("añ日😀"), [ord(c) for c in "añ日😀"], "".join(reversed("añ😀")), max("añ日"), min("zA0"))
# expect: ['a', 'ñ', '日', '😀'] [97, 241, 26085, 128512] 😀ña 日 0
