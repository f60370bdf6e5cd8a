package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import java.util.Collections;
import java.util.List;

/** The rule of a function of one number that is applied to each element, without weights; any shape. */
abstract class PointwiseRule<O extends Op> extends SingleOutputRule<O> {
    /** What one element costs; an operation stands there as often as it is done. */
    protected abstract List<ElementaryOperation> perElement(O op);

    @Override
    protected List<Formula> infer(O op, Inputs in) {
        return Extents.same(in.only());
    }

    @Override
    protected List<WeightDeclaration> weights(O op, Inputs in) {
        return List.of();
    }

    @Override
    protected Work work(O op, Inputs in, Shape out) {
        List<ElementaryOperation> operations = perElement(op);
        Formula elements = Formula.elements(out);
        Work work = Work.NONE;
        for (int i = 0; i < operations.size(); i++) {
            ElementaryOperation kind = operations.get(i);
            if (operations.indexOf(kind) == i) {
                int often = Collections.frequency(operations, kind);
                work = work.and(kind, often == 1 ? elements : Formula.product(Formula.of(often), elements));
            }
        }
        return work;
    }

    @Override
    protected Reach reach(O op, Inputs in) {
        return Reach.POINTWISE;
    }

    @Override
    protected Storage storage(O op) {
        return Storage.IN_PLACE;
    }
}
