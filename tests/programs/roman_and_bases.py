# Numbers as text: Roman, words, bases, digits.
def roman(n):
    out = ""
    for value, mark in ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        count, n = divmod(n, value)
        out += mark * count
    return out
def unroman(s):
    values = dict(zip("IVXLCDM", (1, 5, 10, 50, 100, 500, 1000)))
    total = 0
    for a, b in zip(s, s[1:] + "I"): total += values[a] if values[a] >= values[b] else -values[a]
    return total
def base(n, b):
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    out = ""
    while n: n, out = n // b, digits[n % b] + out
    return out or "0"
ONES = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()
TENS = "_ _ twenty thirty forty fifty sixty seventy eighty ninety".split()
def spell(n):
    if n < 20: return ONES[n]
    if n < 100: return TENS[n // 10] + ("-" + ONES[n % 10] if n % 10 else "")
    if n < 1000: return ONES[n // 100] + " hundred" + (" and " + spell(n % 100) if n % 100 else "")
    return spell(n // 1000) + " thousand" + (" " + spell(n % 1000) if n % 1000 else "")
print([roman(n) for n in (1, 4, 9, 14, 40, 90, 400, 1994, 2024, 3999)])
# expect: ['I', 'IV', 'IX', 'XIV', 'XL', 'XC', 'CD', 'MCMXCIV', 'MMXXIV', 'MMMCMXCIX']
print(all(unroman(roman(n)) == n for n in range(1, 1000)), unroman("MCMXCIV"))  # expect: True 1994
print(base(255, 2), base(255, 16), base(10 ** 20, 36), base(0, 5), all(int(base(n, 7), 7) == n for n in range(500)))
# expect: 11111111 ff l3r41ifs0q5ts 0 True
for n in (7, 13, 42, 100, 215, 999, 1001, 12345): print(n, spell(n))
# expect: 7 seven
# expect: 13 thirteen
# expect: 42 forty-two
# expect: 100 one hundred
# expect: 215 two hundred and fifteen
# expect: 999 nine hundred and ninety-nine
# expect: 1001 one thousand one
# expect: 12345 twelve thousand three hundred and forty-five
print([n for n in range(100, 1000) if n == sum(int(d) ** 3 for d in str(n))], sum(int(d) for d in str(2 ** 1000)))
# expect: [153, 370, 371, 407] 1366
