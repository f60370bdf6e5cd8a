package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code Loop}: a region that runs so many times, or while a condition holds. It is given the number of the trip, the condition, and what
 * the trip before has put out; it puts out the next condition, what is carried on, and elements that are put one after the other.
 */
final class Loops {
    private static final String BODY = "body";

    private Loops() {}

    static void run(OnnxCall call) {
        long most = call.has(0) ? call.wholes(0).get(0) : Long.MAX_VALUE;
        boolean holds = call.number(1, 1) != 0;
        List<Tensor> carried = new ArrayList<>();
        for (int input = 2; input < call.inputs(); input++) {
            carried.add(call.input(input));
        }
        int states = carried.size();
        List<List<Tensor>> trips = new ArrayList<>();
        for (long trip = 0; trip < most && holds; trip++) {
            List<Tensor> made = call.run(BODY, given(trip, carried));
            // A condition that is left out holds, whatever the region says: input ("", cond) and ("", "") of the
            // specification.
            holds = !call.has(1) || Trips.number(made.get(0)) != 0;
            carried = made.subList(1, 1 + states);
            trips.add(made.subList(1 + states, made.size()));
        }
        for (int slot = 0; slot < states; slot++) {
            call.put(slot, carried.get(slot));
        }
        for (int slot = states; call.wantsFrom(slot); slot++) {
            Shape one = (trips.isEmpty() ? untaken(call, carried) : trips.get(0))
                    .get(slot - states)
                    .shape();
            call.put(slot, Trips.joined(Trips.column(trips, slot - states), one, 0));
        }
    }

    /** What one trip would put out tells the shape of what none has put out. */
    private static List<Tensor> untaken(OnnxCall call, List<Tensor> carried) {
        List<Tensor> made = call.probe(BODY, given(0, carried));
        return made.subList(1 + carried.size(), made.size());
    }

    private static List<Tensor> given(long trip, List<Tensor> carried) {
        List<Tensor> given = new ArrayList<>();
        given.add(Trips.scalar(trip));
        given.add(Trips.scalar(1));
        given.addAll(carried);
        return given;
    }
}
