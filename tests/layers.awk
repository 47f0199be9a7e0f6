# The floors of the house: awk -f tests/layers.awk gc/* grammar/* runtime/* vm/* lib/*.[ch]
# Reports every include that runs up the floors or is not written from the root.
BEGIN {
    may["gc"]      = "gc"
    may["grammar"] = "gc grammar"
    may["runtime"] = "gc runtime"
    may["vm"]      = "gc grammar runtime vm"
    may["lib"]     = "gc grammar runtime vm lib"
}
/^[ \t]*#[ \t]*include[ \t]+"/ {
    split(FILENAME, path, "/")
    split($0, quoted, "\"")
    depth = split(quoted[2], wanted, "/")
    if (depth < 2 || index(" " may[path[1]] " ", " " wanted[1] " ") == 0) {
        print FILENAME ":" FNR ": " path[1] " may not include \"" quoted[2] "\""
        bad = 1
    }
}
END { exit bad }
