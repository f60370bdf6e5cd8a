package io.archmeter.spec.flat;

import io.archmeter.op.Argument;
import io.archmeter.op.Arguments;
import io.archmeter.op.Operator;
import io.archmeter.value.PlainValue;
import java.util.Map;

/** What a layer of a flat model does: an operator, and the arguments that the layer gives it. */
public record FlatCall(Operator operator, Arguments arguments) {
    /** The call that gives an operator these values, by the names of its arguments. */
    static FlatCall of(Operator operator, Map<String, PlainValue> values) {
        Arguments arguments = new Arguments();
        for (Argument<?> argument : operator.arguments()) {
            PlainValue value = values.get(argument.name());
            if (value != null) {
                arguments.put(argument, value);
            }
        }
        return new FlatCall(operator, arguments);
    }
}
