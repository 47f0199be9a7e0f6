# Format specifications of floats.
x = 1234.56789
print(f"{x:f} {x:.2f} {x:.0f} {x:10.1f}| {x:<10.1f}| {x:^10.1f}| {x:010.1f} {x:+.1f} {x: .1f}")
# expect: 1234.567890 1234.57 1235     1234.6| 1234.6    |   1234.6  | 00001234.6 +1234.6  1234.6
print(f"{x:e} {x:.2e} {x:E} {x:g} {x:.3g} {x:G} {1e-10:g} {1e20:g} {100000.0:g} {1000000.0:g}")
# expect: 1.234568e+03 1.23e+03 1.234568E+03 1234.57 1.23e+03 1234.57 1e-10 1e+20 100000 1e+06
print(f"{x:,} {x:,.2f} {x:_.1f} {1e10:,.0f} {0.25:%} {0.256:.1%} {x:n}")
# expect: 1,234.56789 1,234.57 1_234.6 10,000,000,000 25.000000% 25.6% 1234.57
print(f"{x} {x:} {x:10} {x:<12}| {x:.3} {x:.10} {3.0:.1} {3.0:.3} {1e16:.3} {0.1:.20f} {0.1:.17g}")
# expect: 1234.56789 1234.56789 1234.56789 1234.56789  | 1.23e+03 1234.56789 3e+00 3.0 1e+16 0.10000000000000000555 0.10000000000000001
inf, nan = float("inf"), float("nan")
print(f"{inf} {inf:f} {-inf:.1e} {nan:F} {inf:10}| {nan:<5}| {inf:+} {inf:010} {inf:,} {nan:%}")
# expect: inf inf -inf NAN        inf| nan  | +inf 0000000inf inf nan%
print(f"{0.0:f} {-0.0:f} {-0.0:.0f} {-0.4:.0f} {-0.0:z.1f} {1e-300:.5f} {1e300:.3e} {5e-324:g}")
# expect: 0.000000 -0.000000 -0 -0 0.0 0.00000 1.000e+300 4.94066e-324
print(f"{2.5:.0f} {3.5:.0f} {0.5:.0f} {1.5:.0f} {2.675:.2f} {1e22:f} {123456789.0:.3g} {1.0:#g} {1.0:#.0f} {1:#.3g}")
# expect: 2 4 0 2 2.67 10000000000000000000000.000000 1.23e+08 1.00000 1. 1.00
print("%f %.2f %8.3f|%-8.2f|%+.1f %e %.1E %g %G %05.1f %% %s %r" % (x, x, x, x, x, x, x, x, 1e-10, 2.5, x, x))
# expect: 1234.567890 1234.57 1234.568|1234.57 |+1234.6 1.234568e+03 1.2E+03 1234.57 1E-10 002.5 % 1234.56789 1234.56789
print("%.0f %.3g %#.3g %g %g" % (2.5, 1234567.0, 1.0, 1e5, 1e-5), "%d" % 3.99, "%5.1f%%" % 99.5, "%s" % 1e20)
# expect: 2 1.23e+06 1.00 100000 1e-05 3  99.5% 1e+20
print(format(x, ".1f"), format(1.0), format(1e100, ".2g"), "{:.{}f}".format(3.14159, 3), "{0:>+8.2f}".format(-1.5))
# expect: 1234.6 1.0 1e+100 3.142    -1.50
print(f"{1.5:=+10.2f} {-1.5:=10} {1.5:*>8} {1.5:x<8} {123.456:.4} {0.00001234:.2} {99999.5:.5g} {9.9999:.2f}")
# expect: +     1.50 -      1.5 *****1.5 1.5xxxxx 123.5 1.2e-05 1e+05 10.00
print(str(1.0), str(1e20), repr(1.5e-10), str(123456789.0), str(0.1 + 0.2))
# expect: 1.0 1e+20 1.5e-10 123456789.0 0.30000000000000004
for spec in ("d", "s", "x", ".f", "5.", "c", "b"):
    try:
        format(1.5, spec)
    except ValueError as e:
        print(e)
        # expect: Unknown format code 'd' for object of type 'float'
        # expect: Unknown format code 's' for object of type 'float'
        # expect: Unknown format code 'x' for object of type 'float'
        # expect: Format specifier missing precision
        # expect: Format specifier missing precision
        # expect: Unknown format code 'c' for object of type 'float'
        # expect: Unknown format code 'b' for object of type 'float'
