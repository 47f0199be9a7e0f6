# An uncaught exception shows its cause first.
def load():
    try:
        {}["key"]
    except KeyError as e:
        raise ValueError("cannot load") from e  # expect error: ValueError: cannot load
load()
