/* evalrest.h: a part of the loop's text, included inside its function by evalloop.h: the handlers that build containers and strings, handle
 * exceptions, import and match. */

    /* --- building --- */
    TARGET(BUILD_TUPLE) : {
        sp -= pc->w;
        Object *o = tuple_from_array_take(sp, pc->w);
        ERROR_IF(!o);
        PUSH(o);
        NEXT(1);
    }
    TARGET(BUILD_LIST) : {
        sp -= pc->w;
        Object *o = list_from_array_take(sp, pc->w);
        ERROR_IF(!o);
        PUSH(o);
        NEXT(1);
    }
    TARGET(BUILD_SET) : {
        SAVE();
        Object *o = set_new(NULL);
        int failed = o ? 0 : -1;
        Object **from = sp - pc->w;
        for (uint32_t i = 0; i < pc->w; i++) {
            if (failed >= 0) failed = set_add(o, from[i]);
            DROP(from[i]);
        }
        sp = from;
        if (failed < 0) {
            DROP_X(o);
            goto error;
        }
        PUSH(o);
        NEXT(1);
    }
    TARGET(BUILD_MAP) : {
        SAVE();
        Object **from = sp - 2 * (ssize_t)pc->w;
        Object *o = pc->w ? dict_new_presized(pc->w, true) : dict_new();
        int failed = o ? 0 : -1;
        for (uint32_t i = 0; i < pc->w; i++) {
            if (failed >= 0) failed = dict_set(o, from[2 * i], from[2 * i + 1]);
            DROP(from[2 * i]);
            DROP(from[2 * i + 1]);
        }
        sp = from;
        if (failed < 0) {
            DROP_X(o);
            goto error;
        }
        PUSH(o);
        NEXT(1);
    }
    TARGET(BUILD_STRING) : {
        sp -= pc->w;
        Object *o = eval_build_string(sp, pc->w);
        for (uint32_t i = 0; i < pc->w; i++) DROP(sp[i]);
        ERROR_IF(!o);
        PUSH(o);
        NEXT(1);
    }
    TARGET(LIST_APPEND) : {
        Object *value = POP();
        ERROR_IF(list_append_take(sp[-(ssize_t)pc->w], value) < 0);
        NEXT(1);
    }
#define ADD_TO(name, function)                                                                      \
    TARGET(name) : {                                                                                \
        Object *value = POP();                                                                      \
        SAVE();                                                                                     \
        int failed = function(sp[-(ssize_t)pc->w], value);                                          \
        DROP(value);                                                                                \
        ERROR_IF(failed < 0);                                                                       \
        NEXT(1);                                                                                    \
    }
    ADD_TO(SET_ADD, set_add)
    ADD_TO(LIST_EXTEND, eval_list_extend)
    ADD_TO(SET_UPDATE, set_update)
    TARGET(DICT_UPDATE) : {
        Object *value = POP();
        SAVE();
        int failed = dict_merge(sp[-(ssize_t)pc->w], value, 1);
        if (failed < 0 && err_matches(AttributeError)) {
            err_clear();
            raise_error(TypeError, "'%T' object is not a mapping", value);
        }
        DROP(value);
        ERROR_IF(failed < 0);
        NEXT(1);
    }
    TARGET(MAP_ADD) : {
        Object *value = POP(), *key = POP();
        SAVE();
        int failed = dict_set(sp[-(ssize_t)pc->w], key, value);
        DROP(key);
        DROP(value);
        ERROR_IF(failed < 0);
        NEXT(1);
    }
    TARGET(DICT_MERGE) : {
        Object *value = POP();
        SAVE();
        int failed = eval_dict_merge(sp[-(ssize_t)pc->w], value, sp[-(ssize_t)pc->w - 3]);
        DROP(value);
        ERROR_IF(failed < 0);
        NEXT(1);
    }
    UNARY(LIST_TO_TUPLE, list_as_tuple)
    TARGET(CONVERT_VALUE) : {
        Object *o = POP();
        SAVE();
        Object *result = pc->w == 1 ? object_str(o) : pc->w == 2 ? object_repr(o) : object_ascii(o);
        DROP(o);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }
    TARGET(FORMAT_SIMPLE) : {
        Object *o = sp[-1];
        if (o->type == &str_type) NEXT(1);
        SAVE();
        Object *result = object_format(o, NULL);
        sp--;
        DROP(o);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }
    TARGET(FORMAT_WITH_SPEC) : {
        Object *spec = POP(), *o = POP();
        SAVE();
        Object *result = object_format(o, spec);
        DROP(o);
        DROP(spec);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }

    /* --- exceptions --- */
    TARGET(RAISE) : {
        SAVE();
        Object *cause = pc->w == 2 ? POP() : NULL, *exc = pc->w >= 1 ? POP() : NULL;
        int again = eval_do_raise(exc, cause);
        DROP_X(exc);
        DROP_X(cause);
        if (again > 0) goto unwind; /* it has this frame's traceback entry already */
        goto error;
    }
    TARGET(RERAISE) : {
        Object *exc = POP();
        if (pc->w) {
            Object *raw = sp[-(ssize_t)pc->w];
            if (is_raw_word(raw)) f->pc = f->func->code->instrs + UNRAW(raw) + 1;
        } else {
            SAVE();
        }
        err_restore_take(exc);
        goto unwind;
    }
    TARGET(PUSH_EXC_INFO) : {
        Object *exc = sp[-1], *previous = rt.exc_info->value;
        sp[-1] = previous ? previous : none();
        rt.exc_info->value = own(exc);
        PUSH(exc);
        NEXT(1);
    }
    TARGET(POP_EXCEPT) : {
        Object *previous = POP(), *old = rt.exc_info->value;
        if (previous == NONE) {
            rt.exc_info->value = NULL;
            previous->refcnt--;
        } else {
            rt.exc_info->value = previous;
        }
        DROP_X(old);
        NEXT(1);
    }
    TARGET(CHECK_EXC_MATCH) : {
        Object *type = POP();
        SAVE();
        int yes = eval_check_exc_match(sp[-1], type);
        DROP(type);
        ERROR_IF(yes < 0);
        PUSH(bool_new(yes));
        NEXT(1);
    }
    TARGET(CHECK_EG_MATCH) : {
        Object *type = POP(), *group = POP();
        Own match = NULL, rest = NULL;
        SAVE();
        int failed = eval_check_eg_match(group, type, &match, &rest);
        DROP(type);
        DROP(group);
        ERROR_IF(failed < 0);
        PUSH(rest);
        PUSH(match);
        NEXT(1);
    }
    TARGET(PREP_RERAISE_STAR) : {
        Object *list = POP(), *original = POP();
        SAVE();
        Object *result = eval_prep_reraise_star(original, list);
        DROP(list);
        DROP(original);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }
    TARGET(BEFORE_WITH) : TARGET(BEFORE_ASYNC_WITH) : {
        Object *manager = POP();
        SAVE();
        Own exit = NULL;
        Object *result = eval_with_enter(manager, pc->op == BEFORE_ASYNC_WITH, &exit);
        DROP(manager);
        ERROR_IF(!result);
        PUSH(exit);
        PUSH(result);
        NEXT(1);
    }
    TARGET(WITH_EXCEPT_START) : { /* exit lasti previous exception */
        Object *exc = sp[-1], *exit = sp[-4];
        SAVE();
        Object *traceback = ((BaseExc *)exc)->traceback;
        Ref args[3] = {(Ref)exc->type, exc, traceback ? traceback : NONE};
        Object *result = object_call(exit, args, 3, NULL);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }

    /* --- imports, patterns, prompt, type parameters --- */
    TARGET(IMPORT_NAME) : {
        Object *fromlist = POP(), *level = POP();
        SAVE();
        Object *result = eval_import_name(f, NAME_AT(pc->w), fromlist, level);
        DROP(fromlist);
        DROP(level);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }
    TARGET(IMPORT_FROM) : {
        SAVE();
        Object *result = eval_import_from(sp[-1], NAME_AT(pc->w));
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }
    TARGET(IMPORT_STAR) : {
        Object *module = POP();
        SAVE();
        int failed = eval_import_star(f, module);
        DROP(module);
        ERROR_IF(failed < 0);
        NEXT(1);
    }
    TARGET(PRINT_EXPR) : {
        Object *value = POP();
        SAVE();
        int failed = eval_print_expr(value);
        DROP(value);
        ERROR_IF(failed < 0);
        NEXT(1);
    }
    TARGET(MATCH_CLASS) : {
        Object *names_ = POP(), *cls = POP(), *subject = POP();
        SAVE();
        Object *result = eval_match_class(subject, cls, pc->w, names_);
        DROP(subject);
        DROP(cls);
        DROP(names_);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }
    TARGET(MATCH_MAPPING) : {
        bool yes = type_has(sp[-1]->type, TYPE_MAPPING);
        PUSH(bool_new(yes));
        NEXT(1);
    }
    TARGET(MATCH_SEQUENCE) : {
        bool yes = type_has(sp[-1]->type, TYPE_SEQUENCE);
        PUSH(bool_new(yes));
        NEXT(1);
    }
    TARGET(MATCH_KEYS) : {
        SAVE();
        Object *result = eval_match_keys(sp[-2], sp[-1]);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }
    TARGET(GET_LEN) : {
        SAVE();
        ssize_t n = object_len(sp[-1]);
        ERROR_IF(n < 0);
        Object *result = int_new(n);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }
    TARGET(MAKE_TYPE_PARAM) : {
        Object *fallback = pc->a & 2 ? POP() : NULL, *bound = pc->a & 1 ? POP() : NULL, *name = POP();
        SAVE();
        Object *result = eval_make_type_param((int)pc->w, pc->a, name, bound, fallback);
        DROP(name);
        DROP_X(bound);
        DROP_X(fallback);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }
    TARGET(MAKE_TYPE_ALIAS) : {
        Object *function = POP(), *params = POP(), *name = POP();
        SAVE();
        Object *result = eval_make_type_alias(name, params, function);
        DROP(name);
        DROP(params);
        DROP(function);
        ERROR_IF(!result);
        PUSH(result);
        NEXT(1);
    }
    UNARY(SUBSCRIPT_GENERIC, eval_generic_subscript)
