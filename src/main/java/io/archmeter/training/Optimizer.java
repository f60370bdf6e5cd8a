package io.archmeter.training;

import java.util.Locale;

/**
 * What an optimizer keeps beside each parameter: its {@code state} in {@code torch.optim}, where every tensor has the shape and
 * type of the parameter, and {@code step} is one float32 for each tensor of parameters.
 *
 * @since 0.1.0
 */
public enum Optimizer {
    /** Gradients are computed, and nothing is changed. */
    NONE(0, 0),
    /** Plain stochastic gradient descent keeps nothing. */
    SGD(0, 0),
    /** {@code SGD(momentum=…)} keeps {@code momentum_buffer}. */
    MOMENTUM(1, 0),
    /** Kingma and Ba 2015, arXiv:1412.6980: {@code exp_avg}, {@code exp_avg_sq}, {@code step}. */
    ADAM(2, Float.BYTES),
    /** Loshchilov and Hutter 2019, arXiv:1711.05101: as {@link #ADAM}. */
    ADAMW(2, Float.BYTES);

    private final int copies;
    private final int stepBytes;

    Optimizer(int copies, int stepBytes) {
        this.copies = copies;
        this.stepBytes = stepBytes;
    }

    /** Bytes of the state of one tensor of parameters. */
    long stateBytes(long parameterBytes) {
        return Math.addExact(Math.multiplyExact(copies, parameterBytes), stepBytes);
    }

    /** As on the command line: {@code adamw}. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
