# Format specification of strings.
s = "text"
print(f"{s:10}|{s:<10}|{s:>10}|{s:^10}|{s:*^10}|{s:.2}|{s:6.2}|{s:s}|{s:>6.3s}|{s:é<6}|{s:日^7}|{s:}|{s:010}|{s:0<6}")
# expect: text      |text      |      text|   text   |***text***|te|te    |text|   tex|textéé|日text日日|text|text000000|text00
print(format("a", "3"), format("", "3") + "|", format("日", ">3"), format("abc", ".0") + "|", format("abc", "2"), format("😀", "*^5"))
# expect: a      |   日 | abc **😀**
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
for spec in ("d", "f", "+", " ", "=5", ",", "_", "#", ".", "5x", "z", "10.x", "<<<5", "99999999999999999999", ".99999999999999999999"):
    err(lambda: format("abc", spec))
    # expect: ValueError: Unknown format code 'd' for object of type 'str'
    # expect: ValueError: Unknown format code 'f' for object of type 'str'
    # expect: ValueError: Sign not allowed in string format specifier
    # expect: ValueError: Space not allowed in string format specifier
    # expect: ValueError: '=' alignment not allowed in string format specifier
    # expect: ValueError: Cannot specify ',' with 's'.
    # expect: ValueError: Cannot specify '_' with 's'.
    # expect: ValueError: Alternate form (#) not allowed in string format specifier
    # expect: ValueError: Format specifier missing precision
    # expect: ValueError: Unknown format code 'x' for object of type 'str'
    # expect: ValueError: Negative zero coercion (z) not allowed in string format specifier
    # expect: ValueError: Format specifier missing precision
    # expect: ValueError: Invalid format specifier '<<<5' for object of type 'str'
    # expect: ValueError: Too many decimal digits in format string
    # expect: ValueError: Too many decimal digits in format string
err(lambda: format("a", 5))  # expect: TypeError: format() argument 2 must be str, not int
err(lambda: format())  # expect: TypeError: format expected at least 1 argument, got 0
print(format([1], ""), format(None, ""), format(object, "")[:7], "abc".__format__(">5"))
# expect: [1] None <class    abc
