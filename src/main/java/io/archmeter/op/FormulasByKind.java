package io.archmeter.op;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Formulas of kinds of operations, in the order of the kinds: one, and after it those of later kinds. An operator makes one for each layer,
 * and most have two kinds at most.
 */
final class FormulasByKind extends AbstractMap<ElementaryOperation, Formula> {
    private static final FormulasByKind NONE = new FormulasByKind();

    private final ElementaryOperation kind;
    private final Formula count;
    private final FormulasByKind later;
    private final int size;

    /** None; its own first kind counts for nothing. */
    private FormulasByKind() {
        this.kind = ElementaryOperation.ADD;
        this.count = Formula.ZERO;
        this.later = this;
        this.size = 0;
    }

    private FormulasByKind(ElementaryOperation kind, Formula count, FormulasByKind later) {
        this.kind = kind;
        this.count = count;
        this.later = later;
        this.size = later.size + 1;
    }

    static FormulasByKind of(Map<ElementaryOperation, Formula> formulas) {
        if (formulas instanceof FormulasByKind already) {
            return already;
        }
        FormulasByKind all = NONE;
        for (Map.Entry<ElementaryOperation, Formula> each : formulas.entrySet()) {
            all = all.and(each.getKey(), each.getValue());
        }
        return all;
    }

    /** With so many more of a kind. */
    FormulasByKind and(ElementaryOperation more, Formula often) {
        if (size == 0 || more.ordinal() < kind.ordinal()) {
            return new FormulasByKind(more, often, this);
        }
        return more == kind
                ? new FormulasByKind(kind, Formula.sum(count, often), later)
                : new FormulasByKind(kind, count, later.and(more, often));
    }

    @Override
    public boolean containsKey(Object wanted) {
        return get(wanted) != null;
    }

    @Override
    public Formula get(Object wanted) {
        FormulasByKind some = this;
        while (some.size > 0 && some.kind != wanted) {
            some = some.later;
        }
        return some.size > 0 ? some.count : null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void forEach(BiConsumer<? super ElementaryOperation, ? super Formula> each) {
        for (FormulasByKind some = this; some.size > 0; some = some.later) {
            each.accept(some.kind, some.count);
        }
    }

    @Override
    public Set<Entry<ElementaryOperation, Formula>> entrySet() {
        Map<ElementaryOperation, Formula> entries = new LinkedHashMap<>();
        forEach(entries::put);
        return Collections.unmodifiableMap(entries).entrySet();
    }
}
