package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.onnx.model.Region;
import io.archmeter.op.Formula;
import io.archmeter.op.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code If} with a condition that is not known: one of two regions. Where it is known, the region that runs stands in place of the node.
 * A region that cannot run with what it is given is the one that does not.
 */
final class If {
    static final NodeRule RULE = call -> {
        Map<String, Region> regions = call.attributes().regions();
        Region then = regions.get("then_branch");
        Region otherwise = regions.get("else_branch");
        if (then == null || otherwise == null) {
            throw call.refusal("If has not both of its branches");
        }
        Optional<InferredRegion> one = call.attempt(then, List.of());
        Optional<InferredRegion> other = call.attempt(otherwise, List.of());
        if (one.isEmpty() && other.isEmpty()) {
            // Its problems are said: it is sure to run into them.
            call.infer(then, List.of());
        }
        if (one.isEmpty() || other.isEmpty()) {
            return only(one.or(() -> other).orElseThrow(() -> call.refusal("neither branch can run")));
        }
        return either(call, one.get(), other.get());
    };

    private If() {}

    private static Outcome only(InferredRegion region) {
        return new Outcome(region.facts(), region.work(Formula.ONE), Storage.OWN);
    }

    private static Outcome either(NodeCall call, InferredRegion one, InferredRegion other) {
        Extent.Unknown origin = call.unknown(0);
        List<Fact> outputs = new ArrayList<>();
        for (int slot = 0; slot < Math.min(one.facts().size(), other.facts().size()); slot++) {
            outputs.add(EitherFact.of(one.facts().get(slot), other.facts().get(slot), origin));
        }
        return new Outcome(outputs, Works.either(one.work(Formula.ONE), other.work(Formula.ONE), origin), Storage.OWN);
    }
}
