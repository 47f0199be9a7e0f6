#!/bin/sh
# What the build needs is there, or is installed now. Quiet when nothing is missing.
# Where there is no apt-get it names what is missing and fails.
CC=${CC:-gcc}
missing=
command -v gcc >/dev/null || missing="$missing gcc"
command -v "${CC%% *}" >/dev/null || { missing="$missing ${CC%% *}"; CC=gcc; }
for tool in re2c bison; do
    command -v $tool >/dev/null || missing="$missing $tool"
done
# The preprocessor says which headers it cannot find, by the name of their package.
if command -v ${CC%% *} >/dev/null; then
    missing="$missing $($CC -E -P -x c - <<'EOF' | tr '\n' ' '
#if !__has_include(<stdio.h>)
libc6-dev
#endif
#if !__has_include(<gmp.h>)
libgmp-dev
#endif
#if !__has_include(<utf8proc.h>)
libutf8proc-dev
#endif
#if !__has_include(<histedit.h>)
libedit-dev
#endif
#if !__has_include(<pcre2.h>)
libpcre2-dev
#endif
EOF
)"
else
    missing="$missing libc6-dev libgmp-dev libutf8proc-dev libedit-dev libpcre2-dev"
fi
missing=$(echo $missing)
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null; then
    echo "deps: please install (names of Debian's packages): $missing" >&2
    exit 1
fi
root=
if [ "$(id -u)" != 0 ]; then
    command -v sudo >/dev/null || { echo "deps: please install, as root: $missing" >&2; exit 1; }
    root=sudo
fi
echo "deps: installing $missing"
$root apt-get update -qq &&
$root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
