package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.UnknownException;
import io.archmeter.onnx.file.AttributeMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** {@code Cast}, {@code CastLike} and {@code BitCast}: the same shape with elements of another type. */
final class Cast {
    static final NodeRule CAST = call -> cast(call, type(call));
    static final NodeRule LIKE = call -> cast(call, call.type(1));
    static final NodeRule BITS = call -> bits(call, type(call));

    private Cast() {}

    /** The type that an attribute {@code to} says; version 1 has it as a text. */
    private static DType type(NodeCall call) {
        Optional<String> word = call.attributes().text("to");
        long number = call.attributes().whole("to", 0);
        if (word.isPresent() && call.attributes().values().get("to") instanceof AttributeMessage.Text) {
            return named(call, word.get());
        }
        return numbered(call, number);
    }

    static DType numbered(NodeCall call, long number) {
        return ElementTypes.of(number)
                .orElseThrow(() -> call.refusal(
                        call.operator() + " is to put out elements of type " + number + ", which is none"));
    }

    private static DType named(NodeCall call, String word) {
        String name = word.toLowerCase(Locale.ROOT);
        String ours = name.equals("float") ? "float32" : name.equals("double") ? "float64" : name;
        for (DType type : DType.values()) {
            if (type.toString().equals(ours)) {
                return type;
            }
        }
        throw call.refusal(call.operator() + " is to put out elements of type " + word + ", which is none");
    }

    private static Outcome cast(NodeCall call, DType to) {
        Fact.Tensor data;
        try {
            data = call.tensor(0);
        } catch (UnknownException notKnown) {
            return Outcome.of(new Fact.AnyTensor(to, notKnown.unknown()));
        }
        if (data.content().isEmpty()) {
            return Outcome.of(Fact.tensor(to, data.shape()));
        }
        List<FollowedElement> elements = new ArrayList<>();
        for (FollowedElement element : data.content().get().elements()) {
            elements.add(
                    ElementCast.of(element, data.type(), to).orElseGet(() -> new FollowedElement.Unknown(call.here())));
        }
        return Outcome.of(Fact.tensor(to, data.shape(), elements));
    }

    /** Elements keep their bits: whole numbers of as many are followed. */
    private static Outcome bits(NodeCall call, DType to) {
        Fact.Tensor data;
        try {
            data = call.tensor(0);
        } catch (UnknownException notKnown) {
            return Outcome.of(new Fact.AnyTensor(to, notKnown.unknown()));
        }
        if (data.type().bits() != to.bits()) {
            throw call.refusal("elements of " + data.type() + " and of " + to + " do not have as many bits");
        }
        return data.type().isWhole() && to.isWhole() && to != DType.BOOL
                ? cast(call, to).view()
                : Outcome.of(Fact.tensor(to, data.shape())).view();
    }
}
