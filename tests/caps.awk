# Sizes: awk -f tests/caps.awk FILE...
# No file above 1,500 lines; no function above 100, the evaluation loop, the grammar and
# functions below a line `/* flat switch */` apart. A function is what begins at column 0
# with a name, opens its brace behind a `)` and ends with `}` at column 0.
function report(file, line, text) { print file ":" line ": " text; bad = 1 }
FNR == 1 {
    if (last > 1500) report(name, last, "file of " last " lines (cap 1500)")
    name = FILENAME
    free = name ~ /^vm\/eval[^\/]*\.[ch]$/ || name ~ /\.(y|re)$/
    inside = flat = marked = 0
}
{ last = FNR }
free { next }
inside {
    if ($0 ~ /^}/) {
        if (inside == 2 && !flat && FNR - start + 1 > 100)
            report(name, start, "function of " (FNR - start + 1) " lines (cap 100)")
        inside = 0
    }
    next
}
/^\/\* flat switch \*\/$/ { marked = 1; next }
/^[A-Za-z_]/ { start = FNR; flat = marked; marked = 0 }
/^[A-Za-z_{ \t].*\)[ \t]*\{[ \t]*$/ && !/=/ { inside = 2; next }
/^\{[ \t]*$/ { inside = 2; next }
/^[A-Za-z_].*\{[ \t]*$/ { inside = 1 }
END {
    if (last > 1500) report(name, last, "file of " last " lines (cap 1500)")
    exit bad
}
