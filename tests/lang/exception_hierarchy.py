# The tree of the builtin exceptions.
def tree(cls, depth=0):
    print("  " * depth + cls.__name__)
    for sub in sorted(cls.__subclasses__(), key=lambda c: c.__name__):
        if sub.__module__ == "builtins" and sub.__name__.isalpha() and sub.__name__[0] != "_":
            tree(sub, depth + 1)
tree(ArithmeticError)
# expect: ArithmeticError
# expect:   FloatingPointError
# expect:   OverflowError
# expect:   ZeroDivisionError
tree(LookupError)
# expect: LookupError
# expect:   IndexError
# expect:   KeyError
tree(NameError)
# expect: NameError
# expect:   UnboundLocalError
tree(SyntaxError)
# expect: SyntaxError
# expect:   IndentationError
# expect:     TabError
for name in ("AssertionError AttributeError BufferError EOFError ImportError MemoryError NameError OSError "
             "ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError TypeError "
             "ValueError Warning").split():
    print(name, eval(name).__bases__)
    # expect: AssertionError (<class 'Exception'>,)
    # expect: AttributeError (<class 'Exception'>,)
    # expect: BufferError (<class 'Exception'>,)
    # expect: EOFError (<class 'Exception'>,)
    # expect: ImportError (<class 'Exception'>,)
    # expect: MemoryError (<class 'Exception'>,)
    # expect: NameError (<class 'Exception'>,)
    # expect: OSError (<class 'Exception'>,)
    # expect: ReferenceError (<class 'Exception'>,)
    # expect: RuntimeError (<class 'Exception'>,)
    # expect: StopAsyncIteration (<class 'Exception'>,)
    # expect: StopIteration (<class 'Exception'>,)
    # expect: SyntaxError (<class 'Exception'>,)
    # expect: SystemError (<class 'Exception'>,)
    # expect: TypeError (<class 'Exception'>,)
    # expect: ValueError (<class 'Exception'>,)
    # expect: Warning (<class 'Exception'>,)
for name in "Exception GeneratorExit KeyboardInterrupt SystemExit".split():
    print(name, eval(name).__bases__)
    # expect: Exception (<class 'BaseException'>,)
    # expect: GeneratorExit (<class 'BaseException'>,)
    # expect: KeyboardInterrupt (<class 'BaseException'>,)
    # expect: SystemExit (<class 'BaseException'>,)
for name in "FileNotFoundError PermissionError TimeoutError ConnectionError IsADirectoryError BlockingIOError".split():
    print(name, eval(name).__bases__)
    # expect: FileNotFoundError (<class 'OSError'>,)
    # expect: PermissionError (<class 'OSError'>,)
    # expect: TimeoutError (<class 'OSError'>,)
    # expect: ConnectionError (<class 'OSError'>,)
    # expect: IsADirectoryError (<class 'OSError'>,)
    # expect: BlockingIOError (<class 'OSError'>,)
for name in "DeprecationWarning UserWarning RuntimeWarning SyntaxWarning".split():
    print(name, eval(name).__bases__)
    # expect: DeprecationWarning (<class 'Warning'>,)
    # expect: UserWarning (<class 'Warning'>,)
    # expect: RuntimeWarning (<class 'Warning'>,)
    # expect: SyntaxWarning (<class 'Warning'>,)
print(RecursionError.__base__, NotImplementedError.__base__, UnicodeError.__base__, UnicodeDecodeError.__base__)
# expect: <class 'RuntimeError'> <class 'RuntimeError'> <class 'ValueError'> <class 'UnicodeError'>
print(IOError is OSError, EnvironmentError is OSError, ModuleNotFoundError.__base__, BaseException.__base__)
# expect: True True <class 'ImportError'> <class 'object'>
