package io.archmeter.training;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Weight;
import io.archmeter.op.Element;
import io.archmeter.op.SavedForBackward;
import io.archmeter.op.Storage;
import io.archmeter.op.TapeEntry.Gradient;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** An iteration of training as a machine would run it: memory is blocks, each held by whoever needs it, and gone when nobody does. */
final class SlowTraining {
    /** Memory; it is there while it has holders. */
    private static final class Block {
        private final long bytes;
        private final Set<String> holders = new HashSet<>();

        Block(long bytes) {
            this.bytes = bytes;
        }
    }

    /** The gradient of a value, which can be a view of its memory. */
    private record Slope(int value, Block block, boolean view) {}

    private final SlowProgram program;
    private final DType type;
    private final List<Block> blocks = new ArrayList<>();
    private final Map<Integer, Block> values = new HashMap<>();
    private final Map<Integer, Slope> slopes = new HashMap<>();
    private final Set<String> differentiated = new HashSet<>();
    private final List<Long> forward = new ArrayList<>();
    private final List<Long> backward = new ArrayList<>();
    private final long kept;
    private long most;
    private int inPlace;
    private int sharedGradients;
    private int copiedGradients;
    private int summedGradients;
    private int addedGradients;
    private int zeros;

    SlowTraining(Graph graph, DType type, Optimizer optimizer) {
        this.program = new SlowProgram(graph.in(type));
        this.type = type;
        for (Weight weight : graph.in(type).weights()) {
            hold("training", weight.bytes());
            if (weight.kind() == Weight.Kind.PARAMETER) {
                hold("training", optimizer.stateBytes(weight.bytes()));
            }
        }
        program.inputs().forEach(input -> values.put(input, hold("value of " + input, bytes(input))));
        for (int node : program.order()) {
            most = held();
            program.opsOf(node).forEach(this::runForward);
            forward.add(most);
        }
        values.forEach((value, block) -> block.holders.remove("value of " + value));
        kept = blocks.stream()
                .filter(block -> block.holders.stream().anyMatch(holder -> holder.startsWith("kept by")))
                .mapToLong(block -> block.bytes)
                .sum();
        for (int value = 0; value < program.size(); value++) {
            if (program.isOutput(value) && program.hasGradient(value)) {
                slopes.put(value, new Slope(value, hold("gradient of " + value, bytes(value)), false));
            }
        }
        List<Integer> back = new ArrayList<>(program.order());
        Collections.reverse(back);
        back.removeAll(graph.inputs());
        for (int node : back) {
            most = held();
            List<Integer> ops = new ArrayList<>(program.opsOf(node));
            Collections.reverse(ops);
            ops.stream()
                    .filter(program::hasGradient)
                    .forEach(op -> runBackward(op, graph.nodes().get(node)));
            backward.add(most);
        }
    }

    List<Long> forward() {
        return forward;
    }

    List<Long> backward() {
        return backward;
    }

    /** What is there when all else is gone: weights, the optimizer's state, gradients of parameters. */
    long update() {
        return held();
    }

    long kept() {
        return kept;
    }

    int inPlace() {
        return inPlace;
    }

    int sharedGradients() {
        return sharedGradients;
    }

    int copiedGradients() {
        return copiedGradients;
    }

    /** Gradients of parts that nobody takes. */
    int zeros() {
        return zeros;
    }

    int summedGradients() {
        return summedGradients;
    }

    int addedGradients() {
        return addedGradients;
    }

    private void runForward(int op) {
        SlowProgram.Op running = program.op(op);
        Block output = place(op);
        values.put(op, output);
        output.holders.add("value of " + op);
        hold("moment", type.bytes(running.entry().temporaries().forward().value()));
        for (SavedForBackward.Extra extra : running.entry().kept().more()) {
            long bytes = extra.element().bytes(extra.elements().value(), type);
            boolean number = extra.element() == Element.WRAPPED_NUMBER;
            if (program.hasGradient(op)) {
                hold((number ? "number of " : "kept by ") + op, bytes);
            } else if (!extra.recorded()) {
                hold("moment", bytes);
            }
        }
        for (int place = 0; place < running.operands().size(); place++) {
            if (program.isKept(op, place)) {
                values.get(running.operands().get(place)).holders.add("kept by " + op);
            }
        }
        if (program.hasGradient(op) && running.entry().kept().output()) {
            output.holders.add("kept by " + op);
        }
        moment();
        letGo("moment");
        values.forEach((value, block) -> {
            if (!program.isNeededAfter(value, op)) {
                block.holders.remove("value of " + value);
            }
        });
    }

    private Block place(int op) {
        SlowProgram.Op running = program.op(op);
        if (program.isView(op)) {
            return values.get(running.operands().get(0));
        }
        if (running.entry().storage() == Storage.IN_PLACE) {
            // What is subtracted is never overwritten, nor a divisor.
            boolean first = running.entry().gradient() == Gradient.FIRST_PASSED_ON || divides(running);
            int last = first ? 1 : running.operands().size();
            for (int place = 0; place < last; place++) {
                Block operand = values.get(running.operands().get(place));
                if (operand.bytes == bytes(op)
                        && !takesPart(op, operand)
                        && !keeps(op, operand)
                        && nobodyNeeds(operand, op)) {
                    inPlace++;
                    return operand;
                }
            }
        }
        return hold("value of " + op, bytes(op));
    }

    /** Whether an operation takes less than all of a block. */
    private boolean takesPart(int op, Block block) {
        return program.op(op).operands().stream()
                .anyMatch(operand -> values.get(operand) == block && bytes(operand) < block.bytes);
    }

    /** Whether an operation keeps a block, at whichever place it takes it. */
    private boolean keeps(int op, Block block) {
        List<Integer> operands = program.op(op).operands();
        for (int place = 0; place < operands.size(); place++) {
            if (values.get(operands.get(place)) == block && program.isKept(op, place)) {
                return true;
            }
        }
        return false;
    }

    private boolean nobodyNeeds(Block block, int after) {
        return block.holders.stream()
                .allMatch(holder -> holder.startsWith("value of ")
                        && !program.isNeededAfter(Integer.parseInt(holder.substring("value of ".length())), after));
    }

    private void runBackward(int op, Node node) {
        SlowProgram.Op running = program.op(op);
        List<Integer> parts = program.parts(op);
        if (parts.get(0) != op) {
            moment();
            return;
        }
        for (int part : parts) {
            if (!slopes.containsKey(part)) {
                slopes.put(part, new Slope(part, hold("gradient of " + part, bytes(part)), false));
                zeros++;
            }
        }
        if (running.entry().weighted()) {
            program.parameters(node).forEach(weight -> bringGradient(weight, op));
        }
        if (!divides(running) || program.hasGradient(running.operands().get(1))) {
            hold("moment", type.bytes(running.entry().temporaries().backward().value()));
        }
        // Before what is divided has its gradient, three are there beside the divisor's.
        if (divides(running)
                && program.hasGradient(running.operands().get(1))
                && !program.hasGradient(running.operands().get(0))) {
            hold("moment", bytes(op));
        }
        List<Slope> brought = new ArrayList<>();
        boolean first = true;
        for (int operand : running.operands()) {
            if (program.hasGradient(operand)) {
                brought.add(derivative(op, operand, first, brought.size()));
            }
            first = false;
        }
        moment();
        letGo("moment");
        for (int place = 0; place < brought.size(); place++) {
            brought.set(place, fitted(brought.get(place), op, place));
        }
        parts.forEach(part -> letGo("gradient of " + part));
        letGo("kept by " + op);
        letGo("number of " + op);
        letGo("another gradient of " + op);
        for (int place = 0; place < brought.size(); place++) {
            receive(brought.get(place), "brought " + place + " by " + op);
        }
        for (int place = 0; place < brought.size(); place++) {
            letGo("brought " + place + " by " + op);
        }
    }

    /** The first stays; what another layer brings is added to it. */
    private void bringGradient(Weight weight, int op) {
        boolean first = differentiated.add(weight.fullName());
        addedGradients += first ? 0 : 1;
        hold(first ? "training" : "another gradient of " + op, weight.bytes());
    }

    private static boolean divides(SlowProgram.Op op) {
        return op.entry().kept().operands() == SavedForBackward.Taken.DIVISION;
    }

    /** What an operation brings an operand. */
    private Slope derivative(int op, int operand, boolean first, int place) {
        Slope given = slopes.get(op);
        Gradient way = program.op(op).entry().gradient();
        String holder = "brought " + place + " by " + op;
        if (way == Gradient.FIRST_PASSED_ON) {
            way = first ? Gradient.PASSED_ON : Gradient.ELEMENTWISE;
        }
        boolean same = way == Gradient.PASSED_ON && bytes(operand) == bytes(op);
        if (way == Gradient.VIEW || same) {
            sharedGradients++;
            given.block().holders.add(holder);
            return new Slope(operand, given.block(), given.view() || !same);
        }
        long bytes = way == Gradient.ELEMENTWISE ? bytes(op) : bytes(operand);
        return new Slope(operand, hold(holder, bytes), false);
    }

    /** Summed to the extents of the operand, where it is larger. */
    private Slope fitted(Slope slope, int op, int place) {
        boolean larger = !slope.view() && slope.block().bytes > bytes(slope.value());
        Gradient way = program.op(op).entry().gradient();
        if (way != Gradient.ELEMENTWISE && way != Gradient.FIRST_PASSED_ON || !larger) {
            return slope;
        }
        summedGradients++;
        String holder = "brought " + place + " by " + op;
        Slope summed = new Slope(slope.value(), hold(holder, bytes(slope.value())), false);
        moment();
        slope.block().holders.remove(holder);
        return summed;
    }

    /** The gradient of a value arrives; who brings it lets the first one go, and others when all have arrived. */
    private void receive(Slope slope, String bringer) {
        String holder = "gradient of " + slope.value();
        Slope before = slopes.get(slope.value());
        if (before == null) {
            slope.block().holders.add(holder);
            slope.block().holders.remove(bringer);
            slopes.put(slope.value(), slope);
        } else if (before.view() || before.block().holders.size() > 1) {
            copiedGradients++;
            Slope sum = new Slope(slope.value(), hold(holder, bytes(slope.value())), false);
            slopes.put(slope.value(), sum);
            moment();
            before.block().holders.remove(holder);
        }
    }

    private void moment() {
        most = Math.max(most, held());
    }

    private void letGo(String holder) {
        blocks.forEach(block -> block.holders.remove(holder));
    }

    private Block hold(String holder, long bytes) {
        Block block = new Block(bytes);
        block.holders.add(holder);
        blocks.add(block);
        return block;
    }

    private long held() {
        return blocks.stream()
                .filter(block -> !block.holders.isEmpty())
                .mapToLong(block -> block.bytes)
                .sum();
    }

    private long bytes(int value) {
        return type.bytes(program.elements(value));
    }
}
