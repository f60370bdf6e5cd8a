package io.archmeter.spec.write;

import io.archmeter.graph.Op;
import io.archmeter.graph.UnknownException;
import io.archmeter.op.Argument;
import io.archmeter.op.Arguments;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Inputs;
import io.archmeter.op.Operator;
import io.archmeter.op.Refusal;
import io.archmeter.value.PlainValue;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The arguments of an operator as a person would write them: what it is without them is left out, and [3, 3] is 3. */
final class ShortArguments {
    /** Networks repeat themselves: a rule is asked once for the same operator on the same inputs. */
    private record Known(Op op, Inputs inputs) {}

    private static final String STRIDE = "stride";

    private final Map<Known, Optional<Map<String, PlainValue>>> known = new HashMap<>();

    /** The arguments from which the operator is read; empty where a spec cannot say it. */
    Optional<Map<String, PlainValue>> of(Op op, Inputs inputs) {
        return known.computeIfAbsent(new Known(op, inputs), unseen -> find(op, inputs));
    }

    private static Optional<Map<String, PlainValue>> find(Op op, Inputs inputs) {
        Optional<Operator> operator = Catalogue.find(op.kind());
        Map<String, PlainValue> attributes = new LinkedHashMap<>(Catalogue.attributes(op));
        if (operator.isPresent()
                && operator.get().arguments().stream()
                        .anyMatch(argument -> argument.name().equals(STRIDE))) {
            // Attributes leave out what does nothing, but a pool without a stride has its kernel's.
            attributes.putIfAbsent(STRIDE, PlainValue.Num.of(1));
        }
        if (operator.isEmpty() || !says(operator.get(), attributes, op, inputs)) {
            return Optional.empty();
        }
        Map<String, PlainValue> kept = new LinkedHashMap<>(attributes);
        for (String name : List.copyOf(attributes.keySet())) {
            Map<String, PlainValue> without = new LinkedHashMap<>(kept);
            without.remove(name);
            if (says(operator.get(), without, op, inputs)) {
                kept = without;
                continue;
            }
            Optional<PlainValue> one = one(kept.get(name));
            if (one.isPresent()) {
                Map<String, PlainValue> shorter = new LinkedHashMap<>(kept);
                shorter.put(name, one.get());
                kept = says(operator.get(), shorter, op, inputs) ? shorter : kept;
            }
        }
        Map<String, PlainValue> inOrder = new LinkedHashMap<>();
        for (Argument<?> argument : operator.get().arguments()) {
            if (kept.containsKey(argument.name())) {
                inOrder.put(argument.name(), kept.get(argument.name()));
            }
        }
        return Optional.of(inOrder);
    }

    /** The element of a list whose elements are all the same. */
    private static Optional<PlainValue> one(PlainValue value) {
        return value instanceof PlainValue.Items list
                        && list.items().stream().distinct().count() == 1
                ? Optional.of(list.items().get(0))
                : Optional.empty();
    }

    /** Whether an operator with these arguments is one: two are the same if they have the same attributes, in the digits of a spec. */
    private static boolean says(Operator operator, Map<String, PlainValue> values, Op op, Inputs inputs) {
        List<Argument<?>> arguments = operator.arguments();
        if (arguments.stream().anyMatch(argument -> argument.required() && !values.containsKey(argument.name()))) {
            return false;
        }
        try {
            Arguments given = new Arguments();
            for (Argument<?> argument : arguments) {
                PlainValue value = values.get(argument.name());
                if (value != null) {
                    given.put(argument, value);
                }
            }
            Op read = operator.read(given, inputs);
            return read.equals(op) || Catalogue.attributes(read).equals(Catalogue.attributes(op));
        } catch (Refusal | UnknownException | ArithmeticException | IllegalArgumentException notSo) {
            return false;
        }
    }
}
