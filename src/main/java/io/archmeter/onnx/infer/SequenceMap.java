package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.model.Region;
import io.archmeter.op.Formula;
import io.archmeter.op.Storage;
import io.archmeter.op.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code SequenceMap}: a region on each element of a sequence, and on elements of others at the same place; tensors are given to all. */
final class SequenceMap {
    /** Those of longer sequences are inferred together. */
    private static final int MOST_ELEMENTS = 64;

    static final NodeRule RULE = call -> {
        Region body = call.attributes().regions().get("body");
        if (body == null || !(call.fact(0) instanceof Fact.Sequence)) {
            throw new UnknownException(call.fact(0).unknown().orElse(call.here()));
        }
        Extent length = call.here();
        boolean followed = true;
        for (Fact fact : call.facts()) {
            if (fact instanceof Fact.Sequence sequence) {
                length = ExtentArithmetic.agreed(call, sequence.length(), length, "length");
                followed &= sequence.elements().isPresent()
                        && sequence.elements().get().size() <= MOST_ELEMENTS;
            }
        }
        return followed && length instanceof Extent.Known known && known.value() > 0
                ? each(call, body, (int) known.value())
                : together(call, body, length);
    };

    private SequenceMap() {}

    private static Outcome each(NodeCall call, Region body, int length) {
        List<List<Fact>> made = new ArrayList<>();
        Work work = Work.NONE;
        for (int place = 0; place < length; place++) {
            List<Fact> given = new ArrayList<>();
            for (Fact fact : call.facts()) {
                given.add(
                        fact instanceof Fact.Sequence sequence
                                ? sequence.elements().orElseThrow().get(place)
                                : fact);
            }
            InferredRegion region = mapped(call, body, given);
            work = Works.sum(work, region.work(Formula.ONE));
            for (int slot = 0; slot < region.facts().size(); slot++) {
                if (place == 0) {
                    made.add(new ArrayList<>());
                }
                made.get(slot).add(region.facts().get(slot));
            }
        }
        List<Fact> outputs = new ArrayList<>();
        made.forEach(elements -> outputs.add(Fact.Sequence.of(elements)));
        return new Outcome(outputs, work, Storage.OWN);
    }

    private static InferredRegion mapped(NodeCall call, Region body, List<Fact> given) {
        InferredRegion region = call.infer(body, given);
        region.facts().forEach(fact -> Sequences.requireElement(call, fact));
        return region;
    }

    private static Outcome together(NodeCall call, Region body, Extent length) {
        List<Fact> given = new ArrayList<>();
        for (Fact fact : call.facts()) {
            given.add(
                    fact instanceof Fact.Sequence sequence
                            ? sequence.element().orElse(new Fact.Anything(call.here()))
                            : fact);
        }
        InferredRegion region = mapped(call, body, given);
        List<Fact> outputs = new ArrayList<>();
        for (Fact element : region.facts()) {
            outputs.add(new Fact.Sequence(Optional.of(element), length, Optional.empty()));
        }
        return new Outcome(outputs, region.work(Formula.of(length)), Storage.OWN);
    }
}
