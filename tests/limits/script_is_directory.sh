# A directory as script has no __main__.
mkdir "$TMPDIR/folder"
cd "$TMPDIR" || exit 1
$ADDER folder 2>&1 | sed "s/^[^:]*: //; s|$TMPDIR/||; s|/private||"
# expect: can't find '__main__' module in 'folder'
$ADDER folder 2>/dev/null; echo $?              # expect: 1
