package io.archmeter.spec.expand;

import io.archmeter.graph.Adjustable;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Input;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.ProblemException;
import io.archmeter.spec.Param;
import io.archmeter.spec.Spec;
import io.archmeter.spec.Variant;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be said of a model that is a spec from outside. */
public final class SpecAdjustables {
    private SpecAdjustables() {}

    /** Its inputs. */
    public static List<Adjustable> inputs(Graph graph) {
        List<Adjustable> inputs = new ArrayList<>();
        for (Value input : graph.inputValues()) {
            Shape shape = input.shape();
            boolean batch = graph.nodes().get(input.node()).op() instanceof Input found && found.batch();
            String sample = batch ? shape.toString().replaceFirst("^\\d+x?", "") : shape.toString();
            String text = shape.toString().replace('x', '×');
            inputs.add(new Adjustable(
                    Adjustable.Kind.INPUT,
                    input.name(),
                    input.type().toString(),
                    text,
                    text,
                    sample.isEmpty()
                            ? ""
                            : "with --input " + (graph.inputs().size() > 1 ? input.name() + "=" : "") + sample));
        }
        return inputs;
    }

    /** Its params, as the variant that is asked for sets them. */
    public static List<Adjustable> params(Spec spec, Optional<String> variant, LoadOptions options) {
        Optional<Variant> chosen = variant.map(spec.variants()::get);
        List<Adjustable> params = new ArrayList<>();
        for (Param param : spec.params()) {
            Optional<Unevaluated> set = chosen.map(one -> one.settings().get(param.name()));
            String said = options.set().get(param.name());
            params.add(new Adjustable(
                    Adjustable.Kind.PARAM,
                    param.name(),
                    "",
                    "",
                    said != null
                            ? said + " (--set)"
                            : set.or(param::fallback).map(SpecAdjustables::text).orElse(Param.REQUIRED),
                    "with --set " + param.name() + "=…"));
        }
        return params;
    }

    /** As it would be written. */
    private static String text(PlainValue value) {
        if (value instanceof PlainValue.Text text) {
            return text.text();
        }
        return value instanceof PlainValue.Items items
                ? items.items().stream().map(SpecAdjustables::text).collect(Collectors.joining(", ", "[", "]"))
                : value.described();
    }

    /** One that follows from other params has no value of its own. */
    private static String text(Unevaluated value) {
        try {
            return text(value.value());
        } catch (ProblemException follows) {
            return "computed";
        }
    }
}
