package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.EvenSplit;
import io.archmeter.exec.tensor.Pass;
import io.archmeter.exec.tensor.Tensor;
import java.util.function.DoubleUnaryOperator;

/** A function of one number, for each element, in blocks that threads share. */
final class EachElement {
    private static final int BLOCK = 1 << 14;

    private EachElement() {}

    /** Replaces elements from {@code begin} to before {@code end} by what the function makes of them. */
    interface Loop {
        void replace(float[] elements, int begin, int end);
    }

    static Pass of(DoubleUnaryOperator function) {
        return of(loop(function));
    }

    static Loop loop(DoubleUnaryOperator function) {
        return (y, begin, end) -> {
            for (int i = begin; i < end; i++) {
                y[i] = (float) function.applyAsDouble(y[i]);
            }
        };
    }

    /** Each element, but for those below the lower bound and then those above the upper one. */
    static Loop between(float min, float max) {
        return (y, begin, end) -> {
            for (int i = begin; i < end; i++) {
                y[i] = Math.min(Math.max(y[i], min), max);
            }
        };
    }

    static Pass of(Loop loop) {
        return call -> {
            Tensor x = call.input();
            Tensor y = call.outputInPlace(x.shape());
            call.workers().forEach(EvenSplit.parts(x.elements(), BLOCK), x.elements(), (block, thread) -> {
                int first = block * BLOCK;
                int length = Math.min(BLOCK, x.elements() - first);
                Copy.elements(x, y, first, length);
                loop.replace(y.data(), y.offset() + first, y.offset() + first + length);
            });
        };
    }
}
