/* location.c: see location.h. */
#include "vm/location.h"

static uint8_t *write_varint(uint8_t *to, uint32_t v) {
    for (; v >= 128; v >>= 7) *to++ = (uint8_t)(v | 128);
    *to++ = (uint8_t)v;
    return to;
}

static uint8_t *write_signed(uint8_t *to, int v) { return write_varint(to, v < 0 ? (uint32_t)-v << 1 | 1 : (uint32_t)v << 1); }

uint8_t *location_write(uint8_t *to, int *line, SourceRange r, int units) {
    uint8_t head = (uint8_t)((units - 1) << 3);
    if (r.line <= 0) {
        *to++ = head | LOCATION_NONE;
        return to;
    }
    int delta = r.line - *line;
    *line = r.line;
    if (r.end_line == r.line && delta >= 0 && delta <= 2 && r.col >= 0 && r.col < 256 && r.end_col >= r.col && r.end_col - r.col < 256) {
        *to++ = (uint8_t)(head | (LOCATION_SHORT + delta));
        *to++ = (uint8_t)r.col;
        *to++ = (uint8_t)(r.end_col - r.col);
        return to;
    }
    *to++ = head | LOCATION_LONG;
    to = write_signed(to, delta);
    to = write_signed(to, r.end_line - r.line);
    to = write_varint(to, (uint32_t)(r.col + 1));
    return write_varint(to, (uint32_t)(r.end_col + 1));
}

static uint32_t read_varint(LocationReader *r) {
    uint32_t v = 0;
    for (int shift = 0; r->at < r->end; shift += 7) {
        uint8_t byte = *r->at++;
        v |= (uint32_t)(byte & 127) << shift;
        if (!(byte & 128)) break;
    }
    return v;
}

static int read_signed(LocationReader *r) {
    uint32_t v = read_varint(r);
    return v & 1 ? -(int)(v >> 1) : (int)(v >> 1);
}

void location_start(LocationReader *r, const Code *c) {
    *r = (LocationReader){.at = c->locations, .end = c->locations + c->locations_size, .line = c->first_line};
}

bool location_next(LocationReader *r) {
    if (r->at >= r->end) return false;
    r->index += r->units;
    uint8_t head = *r->at++, form = head & 7;
    r->units = (head >> 3) + 1;
    r->range = (SourceRange){0, 0, -1, -1};
    if (form == LOCATION_NONE) return true;
    if (form == LOCATION_LONG) {
        r->range.line = r->line += read_signed(r);
        r->range.end_line = r->line + read_signed(r);
        r->range.col = (int)read_varint(r) - 1;
        r->range.end_col = (int)read_varint(r) - 1;
    } else {
        r->line += form - LOCATION_SHORT;
        int col = *r->at++;
        r->range = (SourceRange){r->line, r->line, col, col + *r->at++};
    }
    return true;
}
