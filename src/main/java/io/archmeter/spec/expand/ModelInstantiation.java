package io.archmeter.spec.expand;

import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.spec.Param;
import io.archmeter.spec.Spec;
import io.archmeter.spec.Variant;
import io.archmeter.spec.expression.Scope;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.spec.expression.Variables;
import io.archmeter.spec.flat.FlatCall;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** One model of a spec: a variant, its params set, its input chosen. */
public final class ModelInstantiation {
    private static final int MOST_SHOWN = 30;

    private final Spec spec;
    private final Optional<String> variantName;
    private final LoadOptions options;
    private final Problems problems;
    private final ParamKinds kinds;
    private final Evaluator evaluator;
    private final List<Param> withoutValue = new ArrayList<>();

    private ModelInstantiation(
            Spec spec, Optional<String> variantName, LoadOptions options, ParamKinds kinds, Problems problems) {
        this.spec = spec;
        this.variantName = variantName;
        this.options = options;
        this.kinds = kinds;
        this.problems = problems;
        this.evaluator = new Evaluator(problems, new ExpansionSteps(problems));
    }

    /**
     * The graph; throws {@link ProblemException} with all that was found wrong.
     *
     * <p>A param can have values of several kinds where what it is for takes them: {@code ceil_mode} is true or {@code caffe}, a kernel 3 or
     * [1, 7]. Where they are not taken, the value is the mistake, and not the layer that meets it.
     *
     * @param problems of the spec so far
     */
    public static Graph graph(Spec spec, Optional<String> variantName, LoadOptions options, Problems problems) {
        return graph(spec, variantName, options, call -> {}, problems);
    }

    /**
     * The same.
     *
     * @param calls learns what each node after the input was made of, in order
     */
    public static Graph graph(
            Spec spec, Optional<String> variantName, LoadOptions options, Consumer<FlatCall> calls, Problems problems) {
        ParamKinds any = new ParamKinds(true);
        if (problems.isEmpty()) {
            try {
                return new ModelInstantiation(spec, variantName, options, any, new Problems()).graph(calls);
            } catch (ProblemException failed) {
                if (!any.differ()) {
                    throw failed;
                }
            }
        }
        return new ModelInstantiation(spec, variantName, options, new ParamKinds(false), problems).graph(calls);
    }

    private Graph graph(Consumer<FlatCall> calls) {
        Optional<Variant> variant = variantName.flatMap(this::variant);
        Scope params = params(variant);
        if (spec.lacksLayers()) {
            problems.add(
                    spec.at(),
                    "no-layers",
                    "the spec has no layers",
                    onlyBlocks() ? "this file has blocks only: import it, or add layers:" : "add layers:");
        }
        List<InputTensor> inputs = new ModelInputs(spec, options, evaluator, problems).of(params);
        if (inputs.isEmpty() && options.input().isEmpty() && spec.lacksInput() && !onlyBlocks()) {
            problems.add(
                    spec.at(),
                    "no-input",
                    "the spec has no input",
                    "add input: and the shape of one sample, such as [3, 224, 224]");
        }
        if (inputs.isEmpty() || spec.layers().isEmpty()) {
            problems.throwIfAny();
        }
        Expander expander = new Expander(spec.blocks(), params, inputs, calls, problems);
        String title = variant.flatMap(Variant::title).or(spec::title).orElse("");
        return expander.expand(
                variant.map(Variant::name).orElse(spec.name()),
                title,
                spec.layers().orElseThrow(),
                spec.outputs(),
                spec.heads());
    }

    private boolean onlyBlocks() {
        return spec.lacksLayers() && spec.lacksInput() && !spec.blocks().isEmpty();
    }

    private Optional<Variant> variant(String name) {
        Optional<Variant> found = Optional.ofNullable(spec.variants().get(name));
        if (variantIsUnknown(name)) {
            problems.add(
                    Span.of(spec.at().file() + "#" + name),
                    "unknown-variant",
                    "there is no variant '" + Excerpt.of(name) + "'",
                    spec.variants().isEmpty()
                            ? "leave out the '#': this spec has no variants"
                            : Nearest.remedy(name, spec.variants().keySet()));
        }
        return found;
    }

    /** A spec without variants can be called by its own name. */
    private boolean variantIsUnknown(String name) {
        boolean whole = spec.variants().isEmpty() && name.equals(spec.name());
        return !whole && !spec.variants().containsKey(name);
    }

    private Scope params(Optional<Variant> variant) {
        Map<String, PlainValue> set = ParamSettings.parse(options, spec.params(), problems);
        Map<String, Unevaluated> settings = variant.map(Variant::settings).orElse(Map.of());
        List<String> later =
                new ArrayList<>(spec.params().stream().map(Param::name).toList());
        Scope scope = Scope.EMPTY;
        for (Param param : spec.params()) {
            PlainValue value = param(param, set, Optional.ofNullable(settings.get(param.name())), scope.before(later));
            scope = scope.with(param.name(), value);
            later.remove(param.name());
        }
        reportWithoutValue();
        return scope;
    }

    private void reportWithoutValue() {
        boolean family = !spec.variants().isEmpty();
        if (withoutValue.isEmpty() || variantName.isPresent() && variantIsUnknown(variantName.get())) {
            return;
        }
        if (family && variantName.isEmpty()) {
            problems.add(
                    withoutValue.get(0).at(),
                    "missing-variant",
                    "without a variant, "
                            + withoutValue.stream().map(Param::name).collect(Collectors.joining(" and "))
                            + (withoutValue.size() == 1 ? " has" : " have") + " no value",
                    "choose one, after the name of the file: "
                            + spec.variants().keySet().stream()
                                    .limit(MOST_SHOWN)
                                    .map(name -> "#" + name)
                                    .collect(Collectors.joining(", ")));
            return;
        }
        for (Param param : withoutValue) {
            problems.add(
                    param.at(),
                    "missing-param",
                    "param '" + param.name() + "' has no value",
                    "set it: --set " + param.name() + "=…");
        }
    }

    private PlainValue param(
            Param param, Map<String, PlainValue> set, Optional<Unevaluated> setting, Variables before) {
        Optional<PlainValue> fallback = param.fallback().map(written -> value(written, before));
        Optional<PlainValue> chosen =
                setting.map(own -> kinds.checked(param, fallback, value(own, before), own.at(), problems));
        if (set.containsKey(param.name())) {
            return kinds.checked(param, fallback, set.get(param.name()), options.place(param.name()), problems);
        }
        if (fallback.isEmpty() && chosen.isEmpty()) {
            withoutValue.add(param);
        }
        return chosen.or(() -> fallback).orElseGet(PlainValue.Unknown::new);
    }

    /** Params are computed before there is a graph, so nothing comes in. */
    private PlainValue value(Unevaluated written, Variables before) {
        return evaluator.value(written, before, "");
    }
}
