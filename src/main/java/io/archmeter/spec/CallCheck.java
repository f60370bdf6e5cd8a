package io.archmeter.spec;

import io.archmeter.op.Argument;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Operator;
import io.archmeter.op.Value;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Holds the keys of a call against the arguments that an operator or a block has. */
final class CallCheck {
    private static final Map<String, CallCheck> OF_OPERATORS = new HashMap<>();

    static {
        Catalogue.operators().forEach(operator -> OF_OPERATORS.put(operator.kind(), of(operator)));
    }

    private final String kind;
    private final List<String> known = new ArrayList<>();
    private final Set<String> required = new HashSet<>();
    private Optional<String> usual = Optional.empty();

    private CallCheck(String kind) {
        this.kind = kind;
    }

    private static CallCheck of(Operator operator) {
        CallCheck check = new CallCheck(operator.kind());
        for (Argument<?> argument : operator.arguments()) {
            check.add(argument.name(), argument.required(), argument.usual());
        }
        return check;
    }

    private static CallCheck of(Block block) {
        CallCheck check = new CallCheck(block.name());
        for (Param param : block.params()) {
            check.add(
                    param.name(),
                    param.fallback().isEmpty(),
                    param == block.params().get(0));
        }
        return check;
    }

    private void add(String name, boolean isRequired, boolean isUsual) {
        known.add(name);
        if (isRequired) {
            required.add(name);
        }
        if (isUsual) {
            usual = Optional.of(name);
        }
    }

    static void operator(Operator operator, Layer.Call call, Problems problems) {
        OF_OPERATORS.get(operator.kind()).check(call, problems);
    }

    static void block(Block block, Layer.Call call, Problems problems) {
        of(block).check(call, problems);
    }

    private void check(Layer.Call call, Problems problems) {
        Set<String> given = new HashSet<>();
        for (Layer.Given argument : call.given()) {
            Optional<String> name = argument.name().isEmpty() ? usual : Optional.of(argument.name());
            if (name.isEmpty()) {
                problems.add(
                        argument.value().at(),
                        "surplus-argument",
                        kind + " has no usual argument",
                        known.isEmpty() ? "write it alone: " + kind : "name the argument: " + String.join(", ", known));
            } else if (!known.contains(name.get())) {
                problems.add(
                        argument.keyAt(),
                        "unknown-key",
                        kind + " has no argument '" + name.get() + "'",
                        Nearest.remedy(name.get(), known));
            } else if (!given.add(name.get())) {
                problems.add(
                        argument.keyAt(),
                        "surplus-argument",
                        name.get() + " is given twice: as the value of " + kind + " and by its name",
                        "remove one of the two");
            }
        }
        for (String name : known) {
            if (required.contains(name) && !given.contains(name)) {
                problems.add(
                        call.at(),
                        "missing-argument",
                        kind + " needs " + name,
                        usual.filter(name::equals).isPresent()
                                ? "write {" + kind + ": …}"
                                : "add " + name + ": … beside it");
            }
        }
    }

    /** Whether the value of the operator's own key says anything. */
    static boolean isGiven(Written value) {
        return !(value instanceof Written.Constant constant && constant.value() instanceof Value.Nothing);
    }
}
