package io.archmeter.onnx.network;

import io.archmeter.onnx.file.AttributeMessage;
import io.archmeter.onnx.model.ModelNode;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The attributes of a node as reports show them. */
final class ShownAttributes {
    private ShownAttributes() {}

    static Map<String, PlainValue> of(ModelNode node) {
        Map<String, PlainValue> settings = new TreeMap<>();
        node.attributes()
                .values()
                .forEach((name, content) -> value(content).ifPresent(value -> settings.put(name, value)));
        return settings;
    }

    private static Optional<PlainValue> value(AttributeMessage.Content content) {
        if (content instanceof AttributeMessage.Whole whole) {
            return Optional.of(PlainValue.Num.of(whole.value()));
        }
        if (content instanceof AttributeMessage.Real real) {
            return Optional.of(real(real.value()));
        }
        if (content instanceof AttributeMessage.Text text) {
            return Optional.of(new PlainValue.Text(text.value()));
        }
        if (content instanceof AttributeMessage.Wholes wholes) {
            return Optional.of(items(
                    wholes.values().stream().<PlainValue>map(PlainValue.Num::of).toList()));
        }
        if (content instanceof AttributeMessage.Reals reals) {
            return Optional.of(
                    items(reals.values().stream().map(ShownAttributes::real).toList()));
        }
        if (content instanceof AttributeMessage.Texts texts) {
            return Optional.of(items(texts.values().stream()
                    .<PlainValue>map(PlainValue.Text::new)
                    .toList()));
        }
        return Optional.empty();
    }

    private static PlainValue items(List<PlainValue> items) {
        return new PlainValue.Items(items);
    }

    /** As it is written in decimals; one that is no number is a text. */
    private static PlainValue real(float value) {
        return Float.isFinite(value)
                ? new PlainValue.Num(Rational.of(new BigDecimal(Float.toString(value))))
                : new PlainValue.Text(Float.toString(value));
    }
}
