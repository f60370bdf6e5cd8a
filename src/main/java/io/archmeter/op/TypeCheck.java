package io.archmeter.op;

import io.archmeter.graph.DType;
import java.util.List;
import java.util.Set;

/**
 * Which types of elements an operator takes: those of the network's floating-point numbers, whole numbers that are
 * indices, or one type of any kind.
 */
final class TypeCheck {
    /** What stands for the type of the network's floating-point numbers until it is chosen. */
    private static final DType OF_NETWORK = DType.FLOAT32;

    /** As in PyTorch and ONNX. */
    private static final List<DType> INDICES = List.of(DType.INT64, DType.INT32);

    private TypeCheck() {}

    /** Throws a {@link Refusal} where tensors of these types cannot come in together, or not at all. */
    static void require(Operator operator, List<DType> types) {
        Set<Trait> traits = operator.traits();
        if (traits.contains(Trait.DECLARED) || traits.contains(Trait.SHAPED_BY_ANOTHER)) {
            return;
        }
        if (traits.contains(Trait.INDICES)) {
            types.forEach(type -> requireIndex(operator, type));
            return;
        }
        if (traits.contains(Trait.ROWS)) {
            types.stream().skip(1).forEach(type -> requireIndex(operator, type));
            return;
        }
        if (traits.contains(Trait.PLACES) && types.size() > 1) {
            requirePlaces(operator, types.get(types.size() - 1));
            require(operator, types.subList(0, types.size() - 1));
            return;
        }
        if (traits.contains(Trait.MASKED) && types.size() > 1 && types.get(types.size() - 1) == DType.BOOL) {
            require(operator, types.subList(0, types.size() - 1));
            return;
        }
        boolean any = traits.contains(Trait.ANY_TYPE);
        for (DType type : types) {
            if (!any && type != OF_NETWORK) {
                throw new Refusal(
                        "wrong-dtype",
                        "",
                        operator.kind() + " computes with the network's floating-point numbers, but " + type
                                + " comes in",
                        "leave the dtype of the input out, or write " + OF_NETWORK
                                + "; --dtype says what these are stored as");
            }
            if (type != types.get(0)) {
                throw new Refusal(
                        "wrong-dtype",
                        "",
                        operator.kind() + " takes tensors of one type, but " + types.get(0) + " and " + type
                                + " come in",
                        "give the inputs of the network one dtype");
            }
        }
    }

    /** As in PyTorch, whose pools put such numbers out. */
    private static void requirePlaces(Operator operator, DType type) {
        if (type != DType.INT64) {
            throw new Refusal(
                    "wrong-dtype",
                    "",
                    operator.kind() + " takes places that are whole numbers of 64 bits, but " + type + " comes in",
                    "take the indices that a pool puts out, or an input with a dtype of int64");
        }
    }

    private static void requireIndex(Operator operator, DType type) {
        if (!INDICES.contains(type)) {
            throw new Refusal(
                    "wrong-dtype",
                    "",
                    operator.kind() + " takes indices, but " + type + " comes in",
                    "give the input of the network a dtype of int64 or int32");
        }
    }
}
