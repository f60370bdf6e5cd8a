package io.archmeter.onnx.infer;

import io.archmeter.op.ElementaryOperation;
import io.archmeter.op.Formula;
import io.archmeter.op.Storage;
import io.archmeter.op.Work;
import java.util.List;

/**
 * What a rule says of a node.
 *
 * @param outputs one for each output that the operator has with these attributes, or as many as it is sure to have
 * @param work what it computes
 * @param storage where its first output may lie
 */
public record Outcome(List<Fact> outputs, Work work, Storage storage) {
    public Outcome {
        outputs = List.copyOf(outputs);
    }

    /** What is moved, and not computed. */
    public static Outcome of(Fact... outputs) {
        return new Outcome(List.of(outputs), Work.NONE, Storage.OWN);
    }

    /** The same, where they are not as many each time. */
    public static Outcome of(List<Fact> outputs) {
        return new Outcome(outputs, Work.NONE, Storage.OWN);
    }

    public Outcome multiplying(Formula multiplyAdds) {
        return new Outcome(outputs, Work.multiplyAdds(multiplyAdds), storage);
    }

    /** With so many more operations of a kind. */
    public Outcome and(ElementaryOperation kind, Formula count) {
        return new Outcome(outputs, work.and(kind, count), storage);
    }

    /** Whose first output may lie in the place of an input. */
    public Outcome inPlace() {
        return new Outcome(outputs, work, Storage.IN_PLACE);
    }

    /** Whose output is its first input, perhaps under another shape. */
    public Outcome view() {
        return new Outcome(outputs, work, Storage.VIEW);
    }
}
