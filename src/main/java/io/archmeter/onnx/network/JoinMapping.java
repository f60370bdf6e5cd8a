package io.archmeter.onnx.network;

import io.archmeter.graph.Op;
import io.archmeter.op.Clamp;
import io.archmeter.op.Elementwise;
import io.archmeter.op.Elementwise.Function;
import io.archmeter.op.Rescale;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** Tensors combined element by element. With one number that is always the same, it is a function of the other tensor. */
final class JoinMapping {
    /** Since this version, extents of 1 are stretched as NumPy does it; before, an attribute said at which axis the second tensor lies. */
    private static final long STRETCHED = 7;

    private JoinMapping() {}

    static Mapping of(Function function) {
        return call -> {
            if (call.version() < STRETCHED && call.attributes().has("axis")) {
                return Optional.empty();
            }
            List<Integer> all = IntStream.range(0, call.inputs()).boxed().toList();
            Optional<Mapped> byNumber = all.size() == 2 ? byNumber(call, function) : Optional.empty();
            return byNumber.isPresent() ? byNumber : Optional.of(Mapped.of(new Elementwise(function), all));
        };
    }

    private static Optional<Mapped> byNumber(MappingCall call, Function function) {
        for (int input = 1; input >= 0; input--) {
            OptionalDouble number = call.number(input);
            int other = 1 - input;
            boolean fits = number.isPresent()
                    && call.type(other).hasGradients()
                    && call.shape(other).equals(call.output())
                    && (input == 1 || function != Function.SUB);
            Optional<Op> op = fits ? op(function, number.getAsDouble()) : Optional.empty();
            if (op.isPresent()) {
                return Optional.of(Mapped.of(op.get(), List.of(other)));
            }
        }
        return Optional.empty();
    }

    /** A product by 1 and a sum with 0 are operations too, which a rescaling leaves out; and a quotient is no product. */
    private static Optional<Op> op(Function function, double number) {
        if (Double.isNaN(number)) {
            return Optional.empty();
        }
        return switch (function) {
            case ADD -> number == 0 ? Optional.empty() : Optional.of(new Rescale(1, number));
            case SUB -> number == 0 ? Optional.empty() : Optional.of(new Rescale(1, -number));
            case MULTIPLY -> number == 1 ? Optional.empty() : Optional.of(new Rescale(number, 0));
            case MAXIMUM -> Optional.of(new Clamp(OptionalDouble.of(number), OptionalDouble.empty()));
            case MINIMUM -> Optional.of(new Clamp(OptionalDouble.empty(), OptionalDouble.of(number)));
            case DIV -> Optional.empty();
        };
    }
}
