# Upper, lower, title, capitalize, swapcase, casefold: ASCII and beyond.
s = "hello World 123 ABC"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
# expect: HELLO WORLD 123 ABC hello world 123 abc Hello World 123 Abc Hello world 123 abc HELLO wORLD 123 abc hello world 123 abc
print("éàü".upper(), "ÉÀÜ".lower(), "straße".upper(), "ẞ".lower(), "straße".casefold(), "ŉ".upper(), "ﬁ".upper(), "ǆ".title(), "ÿ".upper(), "µ".upper())
# expect: ÉÀÜ éàü STRASSE ß strasse ʼN FI ǅ Ÿ Μ
print("ΑΣ".lower(), "ΑΣΑ".lower(), "σς".upper(), "İ".lower() == "i\u0307", len("İ".lower()), "ı".upper(), "日本".upper(), "😀".lower())
# expect: ας ασα ΣΣ True 2 I 日本 😀
print("they're bill's".title(), "x_y-z".title(), "1a2b".title(), "ÉCOLE élan".title(), "éA".capitalize(), "ABC dEF".capitalize(), "".upper() == "", "ß".capitalize())
# expect: They'Re Bill'S X_Y-Z 1A2B École Élan Éa Abc def True Ss
print("aB".swapcase(), "ß".swapcase(), "ÀÉ".swapcase(), "AbC" .lower().upper(), "K".lower(), "Å".lower(), "Ω".lower())
# expect: Ab SS àé ABC k å ω
print("abc".isupper(), "ABC".isupper(), "ABC1".isupper(), "123".isupper(), "".isupper(), "aBC".isupper(), "abc1".islower(), "É".isupper(), "ß".islower(), "日".islower())
# expect: False True True False False False True True True False
print("Hello World".istitle(), "Hello world".istitle(), "HELLO".istitle(), "".istitle(), "1 A".istitle(), "A1b".istitle(), "Ǆ".istitle(), "ǅ".istitle())
# expect: True False False False True False True True
