package io.archmeter.onnx.infer;

import java.util.List;
import java.util.stream.Collectors;

/** What is known of a value, as rows of {@code operators.csv} have it: {@code int64:2=[3,4]}, {@code seq:2[float32:1x3;float32:2x3]}. */
final class FactText {
    private FactText() {}

    static String of(Fact fact, boolean withElements) {
        if (fact instanceof Fact.Tensor tensor) {
            String shape =
                    tensor.shape().rank() == 0 ? "scalar" : tensor.shape().toString();
            String elements = withElements
                    ? "=" + tensor.content().map(content -> elements(content)).orElse("not followed")
                    : "";
            return tensor.type() + ":" + shape + elements;
        }
        if (fact instanceof Fact.AnyTensor any) {
            return any.type() + ":*";
        }
        if (fact instanceof Fact.Sequence sequence) {
            List<Fact> parts = sequence.elements()
                    .orElseGet(() -> sequence.element().map(List::of).orElse(List.of()));
            String inner = parts.stream().map(part -> of(part, withElements)).collect(Collectors.joining(";"));
            return "seq:" + sequence.length().text() + "[" + inner + "]";
        }
        return fact instanceof Fact.Nothing ? "nothing" : "*";
    }

    private static String elements(SmallContent content) {
        return content.elements().stream().map(FactText::element).collect(Collectors.joining(",", "[", "]"));
    }

    private static String element(FollowedElement element) {
        if (element instanceof FollowedElement.Whole whole) {
            return String.valueOf(whole.value());
        }
        if (element instanceof FollowedElement.Real real) {
            boolean whole = Math.rint(real.value()) == real.value() && Math.abs(real.value()) < Long.MAX_VALUE;
            return whole ? (long) real.value() + ".0" : String.valueOf(real.value());
        }
        return element instanceof FollowedElement.Text text ? text.value().replace(' ', '_') : "?";
    }
}
