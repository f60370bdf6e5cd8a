package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Weights;
import io.archmeter.op.Recurrent;

/**
 * One direction of one recurrent layer, with its weights. The equations are those of PyTorch's documentation.
 *
 * @param rows of the gates, one after the other
 * @param hidden elements of a state before it is projected
 * @param state elements of a state
 * @param projection no elements where there is none
 */
record Recurrence(
        Recurrent.Cell cell,
        boolean rectified,
        int rows,
        int hidden,
        int state,
        float[] ofInput,
        float[] ofState,
        float[] inputBias,
        float[] stateBias,
        float[] projection) {
    static Recurrence draw(Recurrent op, int layer, boolean reverse, int features, Weights weights) {
        int hidden = Math.toIntExact(op.hidden());
        int state = Math.toIntExact(op.projection().orElse(hidden));
        int rows = hidden * gates(op.cell());
        String end = "_l" + layer + (reverse ? "_reverse" : "");
        return new Recurrence(
                op.cell(),
                op.rectified(),
                rows,
                hidden,
                state,
                weights.draw("weight_ih" + end, rows, features),
                weights.draw("weight_hh" + end, rows, state),
                op.bias() ? weights.draw("bias_ih" + end, rows) : new float[rows],
                op.bias() ? weights.draw("bias_hh" + end, rows) : new float[rows],
                op.projection().isPresent() ? weights.draw("weight_hr" + end, state, hidden) : new float[0]);
    }

    private static int gates(Recurrent.Cell cell) {
        return switch (cell) {
            case RNN -> 1;
            case LSTM -> 4;
            case GRU -> 3;
        };
    }

    /**
     * Goes through a sample's sequence.
     *
     * @param reverse from the end, and into the second half of each output
     * @return the last state, and of an LSTM the last cell
     */
    float[][] run(float[][] sequence, boolean reverse, float[][] outputs, KernelCall call) {
        float[] h = new float[state];
        float[] c = new float[hidden];
        for (int number = 0; number < sequence.length; number++) {
            int step = reverse ? sequence.length - 1 - number : number;
            float[] x = sequence[step];
            float[] a = product(ofInput, x, inputBias);
            float[] b = product(ofState, h, stateBias);
            call.count((long) rows * (x.length + state), 0);
            switch (cell) {
                case RNN -> plain(a, b, h);
                case LSTM -> h = longShort(a, b, c, call);
                case GRU -> gated(a, b, h);
            }
            System.arraycopy(h, 0, outputs[step], reverse ? state : 0, state);
        }
        return cell == Recurrent.Cell.LSTM ? new float[][] {h, c} : new float[][] {h};
    }

    private void plain(float[] a, float[] b, float[] h) {
        for (int i = 0; i < hidden; i++) {
            float sum = a[i] + b[i];
            h[i] = rectified ? Math.max(0, sum) : (float) Math.tanh(sum);
        }
    }

    /** Gates for input, forgetting, cell and output. */
    private float[] longShort(float[] a, float[] b, float[] c, KernelCall call) {
        float[] h = new float[hidden];
        for (int i = 0; i < hidden; i++) {
            double in = sigmoid(a[i] + b[i]);
            double forget = sigmoid(a[hidden + i] + b[hidden + i]);
            double candidate = Math.tanh(a[2 * hidden + i] + b[2 * hidden + i]);
            double out = sigmoid(a[3 * hidden + i] + b[3 * hidden + i]);
            c[i] = (float) (forget * c[i] + in * candidate);
            h[i] = (float) (out * Math.tanh(c[i]));
        }
        if (projection.length == 0) {
            return h;
        }
        call.count((long) state * hidden, 0);
        return product(projection, h, new float[state]);
    }

    /** Gates for resetting, updating and the new state. */
    private void gated(float[] a, float[] b, float[] h) {
        for (int i = 0; i < hidden; i++) {
            double reset = sigmoid(a[i] + b[i]);
            double update = sigmoid(a[hidden + i] + b[hidden + i]);
            double candidate = Math.tanh(a[2 * hidden + i] + reset * b[2 * hidden + i]);
            h[i] = (float) ((1 - update) * candidate + update * h[i]);
        }
    }

    private static double sigmoid(double x) {
        return 1 / (1 + Math.exp(-x));
    }

    private static float[] product(float[] matrix, float[] vector, float[] bias) {
        float[] product = bias.clone();
        for (int row = 0; row < product.length; row++) {
            float sum = 0;
            for (int i = 0; i < vector.length; i++) {
                sum += matrix[row * vector.length + i] * vector[i];
            }
            product[row] += sum;
        }
        return product;
    }
}
