package io.archmeter.spec;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.op.Value;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** One model of a spec: a variant, its params set, its input chosen. */
final class Instance {
    private final Spec spec;
    private final Optional<String> variantName;
    private final LoadOptions options;
    private final Problems problems;
    private final Evaluator evaluator;

    Instance(Spec spec, Optional<String> variantName, LoadOptions options, Problems problems) {
        this.spec = spec;
        this.variantName = variantName;
        this.options = options;
        this.problems = problems;
        this.evaluator = new Evaluator(problems);
    }

    /** The graph; throws {@link ProblemException} with all that was found wrong. */
    Graph graph() {
        Optional<Variant> variant = variantName.flatMap(this::variant);
        Scope params = params(variant);
        Optional<Shape> input = input(params);
        if (spec.layers().isEmpty()) {
            problems.add(
                    spec.at(),
                    "missing-key",
                    "the spec has no layers",
                    spec.blocks().isEmpty() ? "add layers:" : "this file has blocks only: import it, or add layers:");
        }
        if (input.isEmpty() || spec.layers().isEmpty()) {
            problems.throwIfAny();
        }
        Span inputAt = spec.input().map(Written::at).orElse(spec.at());
        Expander expander =
                new Expander(spec.blocks(), params, input.orElseThrow().behind(options.batch()), inputAt, problems);
        String title = variant.flatMap(Variant::title).or(spec::title).orElse("");
        return expander.expand(
                variant.map(Variant::name).orElse(spec.name()),
                title,
                spec.layers().orElseThrow(),
                spec.heads());
    }

    private Optional<Variant> variant(String name) {
        Optional<Variant> found = Optional.ofNullable(spec.variants().get(name));
        boolean whole = spec.variants().isEmpty() && name.equals(spec.name());
        if (found.isEmpty() && !whole) {
            problems.add(
                    spec.at(),
                    "unknown-variant",
                    "there is no variant '" + name + "'",
                    spec.variants().isEmpty()
                            ? "this spec has no variants: leave out '#" + name + "'"
                            : Nearest.remedy(name, spec.variants().keySet()));
        }
        return found;
    }

    private Scope params(Optional<Variant> variant) {
        Map<String, Value> set = ParamSettings.parse(options.set(), spec.params(), problems);
        Map<String, Variant.Setting> settings = variant.map(Variant::settings).orElse(Map.of());
        Scope scope = Scope.EMPTY;
        for (Param param : spec.params()) {
            scope = scope.with(param.name(), param(param, set, Optional.ofNullable(settings.get(param.name())), scope));
        }
        return scope;
    }

    private Value param(Param param, Map<String, Value> set, Optional<Variant.Setting> setting, Scope before) {
        Optional<Value> fallback = param.fallback().map(written -> value(written, before));
        Value chosen = setting.map(own -> sameKind(param, fallback, value(own.value(), before), own.keyAt()))
                .or(() -> fallback)
                .orElseGet(Value.Unknown::new);
        if (set.containsKey(param.name())) {
            Span at = Span.of("--set " + param.name());
            return sameKind(param, fallback, set.get(param.name()), at);
        }
        if (param.fallback().isEmpty() && setting.isEmpty()) {
            problems.add(
                    param.at(),
                    "missing-param",
                    "param '" + param.name() + "' has no value",
                    spec.variants().isEmpty()
                            ? "set it: --set " + param.name() + "=…"
                            : "choose a variant: #"
                                    + String.join(", #", spec.variants().keySet()));
        }
        return chosen;
    }

    /** A number stays a number, a list a list: a value of another kind is a mistake, not another model. */
    private Value sameKind(Param param, Optional<Value> fallback, Value value, Span at) {
        boolean known = !(value instanceof Value.Unknown);
        if (known
                && fallback.isPresent()
                && !(fallback.get() instanceof Value.Unknown)
                && fallback.get().getClass() != value.getClass()) {
            problems.add(
                    at,
                    "wrong-type",
                    "param '" + param.name() + "' is " + fallback.get().described() + ", and cannot be "
                            + value.described(),
                    "give a value of the same kind");
            return new Value.Unknown();
        }
        return value;
    }

    /** Params are computed before there is a graph, so nothing comes in. */
    private Value value(Written written, Scope scope) {
        return evaluator.value(written, scope, Tensor.UNKNOWN, "");
    }

    private Optional<Shape> input(Scope params) {
        if (options.input().isPresent()) {
            return options.input();
        }
        if (spec.input().isEmpty()) {
            problems.add(
                    spec.at(),
                    "missing-key",
                    "the spec has no input",
                    "add input: and the shape of one sample, such as [3, 224, 224]");
            return Optional.empty();
        }
        Written written = spec.input().get();
        Value value = value(written, params);
        if (value instanceof Value.Unknown) {
            return Optional.empty();
        }
        List<Long> extents = new ArrayList<>();
        if (value instanceof Value.Items list) {
            for (Value item : list.items()) {
                OptionalLong extent =
                        item instanceof Value.Num num ? num.number().toLong() : OptionalLong.empty();
                extents.add(extent.orElse(0));
            }
        }
        if (extents.isEmpty() || extents.stream().anyMatch(extent -> extent < 1)) {
            problems.add(
                    written.at(),
                    "wrong-type",
                    "input must be the shape of one sample, but is " + value.described(),
                    "write a list of whole numbers, such as [3, 224, 224] for C, H, W");
            return Optional.empty();
        }
        return Optional.of(new Shape(extents));
    }
}
