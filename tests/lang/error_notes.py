# Notes follow the message of an uncaught exception.
# status: 1
e = ValueError("broken")
e.add_note("note one")
e.add_note("note two")
raise e
