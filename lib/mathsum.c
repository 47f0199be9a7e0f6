/* mathsum.c: functions of many numbers: exact sums, sums of products, products, lengths of vectors.
 *
 * fsum keeps the sum as partials that do not overlap (Shewchuk), largest last; their sum is rounded once, at the end.
 * sumprod adds products of floats in three words (hi, lo, tiny: Ogita, Rump and Oishi); ints are added as ints, anything else by its operators.
 * A length is computed on coordinates scaled by a power of two, squares and sum in two words each, and corrected once after the root. */
#include <float.h>
#include <math.h>
#include <string.h>

#include "lib/mathfuncs.h"
#include "runtime/err.h"
#include "runtime/float.h"

/* --- words of higher precision --- */

typedef struct Pair { double hi, lo; } Pair;          /* hi + lo, without overlap */

static inline Pair pair_product(double x, double y) {
    double z = x * y;
    return (Pair){z, fma(x, y, -z)};
}
static inline Pair pair_sum_ordered(double a, double b) { /* |a| >= |b| */
    double x = a + b;
    return (Pair){x, (a - x) + b};
}
static inline Pair pair_sum(double a, double b) {
    double x = a + b, z = x - a;
    return (Pair){x, (a - (x - z)) + (b - z)};
}

/* --- fsum --- */

enum { PARTIALS_ON_STACK = 32 };
typedef struct Partials {
    double *p;
    size_t n, room;
    double special, infinities; /* sums of what is not finite */
    double local[PARTIALS_ON_STACK];
} Partials;

static int partials_push(Partials *s, double x) {
    if (s->n == s->room) {
        double *more = mem_alloc(2 * s->room * sizeof *more);
        if (!more) return raise_memory(), -1;
        memcpy(more, s->p, s->n * sizeof *more);
        if (s->p != s->local) mem_free(s->p);
        s->p = more;
        s->room *= 2;
    }
    s->p[s->n++] = x;
    return 0;
}

static int partials_add(Partials *s, double x) {
    double given = x;
    size_t kept = 0;
    for (size_t i = 0; i < s->n; i++) {
        double y = s->p[i];
        Pair sum = fabs(x) < fabs(y) ? (Pair){y, x} : (Pair){x, y};
        double hi = sum.hi + sum.lo, lo = sum.lo - (hi - sum.hi);
        if (lo != 0.0) s->p[kept++] = lo;
        x = hi;
    }
    s->n = kept;
    if (x == 0.0) return 0;
    if (isfinite(x)) return partials_push(s, x);
    if (isfinite(given)) return raise_error(OverflowError, "intermediate overflow in fsum"), -1;
    if (isinf(given)) s->infinities += given;
    s->special += given;
    s->n = 0;
    return 0;
}

static double partials_total(const Partials *s) {
    size_t n = s->n;
    double hi = n ? s->p[--n] : 0.0, lo = 0.0;
    while (n > 0) {
        double x = hi, y = s->p[--n];
        hi = x + y;
        lo = y - (hi - x);
        if (lo != 0.0) break;
    }
    /* half way between two doubles as far as hi and lo tell: the next partial decides */
    if (n > 0 && ((lo < 0.0 && s->p[n - 1] < 0.0) || (lo > 0.0 && s->p[n - 1] > 0.0))) {
        double y = lo * 2.0, x = hi + y;
        if (y == x - hi) hi = x;
    }
    return hi;
}

Own math_m_fsum(Ref self, Ref const *args) {
    (void)self;
    Partials s = {.room = PARTIALS_ON_STACK};
    s.p = s.local;
    Own it = object_iter(args[0]), item, result = NULL;
    if (!it) return NULL;
    int more;
    while ((more = iter_next(it, &item)) > 0) {
        double x = number_as_double(item);
        drop(item);
        if ((x == -1.0 && err_set()) || partials_add(&s, x) < 0) goto done;
    }
    if (more < 0) goto done;
    if (s.special == 0.0) result = float_new(partials_total(&s));
    else if (isnan(s.infinities)) raise_error(ValueError, "-inf + inf in fsum");
    else result = float_new(s.special);
done:
    drop(it);
    if (s.p != s.local) mem_free(s.p);
    return result;
}

/* --- sumprod --- */

typedef struct SumProduct {
    Own total;
    bool ints_on, floats_on;     /* still adding that way */
    bool ints_used, floats_used; /* there is something to be added to the total */
    int64_t ints;
    double hi, lo, tiny;
} SumProduct;

static int total_add_take(SumProduct *s, Own term) {
    Own sum = term ? object_binary(OP_ADD, s->total, term) : NULL;
    drop_x(term);
    if (!sum) return -1;
    obj_set(&s->total, sum);
    return 0;
}

static bool add_ints(SumProduct *s, Ref a, Ref b) {
    int64_t x, y, product, sum;
    if (!is_exact_int(a) || !is_exact_int(b) || !int_to_int64(a, &x) || !int_to_int64(b, &y)) return false;
    if (__builtin_mul_overflow(x, y, &product) || __builtin_add_overflow(s->ints, product, &sum)) return false;
    s->ints = sum;
    s->ints_used = true;
    return true;
}

/* A float, or an int or bool beside one. */
static bool factor_of(Ref o, Ref other, double *out) {
    if (is_exact_float(o)) {
        *out = float_value(o);
        return true;
    }
    if (!is_exact_float(other) || (!is_exact_int(o) && o->type != &bool_type)) return false;
    *out = int_to_double(o);
    if (*out != -1.0 || !err_set()) return true;
    err_clear();
    return false;
}

static bool add_floats(SumProduct *s, Ref a, Ref b) {
    double x, y;
    if (!factor_of(a, b, &x) || !factor_of(b, a, &y)) return false;
    Pair product = pair_product(x, y), sum = pair_sum(s->hi, product.hi);
    if (!isfinite(sum.hi)) return false;
    Pair low = pair_sum(s->lo, product.lo), middle = pair_sum(low.hi, sum.lo);
    s->hi = sum.hi;
    s->lo = middle.hi;
    s->tiny += low.lo + middle.lo;
    s->floats_used = true;
    return true;
}

static int end_ints(SumProduct *s) {
    s->ints_on = false;
    return s->ints_used ? total_add_take(s, int_new(s->ints)) : 0;
}
static int end_floats(SumProduct *s) {
    s->floats_on = false;
    return s->floats_used ? total_add_take(s, float_new(s->hi + pair_sum(s->lo, s->tiny).hi)) : 0;
}

static int add_product(SumProduct *s, Ref a, Ref b) {
    if (s->ints_on) {
        if (add_ints(s, a, b)) return 0;
        if (end_ints(s) < 0) return -1;
    }
    if (s->floats_on) {
        if (add_floats(s, a, b)) return 0;
        if (end_floats(s) < 0) return -1;
    }
    return total_add_take(s, object_binary(OP_MUL, a, b));
}

Own math_m_sumprod(Ref self, Ref const *args) {
    (void)self;
    SumProduct s = {.ints_on = true, .floats_on = true};
    Own p = object_iter(args[0]), q = p ? object_iter(args[1]) : NULL, a = NULL, b = NULL, result = NULL;
    s.total = q ? int_new(0) : NULL;
    while (s.total) {
        int more_a = iter_next(p, &a), more_b = more_a < 0 ? -1 : iter_next(q, &b);
        int failed = more_b < 0;
        if (!failed && more_a != more_b) {
            raise_error(ValueError, "Inputs are not the same length");
            failed = 1;
        }
        if (!failed && more_a) failed = add_product(&s, a, b) < 0;
        if (more_a > 0) drop(a);
        if (more_b > 0) drop(b);
        if (failed) break;
        if (more_a) continue;
        if ((s.ints_on && end_ints(&s) < 0) || (s.floats_on && end_floats(&s) < 0)) break;
        result = own(s.total);
        break;
    }
    drop_x(p);
    drop_x(q);
    drop_x(s.total);
    return result;
}

/* --- prod --- */

static bool multiply_floats(Ref a, Ref b, Own *out) {
    if (!is_exact_float(a)) return false;
    double y;
    if (is_exact_float(b)) y = float_value(b);
    else if (is_exact_int(b) && int_is_compact(b)) y = (double)int_value(b);
    else return false;
    *out = float_new(float_value(a) * y);
    return true;
}

Own math_m_prod(Ref self, Ref const *args) {
    (void)self;
    Own it = object_iter(args[0]), result = it ? args[1] ? own(args[1]) : int_new(1) : NULL, item;
    int more = 0;
    while (result && (more = iter_next(it, &item)) > 0) {
        Own product;
        if (!multiply_floats(result, item, &product)) product = object_binary(OP_MUL, result, item);
        drop(result);
        drop(item);
        result = product;
    }
    drop_x(it);
    if (more < 0) CLEAR(result);
    return result;
}

/* --- lengths --- */

/* The root of the sum of squares; max is the largest, all are >= 0. */
static double vector_length(double *v, size_t n, double max, bool has_nan) {
    if (isinf(max)) return max;
    if (has_nan) return NAN;
    if (max == 0.0 || n <= 1) return max;
    int e;
    frexp(max, &e);
    if (e < -1023) { /* the scale would overflow: out of the subnormals first */
        for (size_t i = 0; i < n; i++) v[i] /= DBL_MIN;
        return DBL_MIN * vector_length(v, n, max / DBL_MIN, has_nan);
    }
    double scale = ldexp(1.0, -e), sum = 1.0, low_products = 0.0, low_sums = 0.0; /* sum starts at 1, so that it is the larger one */
    for (size_t i = 0; i < n; i++) {
        double x = v[i] * scale;
        Pair square = pair_product(x, x), next = pair_sum_ordered(sum, square.hi);
        sum = next.hi;
        low_products += square.lo;
        low_sums += next.lo;
    }
    double root = sqrt(sum - 1.0 + (low_products + low_sums));
    Pair square = pair_product(-root, root), rest = pair_sum_ordered(sum, square.hi);
    low_products += square.lo;
    low_sums += rest.lo;
    root += (rest.hi - 1.0 + (low_products + low_sums)) / (2.0 * root);
    return root / scale;
}

enum { COORDINATES_ON_STACK = 16 };
typedef struct Vector {
    double *v;
    size_t n;
    double max;
    bool has_nan;
    double local[COORDINATES_ON_STACK];
} Vector;

static int vector_start(Vector *t, size_t n) {
    t->n = 0;
    t->max = 0.0;
    t->has_nan = false;
    t->v = n <= COORDINATES_ON_STACK ? t->local : mem_alloc(n * sizeof *t->v);
    return t->v ? 0 : (raise_memory(), -1);
}
static void vector_put(Vector *t, double x) {
    x = fabs(x);
    t->v[t->n++] = x;
    if (isnan(x)) t->has_nan = true;
    if (x > t->max) t->max = x;
}
static Own vector_end(Vector *t, bool good) {
    double length = good ? vector_length(t->v, t->n, t->max, t->has_nan) : 0.0;
    if (t->v != t->local) mem_free(t->v);
    return good ? float_new(length) : NULL;
}

Own math_hypot(Ref self, Ref const *args, size_t nargs, Ref kwnames) {
    (void)self;
    Vector t;
    if (args_range("math.hypot", nargs, kwnames, 0, SIZE_MAX) < 0 || vector_start(&t, nargs) < 0) return NULL;
    for (size_t i = 0; i < nargs; i++) {
        double x = number_as_double(args[i]);
        if (x == -1.0 && err_set()) return vector_end(&t, false);
        vector_put(&t, x);
    }
    return vector_end(&t, true);
}

Own math_m_dist(Ref self, Ref const *args) {
    (void)self;
    Own p = is_tuple(args[0]) ? own(args[0]) : tuple_from_iterable(args[0]), q = NULL, result = NULL;
    if (p) q = is_tuple(args[1]) ? own(args[1]) : tuple_from_iterable(args[1]);
    if (!q) goto done;
    ssize_t n = tuple_size(p);
    if (n != tuple_size(q)) {
        raise_error(ValueError, "both points must have the same number of dimensions");
        goto done;
    }
    Vector t;
    if (vector_start(&t, (size_t)n) < 0) goto done;
    bool good = true;
    for (ssize_t i = 0; i < n && good; i++) {
        double x = number_as_double(tuple_item(p, i)), y = x == -1.0 && err_set() ? -1.0 : number_as_double(tuple_item(q, i));
        good = y != -1.0 || !err_set();
        vector_put(&t, x - y);
    }
    result = vector_end(&t, good);
done:
    drop_x(p);
    drop_x(q);
    return result;
}
