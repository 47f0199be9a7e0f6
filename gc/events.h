/* events.h: births and deaths of objects, for whoever observes (memory views, recordings).
 *
 * Off, the cost is one predictable branch where an object is made or freed. Blocks on free lists pass by unseen, so an observer first
 * calls freelist_enable(false). A hook must not make or free objects. */
#ifndef GC_EVENTS_H
#define GC_EVENTS_H

#include "gc/object.h"

typedef struct Observer {
    void (*born)(Object *o); /* header filled, fields not yet */
    void (*died)(Object *o); /* fields already dropped; type still valid */
} Observer;
extern Observer observer;

#endif
