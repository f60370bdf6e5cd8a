package io.archmeter.spec;

import io.archmeter.op.Argument;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Operator;
import io.archmeter.op.Trait;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Compares the keys of a call with the arguments that an operator or a block has. */
public final class CallCheck {
    private static final Map<String, CallCheck> OF_OPERATORS = new ConcurrentHashMap<>();

    private final String kind;

    /** What it is called where its name alone would not say which it is. */
    private final String called;

    private final List<String> known = new ArrayList<>();
    private final Set<String> required = new HashSet<>();
    private Optional<String> usual = Optional.empty();
    private boolean declares;

    private CallCheck(String kind, String called) {
        this.kind = kind;
        this.called = called;
    }

    private static CallCheck of(Operator operator) {
        CallCheck check = new CallCheck(operator.kind(), operator.kind());
        check.declares = operator.traits().contains(Trait.DECLARED);
        for (Argument<?> argument : operator.arguments()) {
            check.add(argument.name(), argument.required(), argument.usual());
        }
        return check;
    }

    private static CallCheck of(Block block) {
        CallCheck check = new CallCheck(
                block.name(), Catalogue.find(block.name()).isPresent() ? "block " + block.name() : block.name());
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

    /** Whether the call has the keys that it needs and no others; what it has otherwise is a problem. */
    public static boolean operator(Operator operator, Layer.Call call, Problems problems) {
        return OF_OPERATORS
                .computeIfAbsent(operator.kind(), kind -> of(operator))
                .check(call, problems);
    }

    public static boolean block(Block block, Layer.Call call, Problems problems) {
        return of(block).check(call, problems);
    }

    private boolean check(Layer.Call call, Problems problems) {
        boolean sound = true;
        Set<String> given = new HashSet<>();
        for (Layer.Given argument : call.given()) {
            Optional<String> name = argument.name().isEmpty() ? usual : Optional.of(argument.name());
            if (name.isEmpty()) {
                sound = false;
                problems.add(
                        argument.value().at(),
                        "surplus-argument",
                        called + " takes no value",
                        "write " + kind + " alone, or {" + kind + ": , …}"
                                + (known.isEmpty() ? "" : " with what is meant: " + String.join(", ", known)));
            } else if (!known.contains(name.get()) && isRest(argument, call)) {
                sound = false;
            } else if (!known.contains(name.get())) {
                sound = false;
                problems.add(
                        argument.keyAt(),
                        "unknown-key",
                        called + " has no argument '" + Excerpt.of(name.get()) + "'",
                        remedy(name.get()));
                // A misspelt key is there already; saying that it is missing would be no news.
                SpecWords.by(name.get(), known).ifPresent(given::add);
            } else if (!given.add(name.get())) {
                sound = false;
                problems.add(
                        argument.keyAt(),
                        "surplus-argument",
                        name.get() + " is given twice: as the value of " + kind + " and by its name",
                        "remove one of the two");
            }
        }
        List<String> missing = known.stream()
                .filter(name -> required.contains(name) && !given.contains(name))
                .toList();
        if (!missing.isEmpty()) {
            problems.add(
                    call.at(), "missing-argument", called + " needs " + String.join(" and ", missing), toAdd(missing));
        }
        return sound && missing.isEmpty();
    }

    /** In {@code {stride: =if(a, 1, 2)}}, which lacks quotes, the 1 is a key. That the expression is broken says enough. */
    private static boolean isRest(Layer.Given argument, Layer.Call call) {
        boolean broken = call.given().stream()
                .takeWhile(given -> given != argument)
                .anyMatch(given -> given.value() instanceof Unevaluated.Constant constant
                        && constant.value() instanceof PlainValue.Unknown);
        return broken && !isGiven(argument.value());
    }

    private String remedy(String unknown) {
        Optional<String> modifier =
                SpecWords.by(unknown, known).isPresent() ? Optional.empty() : SpecWords.by(unknown, Names.MODIFIERS);
        return modifier.map(meant -> "did you mean '" + meant + "'?").orElseGet(() -> SpecWords.remedy(unknown, known));
    }

    private String toAdd(List<String> missing) {
        boolean usualIsMissing = usual.filter(missing::contains).isPresent();
        String others = missing.stream()
                .filter(name -> usual.filter(name::equals).isEmpty())
                .map(name -> name + ": …")
                .collect(Collectors.joining(", "));
        if (!usualIsMissing) {
            return "add " + others + (declares ? "; 0 says that there is none" : "");
        }
        return "write {" + kind + ": …" + (others.isEmpty() ? "" : ", " + others) + "}";
    }

    /** Whether the value of the operator's own key says anything. */
    static boolean isGiven(Unevaluated value) {
        return !(value instanceof Unevaluated.Constant constant && constant.value() instanceof PlainValue.Nothing);
    }
}
