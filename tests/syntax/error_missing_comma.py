# Two expressions side by side in brackets.
colours = ["red" "green",
           1 2]  # expect error: SyntaxError: invalid syntax. Perhaps you forgot a comma?
