"""string.Template and string.Formatter."""

_nothing = {}


class _Lookup:
    """A mapping, with keyword arguments in front of it."""

    def __init__(self, mapping, kws):
        self.mapping, self.kws = mapping, kws

    def __getitem__(self, key):
        return self.kws[key] if key in self.kws else self.mapping[key]


def _is_name(c):
    return c == '_' or c.isascii() and c.isalnum()


class Template:
    """A text with $name and ${name} to be filled in; $$ is a dollar sign.

    A subclass may have another `delimiter`, and other names by `idpattern`, `braceidpattern`, `flags` or a whole `pattern` (regular expressions).
    """

    __module__ = 'string'
    delimiter = '$'
    idpattern = r'(?a:[_a-z][_a-z0-9]*)'
    braceidpattern = None
    flags = 2  # re.IGNORECASE
    pattern = None

    def __init_subclass__(cls):
        super().__init_subclass__()
        plain = all(getattr(cls, name) is getattr(Template, name) for name in ('idpattern', 'braceidpattern', 'flags'))
        if 'pattern' in cls.__dict__ or not plain:
            import re
            cls.pattern = re.compile(cls.__dict__.get('pattern') or cls._default_pattern(re), cls.flags | re.VERBOSE)

    @classmethod
    def _default_pattern(cls, re):
        delimiter = re.escape(cls.delimiter)
        name, braced = cls.idpattern, cls.braceidpattern or cls.idpattern
        return rf'{delimiter}(?:(?P<escaped>{delimiter})|(?P<named>{name})|{{(?P<braced>{braced})}}|(?P<invalid>))'

    def __init__(self, template):
        self.template = template

    def _parts(self):
        """(text in front, name or None, whole placeholder, its place) for each placeholder; name '' : it is no good. The rest has no place."""
        if self.pattern is not None:
            yield from self._parts_by_pattern()
            return
        text, mark, at = self.template, self.delimiter, 0
        while (start := text.find(mark, at)) >= 0:
            i = start + len(mark)
            if text.startswith(mark, i):
                yield text[at:start], None, mark, start
                at = i + len(mark)
                continue
            braced = text[i:i + 1] == '{'
            end = begin = i + braced
            while end < len(text) and _is_name(text[end]) and not (end == begin and text[end].isdigit()):
                end += 1
            name = text[begin:end]
            if braced and text[end:end + 1] != '}':
                name = ''
            stop = end + braced if name else i
            yield text[at:start], name, text[start:stop], start
            at = stop
        yield text[at:], None, '', None

    def _parts_by_pattern(self):
        at = 0
        for match in self.pattern.finditer(self.template):
            name = match.group('named') or match.group('braced')
            if name is None and match.group('escaped') is None:
                if match.group('invalid') is None:
                    raise ValueError('Unrecognized named group in pattern', self.pattern)
                name = ''
            yield self.template[at:match.start()], name, self.delimiter if name is None else match.group(), match.start()
            at = match.end()
        yield self.template[at:], None, '', None

    def _invalid(self, place):
        lines = self.template[:place + len(self.delimiter)].splitlines(keepends=True)
        column = place - len(''.join(lines[:-1])) + 1 if lines else 1
        raise ValueError(f'Invalid placeholder in string: line {len(lines) or 1}, col {column}')

    def substitute(self, mapping=_nothing, /, **kws):
        """The text with all placeholders filled in; KeyError for one without a value."""
        values = kws if mapping is _nothing else _Lookup(mapping, kws) if kws else mapping
        result = []
        for before, name, whole, place in self._parts():
            if name == '':
                self._invalid(place)
            result += before, whole if name is None else str(values[name])
        return ''.join(result)

    def safe_substitute(self, mapping=_nothing, /, **kws):
        """The same, but placeholders without a value, and bad ones, stay as they are."""
        values = kws if mapping is _nothing else _Lookup(mapping, kws) if kws else mapping
        result = []
        for before, name, whole, place in self._parts():
            if name:
                try:
                    whole = str(values[name])
                except KeyError:
                    pass
            result += before, whole
        return ''.join(result)

    def is_valid(self):
        """Are all placeholders good?"""
        return all(name != '' for before, name, whole, place in self._parts())

    def get_identifiers(self):
        """The names of the placeholders, each once, in order."""
        return list(dict.fromkeys(name for before, name, whole, place in self._parts() if name))


# --- the parts of a format string ---

def _field_end(text, i):
    """The place of the brace that closes the one in front of i."""
    depth, start = 1, i
    while i < len(text):
        c = text[i]
        if c == '{':
            depth += 1
        elif c == '}':
            depth -= 1
            if depth == 0:
                return i
        elif c == '[' and depth == 1 and ':' not in text[start:i] and '!' not in text[start:i]:
            i = text.find(']', i)
            if i < 0:
                break
        i += 1
    raise ValueError("expected '}' before end of string")


def _split_field(field):
    """Name, conversion and format of what stands between braces."""
    i = 0
    while i < len(field) and field[i] not in ':!':
        if field[i] == '{':
            raise ValueError("unexpected '{' in field name")
        if field[i] == '[':
            i = field.find(']', i)
        i += 1
    name, rest = field[:i], field[i:]
    if rest[:1] != '!':
        return name, None, rest[1:]
    if len(rest) < 2 or rest[1] == ':':
        raise ValueError("end of string while looking for conversion specifier" if len(rest) < 2 else "unmatched '{' in format spec")
    if len(rest) > 2 and rest[2] != ':':
        raise ValueError("expected ':' after conversion specifier")
    return name, rest[1], rest[3:]


def _parse(text):
    i = 0
    while i < len(text):
        start = i
        while i < len(text) and text[i] not in '{}':
            i += 1
        literal = text[start:i]
        if i == len(text):
            yield literal, None, None, None
            return
        c = text[i]
        i += 1
        if text[i:i + 1] == c:  # doubled: itself
            yield literal + c, None, None, None
            i += 1
            continue
        if c == '}' or i == len(text):
            raise ValueError(f'Single {c!r} encountered in format string')
        end = _field_end(text, i)
        name, conversion, spec = _split_field(text[i:end])
        yield literal, name, spec, conversion
        i = end + 1


def _split_name(name):
    """The first part of a field name, an int if it looks so, and an iterator over (is it an attribute, name or index) of the rest."""
    end = min((place for place in (name.find('.'), name.find('[')) if place >= 0), default=len(name))
    first, rest = name[:end], name[end:]

    def parts():
        i = 0
        while i < len(rest):
            if rest[i] == '.':
                stop = min((place for place in (rest.find('.', i + 1), rest.find('[', i + 1)) if place >= 0), default=len(rest))
                part = rest[i + 1:stop]
            elif rest[i] == '[':
                stop = rest.find(']', i)
                if stop < 0:
                    raise ValueError("Missing ']' in format string")
                part = rest[i + 1:stop]
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
            if not part:
                raise ValueError('Empty attribute in format string')
            if rest[i] == '.':
                yield True, part
                i = stop
            else:
                yield False, int(part) if part.isdecimal() else part
                i = stop + 1
    return int(first) if first.isdecimal() else first, parts()


class Formatter:
    """What str.format does, in parts that a subclass can change."""

    __module__ = 'string'

    def format(self, format_string, /, *args, **kwargs):
        """The text with its fields filled in."""
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        """The same with the arguments as a tuple and a dict."""
        used = set()
        result, _ = self._vformat(format_string, args, kwargs, used, 2)
        self.check_unused_args(used, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used, depth, number=0):
        if depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal, name, spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if name is None:
                continue
            first, _ = _split_name(name)
            if first == '':
                if number is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                name = str(number) + name
                number += 1
            elif isinstance(first, int):
                if number:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                number = False
            value, first = self.get_field(name, args, kwargs)
            used.add(first)
            value = self.convert_field(value, conversion)
            spec, number = self._vformat(spec, args, kwargs, used, depth - 1, number)
            result.append(self.format_field(value, spec))
        return ''.join(result), number

    def get_value(self, key, args, kwargs):
        """The argument of that number or name."""
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        """For subclasses that mind."""

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        """The value as !s, !r or !a has it."""
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError(f'Unknown conversion specifier {conversion!s}')

    def parse(self, format_string):
        """An iterator over (text in front, field name, format, conversion); the last three are None behind the last field."""
        return _parse(format_string)

    def get_field(self, field_name, args, kwargs):
        """The value of a field like 0.name[1], and its first part."""
        first, rest = _split_name(field_name)
        value = self.get_value(first, args, kwargs)
        for is_attr, part in rest:
            value = getattr(value, part) if is_attr else value[part]
        return value, first
