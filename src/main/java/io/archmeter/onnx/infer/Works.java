package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.UnknownException;
import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import io.archmeter.op.Work;
import java.util.Map;

/** What several things compute together, or one of two. */
final class Works {
    private Works() {}

    static Outcome and(Outcome outcome, Work more) {
        return new Outcome(outcome.outputs(), sum(outcome.work(), more), outcome.storage());
    }

    static Work sum(Work one, Work other) {
        Formula products = one.multiplyAdds().equals(Formula.ZERO)
                ? other.multiplyAdds()
                : other.multiplyAdds().equals(Formula.ZERO)
                        ? one.multiplyAdds()
                        : Formula.sum(one.multiplyAdds(), other.multiplyAdds());
        Work sum = new Work(products, products, one.others());
        for (Map.Entry<ElementaryOperation, Formula> more : other.others().entrySet()) {
            sum = sum.and(more.getKey(), more.getValue());
        }
        return sum;
    }

    static Work times(Formula times, Work work) {
        boolean none = work.multiplyAdds().equals(Formula.ZERO);
        Formula products = none ? Formula.ZERO : Formula.product(times, work.multiplyAdds());
        Work all = new Work(products, products, Map.of());
        for (Map.Entry<ElementaryOperation, Formula> other : work.others().entrySet()) {
            all = all.and(other.getKey(), Formula.product(times, other.getValue()));
        }
        return all;
    }

    /** What is computed if one of two is, and nobody knows which: known is that of which both have as much. */
    static Work either(Work one, Work other, Extent.Unknown origin) {
        Formula products = either(one.multiplyAdds(), other.multiplyAdds(), origin);
        Work either = new Work(products, products, Map.of());
        for (ElementaryOperation kind : ElementaryOperation.values()) {
            Formula count = either(
                    one.others().getOrDefault(kind, Formula.ZERO),
                    other.others().getOrDefault(kind, Formula.ZERO),
                    origin);
            either = count.equals(Formula.ZERO) ? either : either.and(kind, count);
        }
        return either;
    }

    private static Formula either(Formula one, Formula other, Extent.Unknown origin) {
        try {
            return one.value() == other.value() ? one : Formula.either(one, other, origin);
        } catch (UnknownException notKnown) {
            return Formula.of(notKnown.unknown());
        }
    }
}
