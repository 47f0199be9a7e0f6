# repr and ascii: quotes, escapes, what is printable.
for s in ("plain", "it's", 'say "hi"', "it's \"both\"", "back\\slash", "\n\r\t", "\0\x01\x1f\x7f", "\x80\x9f\xa0\xad", "é", "\u2028\u200b", "日本", "😀", "\ud800", "\U000e0001", "\ue000", "\u0301"):
    print(ascii(repr(s)), ascii(s))
    # expect: "'plain'" 'plain'
    # expect: '"it\'s"' "it's"
    # expect: '\'say "hi"\'' 'say "hi"'
    # expect: '\'it\\\'s "both"\'' 'it\'s "both"'
    # expect: "'back\\\\slash'" 'back\\slash'
    # expect: "'\\n\\r\\t'" '\n\r\t'
    # expect: "'\\x00\\x01\\x1f\\x7f'" '\x00\x01\x1f\x7f'
    # expect: "'\\x80\\x9f\\xa0\\xad'" '\x80\x9f\xa0\xad'
    # expect: "'\xe9'" '\xe9'
    # expect: "'\\u2028\\u200b'" '\u2028\u200b'
    # expect: "'\u65e5\u672c'" '\u65e5\u672c'
    # expect: "'\U0001f600'" '\U0001f600'
    # expect: "'\\ud800'" '\ud800'
    # expect: "'\\U000e0001'" '\U000e0001'
    # expect: "'\\ue000'" '\ue000'
    # expect: "'\u0301'" '\u0301'
print(repr("é日😀"), repr("a'b"), repr('a"b'), ["x", 'y"'], {"k'": "v"})
# expect: 'é日😀' "a'b" 'a"b' ['x', 'y"'] {"k'": 'v'}
print(str("abc"), repr(str(["a"])), str(repr("a")), ascii(["é"]), "%a %r" % ("é", "é"), f"{'é'!a}")
# expect: abc "['a']" 'a' ['\xe9'] '\xe9' 'é' '\xe9'
print(eval(repr("\\ ' \" \n \x00 é 😀 \u200b")) == "\\ ' \" \n \x00 é 😀 \u200b")  # expect: True
