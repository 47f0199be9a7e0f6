# encode for the common codecs.
print("abc".encode(), "é日😀".encode(), "é".encode("latin-1"), "abc".encode("ascii"), "é".encode("utf-16-le"), "é".encode("ascii", "ignore"))
# expect: b'abc' b'\xc3\xa9\xe6\x97\xa5\xf0\x9f\x98\x80' b'\xe9' b'abc' b'\xe9\x00' b''
print("é".encode("ascii", "replace"), "é日".encode("ascii", "backslashreplace"), "é".encode("ascii", "xmlcharrefreplace"), "a".encode("UTF8"), "a".encode(encoding="Latin1"))
# expect: b'?' b'\\xe9\\u65e5' b'&#233;' b'a' b'a'
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: "é".encode("ascii"))
# expect: UnicodeEncodeError: 'ascii' codec can't encode character '\xe9' in position 0: ordinal not in range(128)
err(lambda: "aéèb".encode("ascii"))
# expect: UnicodeEncodeError: 'ascii' codec can't encode characters in position 1-2: ordinal not in range(128)
err(lambda: "日".encode("latin-1"))
# expect: UnicodeEncodeError: 'latin-1' codec can't encode character '\u65e5' in position 0: ordinal not in range(256)
err(lambda: "\ud800".encode())
# expect: UnicodeEncodeError: 'utf-8' codec can't encode character '\ud800' in position 0: surrogates not allowed
err(lambda: "a".encode("no-such"))  # expect: LookupError: unknown encoding: no-such
err(lambda: "é".encode("ascii", "no-handler"))  # expect: LookupError: unknown error handler name 'no-handler'
err(lambda: "a".encode(5))  # expect: TypeError: encode() argument 'encoding' must be str, not int
