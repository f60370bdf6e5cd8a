package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@code torch.einsum} is made of ({@code einsum} and {@code sumproduct_pair} of ATen's {@code Linear.cpp}): sums, products of
 * elements ({@code MulBackward0}), and products of matrices ({@code BmmBackward0}), both of which keep their factors. Letters of a matrix
 * become one axis; where no steps of memory lead through them in that order, they are copied.
 */
final class EinsumTape {
    private final Einsum op;
    private final EinsumExtents extents;
    private final List<TapeEntry> entries = new ArrayList<>();

    /**
     * A tensor on the tape.
     *
     * @param strides of its letters, the last axis first
     */
    private record Term(int tensor, Map<Character, Long> strides) {
        String letters() {
            StringBuilder letters = new StringBuilder();
            strides.keySet().forEach(letters::append);
            return letters.toString();
        }

        /** Its letters in the order of its axes. */
        String axes() {
            return new StringBuilder(letters()).reverse().toString();
        }
    }

    private EinsumTape(Einsum op, EinsumExtents extents) {
        this.op = op;
        this.extents = extents;
    }

    static Tape of(Einsum op, EinsumExtents extents) {
        EinsumTape tape = new EinsumTape(op, extents);
        List<Contraction> steps = Contraction.of(op.inputs(), op.output());
        Term sofar = tape.input(0);
        for (int step = 0; step < steps.size(); step++) {
            boolean last = step == steps.size() - 1;
            sofar = tape.contracted(steps.get(step), sofar, step + 1, last ? "" : "product " + (step + 1));
        }
        if (tape.entries.isEmpty()) {
            tape.entries.add(TapeEntry.view(0, tape.shape(op.output())));
        }
        return new Tape(op.inputs().size(), tape.entries);
    }

    /** {@code DiagonalBackward0} puts the gradient into zeros; the diagonal itself is a view. */
    private Term input(int number) {
        String letters = op.inputs().get(number);
        Map<Character, Long> strides = new LinkedHashMap<>();
        long stride = 1;
        for (int axis = letters.length() - 1; axis >= 0; axis--) {
            strides.merge(letters.charAt(axis), stride, Math::addExact);
            stride = Math.multiplyExact(stride, extent(letters.charAt(axis)));
        }
        Term term = new Term(number, strides);
        return strides.size() == letters.length()
                ? term
                : new Term(
                        add(TapeEntry.view(number, shape(term.letters())).giving(TapeEntry.Gradient.COMPUTED)),
                        strides);
    }

    private Term contracted(Contraction step, Term first, int next, String name) {
        if (step.second().isEmpty()) {
            return summed(first, step.first(), step.firstAlone(), name);
        }
        Term second = input(next);
        Term left = summed(first, step.first(), step.firstAlone(), "summed before");
        Term right = summed(second, step.second(), step.secondAlone(), "summed input " + next);
        if (step.shared().isEmpty()) {
            TapeEntry product = factors(left, right, step).giving(TapeEntry.Gradient.ELEMENTWISE);
            return inOrder(add(product.named(name)), step.result());
        }
        List<String> matrices = matrices(step, left.letters(), right.letters());
        left = grouped(left, List.of(matrices.get(0), matrices.get(1), step.shared()), "rearranged first");
        right = grouped(right, List.of(matrices.get(0), step.shared(), matrices.get(2)), "rearranged input " + next);
        return inOrder(add(factors(left, right, step).named(name)), String.join("", matrices));
    }

    private TapeEntry factors(Term left, Term right, Contraction step) {
        return TapeEntry.on(List.of(left.tensor(), right.tensor()), shape(step.result()))
                .keeping(SavedForBackward.FACTORS);
    }

    /** The letters of the result that both have, those of the rows, and those of the columns. */
    private List<String> matrices(Contraction step, String left, String right) {
        List<StringBuilder> parts = List.of(new StringBuilder(), new StringBuilder(), new StringBuilder());
        for (char letter : step.result().toCharArray()) {
            boolean inLeft = left.indexOf(letter) >= 0;
            boolean inRight = right.indexOf(letter) >= 0;
            parts.get(inLeft && inRight ? 0 : inLeft ? 1 : 2).append(letter);
        }
        return parts.stream().map(StringBuilder::toString).toList();
    }

    /** {@code SumBackward1} stretches the gradient, which is a view. */
    private Term summed(Term term, String letters, String alone, String name) {
        if (alone.isEmpty()) {
            return term;
        }
        String rest = Contraction.without(letters, alone);
        TapeEntry sum = TapeEntry.on(List.of(term.tensor()), shape(rest));
        return inOrder(add(sum.named(name).giving(TapeEntry.Gradient.VIEW)), rest);
    }

    /** With the letters of each group as one axis: copied, unless that is a view of it. */
    private Term grouped(Term term, List<String> groups, String name) {
        String order = String.join("", groups);
        if (groups.stream().allMatch(group -> isOneAxis(term, group))) {
            String batches = groups.get(0);
            return batches.length() > 1 && term.axes().startsWith(batches) ? joined(term, batches.length()) : term;
        }
        TapeEntry copy = TapeEntry.on(List.of(term.tensor()), shape(order));
        return inOrder(add(copy.named(name).giving(TapeEntry.Gradient.PASSED_ON)), order);
    }

    /** Its first axes as one: what comes in permuted is copied there. */
    private Term joined(Term term, int axes) {
        TapeEntry view = TapeEntry.view(term.tensor(), shape(term.axes())).showing(new View.Joined(axes));
        return new Term(add(view), term.strides());
    }

    /** Whether a step of each letter is as long as all steps of the next one together; an extent of 1 has no step. */
    private boolean isOneAxis(Term term, String group) {
        long expected = -1;
        for (int i = group.length() - 1; i >= 0; i--) {
            char letter = group.charAt(i);
            if (extent(letter) != 1) {
                long stride = term.strides().get(letter);
                if (expected >= 0 && stride != expected) {
                    return false;
                }
                expected = Math.multiplyExact(stride, extent(letter));
            }
        }
        return true;
    }

    private Term inOrder(int tensor, String letters) {
        Map<Character, Long> strides = new LinkedHashMap<>();
        long stride = 1;
        for (int axis = letters.length() - 1; axis >= 0; axis--) {
            strides.put(letters.charAt(axis), stride);
            stride = Math.multiplyExact(stride, extent(letters.charAt(axis)));
        }
        return new Term(tensor, strides);
    }

    private int add(TapeEntry entry) {
        entries.add(entry);
        return op.inputs().size() + entries.size() - 1;
    }

    private long extent(char letter) {
        return Formula.of(extents.extents().get(letter)).value();
    }

    private Shape shape(String letters) {
        return Shape.ofAxes(letters.chars()
                .mapToObj(letter -> extents.extents().get((char) letter))
                .toList());
    }
}
