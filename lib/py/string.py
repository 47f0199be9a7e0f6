"""Sets of characters, capwords, and two ways of filling in texts: Template and Formatter.

The latter two are loaded when they are first asked for.
"""

__all__ = ['ascii_letters', 'ascii_lowercase', 'ascii_uppercase', 'capwords', 'digits', 'hexdigits', 'octdigits', 'printable', 'punctuation',
           'whitespace', 'Formatter', 'Template']

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """The text with each word capitalised; words are what stands between sep, or blanks, which become single ones."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


def __getattr__(name):
    if name not in ('Template', 'Formatter'):
        raise AttributeError(f'module {__name__!r} has no attribute {name!r}')
    import _stringfill
    value = globals()[name] = getattr(_stringfill, name)
    return value
