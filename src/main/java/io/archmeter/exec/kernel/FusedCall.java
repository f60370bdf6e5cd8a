package io.archmeter.exec.kernel;

import io.archmeter.exec.matrix.RowSum;
import io.archmeter.exec.tensor.Epilogue;
import io.archmeter.exec.tensor.EvenSplit;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.List;
import java.util.Optional;

/** The call of a kernel whose output is not finished when its sums are: the first input is the kernel's, the others are added to them. */
final class FusedCall extends InnerCall {
    private static final int BLOCK = 1 << 14;

    private final List<Ending> endings;
    private Optional<Tensor> output = Optional.empty();
    private boolean asked;

    /** One of the things that are done with each element, for a call and the output that it has given. */
    interface Ending {
        Epilogue of(KernelCall call, Tensor output);

        /** Of each element alone. */
        static Ending of(EachElement.Loop loop) {
            return (call, output) -> loop::replace;
        }

        /** The sum with the element in the same place of an input. */
        static Ending sum(int input, RowSum rows) {
            return (call, output) -> {
                Tensor other = call.input(input);
                int apart = other.offset() - output.offset();
                return (elements, begin, end) -> rows.add(other.data(), begin + apart, elements, begin, end - begin);
            };
        }
    }

    FusedCall(KernelCall call, List<Ending> endings) {
        super(call);
        this.endings = endings;
    }

    /** Does what the kernel has not asked for. */
    void finish() {
        if (!asked && !endings.isEmpty()) {
            Tensor y = output.orElseThrow();
            Epilogue all = epilogue();
            workers().forEach(EvenSplit.parts(y.elements(), BLOCK), block -> {
                int begin = y.offset() + block * BLOCK;
                all.finish(y.data(), begin, Math.min(begin + BLOCK, y.end()));
            });
        }
    }

    @Override
    public Epilogue epilogue() {
        Tensor y = output.orElseThrow();
        asked = true;
        List<Epilogue> each =
                endings.stream().map(ending -> ending.of(outer(), y)).toList();
        return switch (each.size()) {
            case 0 -> Epilogue.NONE;
            case 1 -> each.get(0);
            default ->
                (elements, begin, end) -> {
                    for (Epilogue next : each) {
                        next.finish(elements, begin, end);
                    }
                };
        };
    }

    @Override
    public Tensor input(int number) {
        return outer().input(number);
    }

    @Override
    public Tensor output(int slot, Shape shape) {
        output = Optional.of(super.output(slot, shape));
        return output.get();
    }
}
