# String literals: quotes, escapes, raw, adjacent, triple.
# skip: not yet as CPython does it
print('single', "double", 'it"s', "it's", 'it\'s')  # expect: single double it"s it's it's
print("tab\there", "back\\slash", "nul\0end" == "nul\x00end")  # expect: tab	here back\slash True
print("\x41\u0042\U00000043\103\7" == "ABCC\x07")  # expect: True
print(repr("\a\b\f\n\r\t\v\0\x7f\x80\xa0\xad"))  # expect: '\x07\x08\x0c\n\r\t\x0b\x00\x7f\x80\xa0\xad'
print(r"raw\n", R'\d', len(r"\\"))  # expect: raw\n \d 2
print("one" "two" 'three')  # expect: onetwothree
print(("a"
       "b"))  # expect: ab
print("""triple
"quoted" lines""")
# expect: triple
# expect: "quoted" lines
print('''it's
fine''')
# expect: it's
# expect: fine
print("continued \
here")  # expect: continued here
print(repr("""
\
x"""))  # expect: '\nx'
print(u"unicode", len(""), len("\N{GREEK SMALL LETTER ALPHA}"))  # expect: unicode 0 1
print("\N{BULLET}", "é", "日本", "😀", len("😀"))  # expect: • é 日本 😀 1
print("a" 'b' "c" * 2)  # expect: abcabc
print("\1234" == "S4", "\08" == "\x008")  # expect: True True
