package io.archmeter.spec.parse;

import io.archmeter.op.Argument;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Operator;
import io.archmeter.source.SourceValue;
import io.archmeter.value.PlainValue;
import java.util.Optional;

/**
 * A name for a layer that would be understood as its operator too: {@code {gelu: tanh}} may be a tanh of that name, or a gelu by way
 * of tanh. {@code relu: relu}, {@code norm: layernorm} and {@code conv1: relu} are names and nothing else.
 *
 * @param argument of the operator that has the layer's own among its choices
 */
record NameOrOperator(Operator operator, Argument<?> argument, String layer) {
    /** @param named a layer under its name */
    static Optional<NameOrOperator> of(SourceValue.Entry named) {
        if (!(named.value() instanceof SourceValue.Scalar scalar
                && scalar.value() instanceof PlainValue.Text text
                && !text.text().equals(named.key()))) {
            return Optional.empty();
        }
        Optional<Operator> operator = Catalogue.find(named.key());
        return operator.stream()
                .flatMap(found -> found.arguments().stream())
                .filter(argument -> argument.choices().contains(text.text()))
                .findFirst()
                .map(argument -> new NameOrOperator(operator.get(), argument, text.text()));
    }

    String fact() {
        return "this is a layer of " + layer + " called '" + operator.kind() + "', or a layer of " + operator.kind()
                + " whose " + argument.name() + " is " + layer;
    }

    String remedy() {
        boolean hasUsual = operator.arguments().stream().anyMatch(Argument::usual);
        return "write {" + operator.kind() + ": " + (hasUsual ? "…" : "") + ", " + argument.name() + ": " + layer
                + "}, or give the layer of " + layer + " another name";
    }
}
