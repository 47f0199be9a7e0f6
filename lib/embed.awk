# Turns Python files into lib/embedded.c: awk -f lib/embed.awk lib/py/*.py lib/demos/*.py
# A file is known by its path below lib/; no file at all gives an empty table.
function quoted(line) {
    gsub(/["\\?]/, "\\\\&", line)      # the question mark because of trigraphs
    gsub(/\t/, "\\t", line)
    gsub(/\r/, "\\r", line)
    return "\"" line "\\n\""
}
BEGIN {
    print "/* Made by lib/embed.awk. */"
    print "#include \"lib/embedded.h\""
    for (i = 1; i < ARGC; i++) {
        printf "\nstatic const char text%d[] = \"\"\n", i
        while ((getline line < ARGV[i]) > 0) print quoted(line)
        close(ARGV[i])
        print ";"
    }
    print "\nconst Embedded embedded_files[] = {"
    for (i = 1; i < ARGC; i++) {
        name = ARGV[i]
        sub(/^lib\//, "", name)
        printf "    {\"%s\", text%d, sizeof text%d - 1},\n", name, i, i
    }
    print "    {0}\n};"
}
