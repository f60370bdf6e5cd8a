package io.archmeter.op;

import io.archmeter.graph.Shape;
import java.util.List;

/**
 * What PyTorch's autograd keeps of an activation on a CPU ({@code tools/autograd/derivatives.yaml}): the node of each is called after
 * it, as {@code ReluBackward0}, {@code SiluBackward0} or {@code EluBackward0}. That of ReLU6 is {@code HardtanhBackward0}, and that of
 * SELU {@code EluBackward0}.
 */
enum ActivationTape {
    /** The result; nobody keeps the input. */
    OUTPUT,
    INPUT,
    /** The input, or where it is overwritten the result, from which the gradient follows as well. */
    INPUT_OR_OUTPUT,
    /** The input, or where it is overwritten a copy that is made before. */
    INPUT_OR_COPY,
    /** The input, and exp(−|x|), which {@code log_sigmoid_forward} puts out beside its result on a CPU. */
    INPUT_AND_EXPONENTIAL,
    /**
     * {@code torch.nn.functional.softsign} divides by the magnitude and 1: {@code AbsBackward0} keeps the input, {@code DivBackward0}
     * the input and the divisor.
     */
    SOFTSIGN,
    /** {@code torch.nn.functional.tanhshrink} is a difference: {@code TanhBackward0} keeps its result. */
    TANHSHRINK;

    /** Whether {@code torch.nn} can be told to overwrite the input. */
    boolean knowsInPlace() {
        return this == INPUT_OR_OUTPUT || this == INPUT_OR_COPY;
    }

    /** Whether PyTorch has a form that overwrites the input; those of a sigmoid and tanh are functions alone. */
    boolean overwrites() {
        return this == OUTPUT || knowsInPlace();
    }

    /** @param inPlace whether the input is overwritten */
    Tape of(boolean inPlace, Inputs in, Shape out) {
        Formula elements = Formula.elements(out);
        TapeEntry entry = TapeEntry.of(in, out);
        return switch (this) {
            case OUTPUT -> Tape.of(in, entry.inPlace().keeping(SavedForBackward.OUTPUT));
            case INPUT -> Tape.of(in, entry.keeping(SavedForBackward.OPERANDS));
            case INPUT_OR_OUTPUT ->
                Tape.of(
                        in,
                        inPlace
                                ? entry.inPlace().keeping(SavedForBackward.OUTPUT)
                                : entry.keeping(SavedForBackward.OPERANDS));
            case INPUT_OR_COPY ->
                Tape.of(
                        in,
                        inPlace
                                ? entry.inPlace().keeping(with(SavedForBackward.NOTHING, "input", elements, true))
                                : entry.keeping(SavedForBackward.OPERANDS));
            case INPUT_AND_EXPONENTIAL ->
                Tape.of(in, entry.keeping(with(SavedForBackward.OPERANDS, "exponential", elements, false)));
            case SOFTSIGN -> softsign(in, out);
            case TANHSHRINK ->
                Tape.of(
                        in,
                        entry.named("tanh").keeping(SavedForBackward.OUTPUT),
                        TapeEntry.on(List.of(0, 1), out).giving(TapeEntry.Gradient.FIRST_PASSED_ON));
        };
    }

    private static SavedForBackward with(SavedForBackward kept, String name, Formula elements, boolean recorded) {
        return kept.and(new SavedForBackward.Extra(name, elements, Element.OF_NETWORK, recorded));
    }

    /**
     * Backward, {@code div_tensor_other_grad} has −grad, self / other and (self / other) / other beside its result, and {@code
     * AbsBackward0} the signs of the input ({@code torch/csrc/autograd/FunctionsManual.cpp}).
     */
    private static Tape softsign(Inputs in, Shape out) {
        Formula one = Formula.elements(out);
        return Tape.of(
                in,
                TapeEntry.of(in, out)
                        .named("magnitude")
                        .keeping(SavedForBackward.OPERANDS)
                        .needing(Formula.ZERO, one),
                TapeEntry.on(List.of(1), out).named("divisor").giving(TapeEntry.Gradient.PASSED_ON),
                TapeEntry.on(List.of(0, 2), out)
                        .keeping(SavedForBackward.OPERANDS)
                        .needing(Formula.ZERO, Formula.product(Formula.of(2), one)));
    }
}
