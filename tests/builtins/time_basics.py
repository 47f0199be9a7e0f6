# time: clocks go forward, sleep sleeps.
import time
a = time.time()
p = time.perf_counter()
m = time.monotonic()
time.sleep(0.01)
print(time.time() >= a, time.perf_counter() - p >= 0.01, time.monotonic() - m >= 0.01, type(time.time()).__name__, type(time.time_ns()).__name__)
# expect: True True True float int
print(a > 1.6e9, time.process_time() >= 0, time.perf_counter_ns() > 0, time.monotonic_ns() > 0, time.gmtime(0)[:6], time.gmtime(0).tm_year, time.strftime("%Y-%m-%d", time.gmtime(86400)))
# expect: True True True True (1970, 1, 1, 0, 0, 0) 1970 1970-01-02
def err(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__ + ":", e)
err(lambda: time.sleep(-1))  # expect: ValueError: sleep length must be non-negative
err(lambda: time.sleep("a"))  # expect: TypeError: 'str' object cannot be interpreted as an integer
err(lambda: time.sleep())  # expect: TypeError: time.sleep() takes exactly one argument (0 given)
err(lambda: time.nothing)  # expect: AttributeError: module 'time' has no attribute 'nothing'
time.sleep(0)
