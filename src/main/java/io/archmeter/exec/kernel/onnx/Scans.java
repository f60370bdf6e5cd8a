package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * {@code Scan}: a region that runs once for each place along an axis of its inputs. It is given what the trip before has put out, and a part
 * of each input; it puts out what is carried on, and parts of outputs.
 */
final class Scans {
    private static final String BODY = "body";
    private static final int WITH_BATCH = 8;

    private Scans() {}

    static void run(OnnxCall call) {
        int scanned = (int) call.settings().whole("num_scan_inputs", 1);
        if (call.version() <= WITH_BATCH) {
            batch(call, scanned);
            return;
        }
        List<Tensor> inputs = new ArrayList<>();
        for (int input = 0; input < call.inputs(); input++) {
            inputs.add(call.input(input));
        }
        int states = inputs.size() - scanned;
        long[] axes = listed(call, "scan_input_axes", scanned);
        int[] from = new int[scanned];
        for (int input = 0; input < scanned; input++) {
            from[input] = Positions.axis(axes[input], inputs.get(states + input).rank());
        }
        long[] turned = listed(call, "scan_input_directions", scanned);
        int length = inputs.get(states).extent(from[0]);
        Scanned made = scan(call, inputs, from, turned, length);
        for (int slot = 0; slot < states; slot++) {
            call.put(slot, made.states().get(slot));
        }
        int outputs = made.one().size();
        long[] to = listed(call, "scan_output_axes", outputs);
        long[] turnedBack = listed(call, "scan_output_directions", outputs);
        for (int slot = 0; slot < outputs; slot++) {
            List<Tensor> parts = Trips.column(made.trips(), slot);
            if (turnedBack[slot] != 0) {
                Collections.reverse(parts);
            }
            call.put(states + slot, Trips.joined(parts, made.one().get(slot), to[slot]));
        }
    }

    /**
     * What came of it.
     *
     * @param states what was carried in the end
     * @param trips the parts that each trip has put out
     * @param one their shapes
     */
    private record Scanned(List<Tensor> states, List<List<Tensor>> trips, List<Shape> one) {}

    /** @param inputs those that are carried, and then those that are scanned */
    private static Scanned scan(OnnxCall call, List<Tensor> inputs, int[] axes, long[] turned, int length) {
        int states = inputs.size() - axes.length;
        List<Tensor> carried = inputs.subList(0, states);
        List<List<Tensor>> trips = new ArrayList<>();
        for (int trip = 0; trip < length; trip++) {
            List<Tensor> made = call.run(BODY, given(carried, inputs, axes, turned, trip, length));
            carried = made.subList(0, states);
            trips.add(made.subList(states, made.size()));
        }
        List<Tensor> some = trips.isEmpty() ? untaken(call, inputs, axes, states) : trips.get(0);
        return new Scanned(carried, trips, some.stream().map(Tensor::shape).toList());
    }

    /** What one trip would put out tells the shape of what none has put out. */
    private static List<Tensor> untaken(OnnxCall call, List<Tensor> inputs, int[] axes, int states) {
        List<Tensor> given = new ArrayList<>(inputs.subList(0, states));
        for (int input = 0; input < axes.length; input++) {
            given.add(Trips.blank(inputs.get(states + input), axes[input]));
        }
        List<Tensor> made = call.probe(BODY, given);
        return made.subList(states, made.size());
    }

    private static List<Tensor> given(
            List<Tensor> carried, List<Tensor> inputs, int[] axes, long[] turned, int trip, int length) {
        List<Tensor> given = new ArrayList<>(carried);
        for (int input = 0; input < axes.length; input++) {
            int place = turned[input] != 0 ? length - 1 - trip : trip;
            given.add(Trips.part(inputs.get(carried.size() + input), axes[input], place));
        }
        return given;
    }

    /** In version 8 the first axis of all is a batch, the second one is scanned, and the first input tells how far in each sample. */
    private static void batch(OnnxCall call, int scanned) {
        int states = call.inputs() - 1 - scanned;
        Tensor any = call.input(1 + states);
        long[] turned = listed(call, "directions", scanned);
        List<Scanned> samples = new ArrayList<>();
        for (int sample = 0; sample < any.extent(0); sample++) {
            List<Tensor> inputs = new ArrayList<>();
            for (int input = 1; input < call.inputs(); input++) {
                inputs.add(Trips.part(call.input(input), 0, sample));
            }
            int length = call.has(0) ? call.wholes(0).get(sample).intValue() : any.extent(1);
            samples.add(scan(call, inputs, new int[scanned], turned, length));
        }
        for (int slot = 0; call.wantsFrom(slot); slot++) {
            List<Tensor> parts = new ArrayList<>();
            for (Scanned sample : samples) {
                parts.add(slot < states ? sample.states().get(slot) : filled(sample, slot - states, any.extent(1)));
            }
            call.put(slot, Trips.joined(parts, parts.get(0).shape(), 0));
        }
    }

    /** The parts of an output behind the end of a sample are zeros. */
    private static Tensor filled(Scanned sample, int slot, int length) {
        List<Tensor> parts = Trips.column(sample.trips(), slot);
        Shape one = sample.one().get(slot);
        while (parts.size() < length) {
            parts.add(Trips.zeros(one));
        }
        return Trips.joined(parts, one, 0);
    }

    /** A number for each of several; 0 where none is written. */
    private static long[] listed(OnnxCall call, String name, int count) {
        List<Long> written = call.settings().wholes(name).orElse(List.of());
        long[] listed = new long[count];
        for (int i = 0; i < Math.min(count, written.size()); i++) {
            listed[i] = written.get(i);
        }
        return listed;
    }
}
