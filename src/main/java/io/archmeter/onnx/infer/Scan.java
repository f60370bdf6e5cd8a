package io.archmeter.onnx.infer;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.model.Region;
import io.archmeter.op.Formula;
import io.archmeter.op.Storage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * {@code Scan}: a region that runs once for each place along an axis of its inputs. It is given what is carried from trip to trip and the
 * parts of the inputs; it puts out what is carried, and parts of outputs. In version 8 the first axis of all is a batch, of which each sample
 * is scanned along the second one, and the first input has lengths.
 */
final class Scan {
    private static final long VERSION_WITH_BATCH = 8;

    static final NodeRule RULE = call -> {
        Region body = call.attributes().regions().get("body");
        if (body == null) {
            throw call.refusal("Scan has no body");
        }
        boolean batched = call.version() <= VERSION_WITH_BATCH;
        int first = batched ? 1 : 0;
        int scanned = Math.toIntExact(call.attributes().whole("num_scan_inputs", 1));
        int states = call.inputs() - first - scanned;
        if (states < 0 || scanned < 1) {
            throw call.refusal("Scan has " + call.inputs() + " inputs, of which it cannot scan " + scanned);
        }
        List<Fact> initial = new ArrayList<>();
        for (int state = 0; state < states; state++) {
            Fact fact = call.fact(first + state);
            initial.add(batched ? Stacked.one(fact, 0) : fact);
        }
        Extent batch = Extent.of(1);
        Extent length = call.here();
        List<Fact> parts = new ArrayList<>();
        for (int input = 0; input < scanned; input++) {
            Shape shape = call.shape(first + states + input);
            int axis = batched ? 1 : axis(call, "scan_input_axes", input, shape.rank());
            batch = batched ? shape.axis(0) : batch;
            length = ExtentArithmetic.agreed(call, shape.axis(axis), length, "length to scan");
            Fact part = Stacked.one(call.tensor(first + states + input), axis);
            parts.add(batched ? Stacked.one(part, 0) : part);
        }
        Trips trips = trips(call, body, initial, parts);
        return outcome(call, trips, initial, batched ? Optional.of(batch) : Optional.empty(), length);
    };

    private Scan() {}

    private static int axis(NodeCall call, String name, int slot, int rank) {
        List<Long> axes = call.attributes().wholes(name).orElse(List.of());
        return call.axis(slot < axes.size() ? axes.get(slot) : 0, rank);
    }

    private static Trips trips(NodeCall call, Region body, List<Fact> initial, List<Fact> parts) {
        Optional<Trips> trips = Trips.of(
                call,
                body,
                initial,
                carried -> {
                    List<Fact> given = new ArrayList<>(carried);
                    given.addAll(parts);
                    return given;
                },
                0);
        if (trips.isEmpty()) {
            List<Fact> given = new ArrayList<>(initial);
            given.addAll(parts);
            call.infer(body, given);
        }
        return trips.orElseThrow(() -> new UnknownException(call.here()));
    }

    private static Outcome outcome(
            NodeCall call, Trips trips, List<Fact> initial, Optional<Extent> batch, Extent length) {
        List<Fact> made = trips.region().facts();
        List<Fact> outputs = new ArrayList<>();
        for (int slot = 0; slot < made.size(); slot++) {
            Fact part = made.get(slot);
            if (slot < initial.size()) {
                Fact last = ExtentArithmetic.is(length, 0)
                        ? initial.get(slot)
                        : length instanceof Extent.Known
                                ? part
                                : trips.carried().get(slot);
                outputs.add(batch.map(extent -> Stacked.along(last, 0, extent)).orElse(last));
            } else if (batch.isPresent()) {
                outputs.add(Stacked.along(Stacked.along(part, 0, length), 0, batch.get()));
            } else if (part instanceof Fact.Tensor tensor) {
                int axis = axis(
                        call,
                        "scan_output_axes",
                        slot - initial.size(),
                        tensor.shape().rank() + 1);
                outputs.add(Stacked.along(part, axis, length));
            } else {
                outputs.add(part);
            }
        }
        Formula times = batch.map(samples -> times(call, samples, length)).orElse(Formula.of(length));
        return new Outcome(outputs, trips.region().work(times), Storage.OWN);
    }

    /** How many trips all samples make, which may be of different lengths. */
    private static Formula times(NodeCall call, Extent samples, Extent length) {
        if (!call.has(0)) {
            return Formula.product(Formula.of(samples), Formula.of(length));
        }
        return call.contentOf(0)
                .filter(SmallContent::isKnown)
                .map(lengths ->
                        Formula.sum(lengths.wholes().stream().map(Formula::of).toList()))
                .orElse(Formula.of(call.unknown(0)));
    }
}
