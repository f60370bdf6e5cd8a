package io.archmeter.op;

import io.archmeter.op.Recurrent.Cell;

/** What a recurrent layer does at each step, for each element of its state. */
final class RecurrentCell {
    private RecurrentCell() {}

    /** Vectors of the state's size that it computes at a step. */
    static long gates(Cell cell) {
        return switch (cell) {
            case RNN -> 1;
            case LSTM -> 4;
            case GRU -> 3;
        };
    }

    /**
     * What it computes beside products and biases. Each gate adds its two products. A sigmoid takes an exponential, an add and a
     * division; a tanh, (1 − e⁻²ˣ) / (1 + e⁻²ˣ), an exponential, two adds and a division.
     *
     * @param elements of the states of all steps
     * @param rectified whether a plain cell takes a ReLU, which is a comparison, for its tanh
     */
    static Work work(Cell cell, Formula elements, boolean rectified) {
        Work sums = Work.NONE.and(ElementaryOperation.ADD, times(gates(cell), elements));
        return switch (cell) {
            case RNN -> rectified ? sums.and(ElementaryOperation.COMPARE, elements) : functions(sums, elements, 0, 1);
            // c = f·c + i·g, h = o·tanh(c)
            case LSTM -> functions(products(sums, elements, 3, 1), elements, 3, 2);
            // n = tanh(… + r·(…)), h = (h − n)·z + n
            case GRU -> functions(products(sums, elements, 2, 2), elements, 2, 1);
        };
    }

    private static Work products(Work work, Formula elements, long multiplications, long adds) {
        return work.and(ElementaryOperation.MULTIPLY, times(multiplications, elements))
                .and(ElementaryOperation.ADD, times(adds, elements));
    }

    private static Work functions(Work work, Formula elements, long sigmoids, long tanhs) {
        return work.and(ElementaryOperation.EXPONENTIAL, times(sigmoids + tanhs, elements))
                .and(ElementaryOperation.ADD, times(sigmoids + 2 * tanhs, elements))
                .and(ElementaryOperation.DIVIDE, times(sigmoids + tanhs, elements));
    }

    private static Formula times(long count, Formula elements) {
        return Formula.product(Formula.of(count), elements);
    }

    /**
     * Vectors that autograd keeps of each step: of an LSTM its gates, which lie together, the last state, the last cell and its tanh; of
     * a GRU its gates, the last state, the product of the last state before it is reset, the difference that is updated, and the new
     * state. A plain cell keeps its states.
     */
    static long kept(Cell cell) {
        return switch (cell) {
            case RNN -> 1;
            case LSTM -> gates(cell) + 3;
            case GRU -> gates(cell) + 4;
        };
    }
}
