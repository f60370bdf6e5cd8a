package io.archmeter.op;

import io.archmeter.graph.Extent;
import java.util.Map;

/**
 * What an operator computes for one pass over its inputs.
 *
 * @param multiplyAdds one multiply and one add that belong to a sum of products; taps on padding count, as in PyTorch
 * @param effectiveMultiplyAdds those of them whose tap falls on the input
 * @param others elementary operations outside sums of products, by kind; kinds that do not occur are left out
 */
public record Work(Formula multiplyAdds, Formula effectiveMultiplyAdds, Map<ElementaryOperation, Formula> others) {
    /** Moves or renames elements, and computes nothing. */
    public static final Work NONE = new Work(Formula.ZERO, Formula.ZERO, Map.of());

    public Work {
        others = FormulasByKind.of(others);
    }

    /** Sums of products in which every tap falls on the input. */
    public static Work multiplyAdds(Formula count) {
        return new Work(count, count, Map.of());
    }

    /** What depends on something that is not known; so may operations of any kind. */
    public static Work notKnown(Extent.Unknown origin) {
        Formula count = Formula.of(origin);
        Work work = multiplyAdds(count);
        for (ElementaryOperation kind : ElementaryOperation.values()) {
            work = work.and(kind, count);
        }
        return work;
    }

    /** With so many more operations of a kind. */
    public Work and(ElementaryOperation kind, Formula count) {
        return new Work(
                multiplyAdds, effectiveMultiplyAdds, FormulasByKind.of(others).and(kind, count));
    }
}
