package io.archmeter.sweep;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.Problems;
import io.archmeter.spec.Layer;
import io.archmeter.spec.NamedInput;
import io.archmeter.spec.Param;
import io.archmeter.spec.SampleShape;
import io.archmeter.spec.Spec;
import io.archmeter.spec.Variant;
import io.archmeter.spec.expand.ModelInstantiation;
import io.archmeter.spec.expression.EvaluationSteps;
import io.archmeter.spec.expression.Scope;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A spec, parsed once, of which many networks are made.
 *
 * @param variant whose values hold for the params that do not vary
 */
public record SweptSpec(Spec spec, Optional<Variant> variant) {
    /**
     * The values of all params, as a model with these settings has them.
     *
     * @throws io.archmeter.problem.ProblemException where one cannot be computed
     */
    Scope params(Map<String, PlainValue> settings) {
        Scope scope = Scope.EMPTY;
        for (Param param : spec.params()) {
            scope = scope.with(param.name(), value(param, settings, scope));
        }
        return scope;
    }

    private PlainValue value(Param param, Map<String, PlainValue> settings, Scope before) {
        PlainValue set = settings.get(param.name());
        if (set != null) {
            return set;
        }
        return variant.map(chosen -> chosen.settings().get(param.name()))
                .or(param::fallback)
                .map(written -> written.value(before.before(List.of()), new EvaluationSteps()))
                .orElseGet(PlainValue.Unknown::new);
    }

    /** The shape of a sample of the only input: the one that is given, or what the spec says; empty where that is not known. */
    Optional<Shape> sample(Optional<Shape> given, Scope params) {
        if (given.isPresent()) {
            return given;
        }
        NamedInput input = spec.inputs().get(0);
        Problems wrong = new Problems();
        Optional<Shape> written = new SampleShape(input.sample(), input.batch(), wrong)
                .of(input.sample().shape().value(params.before(List.of()), new EvaluationSteps()));
        return wrong.isEmpty() ? written.filter(shape -> shape.unknown().isEmpty()) : Optional.empty();
    }

    /**
     * The network, or that of a part of its layers.
     *
     * @param layers empty: those of the spec, with its heads
     * @param input the shape of a sample; empty: that of the spec
     * @throws io.archmeter.problem.ProblemException where it is none
     */
    Graph graph(Optional<Layer.Sequence> layers, Scope variables, Optional<Shape> input, long batch) {
        List<Param> params = new ArrayList<>();
        for (String name : variables.names()) {
            PlainValue value = variables.get(name).orElseThrow();
            Optional<Unevaluated> known = value instanceof PlainValue.Unknown
                    ? Optional.empty()
                    : Optional.of(new Unevaluated.Constant(spec.at(), value));
            params.add(new Param(spec.at(), name, known));
        }
        Spec fixed = new Spec(
                spec.at(),
                variant.map(Variant::name).orElse(spec.name()),
                Optional.empty(),
                spec.inputs(),
                params,
                Map.of(),
                spec.blocks(),
                layers.or(spec::layers),
                layers.isPresent() ? List.of() : spec.outputs(),
                layers.isPresent() ? List.of() : spec.heads(),
                spec.lacksInput(),
                spec.lacksLayers());
        return ModelInstantiation.graph(
                fixed, Optional.empty(), new LoadOptions(batch, input, Map.of()), new Problems());
    }
}
