package io.archmeter.onnx.infer;

import static io.archmeter.op.ElementaryOperation.ADD;
import static io.archmeter.op.ElementaryOperation.COMPARE;
import static io.archmeter.op.ElementaryOperation.DIVIDE;
import static io.archmeter.op.ElementaryOperation.EXPONENTIAL;
import static io.archmeter.op.ElementaryOperation.LOGARITHM;
import static io.archmeter.op.ElementaryOperation.MULTIPLY;

import io.archmeter.op.ElementaryOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The functions that the gates of a recurrent cell may have ({@code docs/Operators.md} of ONNX, LSTM). */
final class RecurrentFunction {
    private RecurrentFunction() {}

    /** What it takes for one element; a function with another name is taken for a sigmoid. */
    static List<ElementaryOperation> operations(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "relu", "thresholdedrelu" -> List.of(COMPARE);
            case "tanh" -> PerElement.TANH;
            case "affine" -> List.of(MULTIPLY, ADD);
            case "leakyrelu" -> List.of(COMPARE, MULTIPLY);
            case "scaledtanh" -> scaledTanh();
            case "hardsigmoid" -> List.of(MULTIPLY, ADD, COMPARE, COMPARE);
            case "elu" -> List.of(COMPARE, EXPONENTIAL, ADD, MULTIPLY);
            case "softsign" -> List.of(COMPARE, ADD, DIVIDE);
            case "softplus" -> List.of(EXPONENTIAL, ADD, LOGARITHM);
            default -> PerElement.SIGMOID;
        };
    }

    private static List<ElementaryOperation> scaledTanh() {
        List<ElementaryOperation> operations = new ArrayList<>(PerElement.TANH);
        operations.add(MULTIPLY);
        operations.add(MULTIPLY);
        return operations;
    }
}
