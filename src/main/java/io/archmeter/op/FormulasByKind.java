package io.archmeter.op;

import java.util.AbstractMap;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/** Formulas of kinds of operations, in an array: an operator makes one for each layer, and most have two kinds at most. */
final class FormulasByKind extends AbstractMap<ElementaryOperation, Formula> {
    private static final ElementaryOperation[] KINDS = ElementaryOperation.values();
    private static final FormulasByKind NONE = new FormulasByKind(new Formula[KINDS.length], 0);

    /** By the number of the kind; null where it does not occur. */
    private final Formula[] formulas;

    private final int size;

    private FormulasByKind(Formula[] formulas, int size) {
        this.formulas = formulas;
        this.size = size;
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
    FormulasByKind and(ElementaryOperation kind, Formula count) {
        Formula[] more = formulas.clone();
        Optional<Formula> before = Optional.ofNullable(formulas[kind.ordinal()]);
        more[kind.ordinal()] = before.map(some -> Formula.sum(some, count)).orElse(count);
        return new FormulasByKind(more, before.isPresent() ? size : size + 1);
    }

    @Override
    public boolean containsKey(Object kind) {
        return kind instanceof ElementaryOperation operation && formulas[operation.ordinal()] != null;
    }

    @Override
    public Formula get(Object kind) {
        return containsKey(kind) ? formulas[((ElementaryOperation) kind).ordinal()] : null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public void forEach(BiConsumer<? super ElementaryOperation, ? super Formula> each) {
        for (ElementaryOperation kind : KINDS) {
            if (formulas[kind.ordinal()] != null) {
                each.accept(kind, formulas[kind.ordinal()]);
            }
        }
    }

    @Override
    public Set<Entry<ElementaryOperation, Formula>> entrySet() {
        Map<ElementaryOperation, Formula> entries = new LinkedHashMap<>();
        forEach(entries::put);
        return Collections.unmodifiableMap(entries).entrySet();
    }
}
