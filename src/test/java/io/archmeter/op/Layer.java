package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** An operator with its arguments on its inputs, and what the catalogue knows of it: the language of tests on one operator. */
public record Layer(Op op, Inputs inputs, Inferred inferred, OpFacts facts) {
    /** The kinds of operators that are computed here, and not declared. */
    public static List<String> computedKinds() {
        return Catalogue.operators().stream()
                .filter(operator -> !operator.traits().contains(Trait.DECLARED))
                .map(Operator::kind)
                .toList();
    }

    /** As in {@code Layer.of("conv", "channels=64; kernel=3", "1x3x224x224")}; several inputs stand between semicolons. */
    public static Layer of(String kind, String arguments, String inputs) {
        return of(kind, arguments, Written.inputs(inputs));
    }

    /** On shapes that nobody has written, also those without axes. */
    public static Layer of(String kind, String arguments, Inputs in) {
        Operator operator = Catalogue.find(kind).orElseThrow();
        Arguments given = new Arguments();
        for (Written.Assignment assignment : Written.assignments(arguments)) {
            given.put(argument(operator, assignment.name()), assignment.value());
        }
        return of(operator.read(given, in), in);
    }

    /** An operator whose attributes are given, as an importer gives them. */
    static Layer of(Op op, Inputs in) {
        Inferred inferred = Catalogue.infer(op, in);
        List<Shape> outputs = inferred.outputs().stream().map(Output::shape).toList();
        return new Layer(op, in, inferred, Catalogue.facts(op, in, outputs));
    }

    /** The shape of the first or only output. */
    public Shape output() {
        return inferred.outputs().get(0).shape();
    }

    /** The shapes of all outputs. */
    public List<Shape> outputs() {
        return inferred.outputs().stream().map(Output::shape).toList();
    }

    private static Argument<?> argument(Operator operator, String name) {
        return operator.arguments().stream()
                .filter(argument -> argument.name().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException(operator.kind() + " has no argument " + name));
    }

    long parameters() {
        return elements(Weight.Kind.PARAMETER);
    }

    long buffers() {
        return elements(Weight.Kind.BUFFER);
    }

    private long elements(Weight.Kind kind) {
        return inferred.weights().stream()
                .filter(weight -> weight.kind() == kind)
                .mapToLong(weight -> weight.shape().elements())
                .reduce(0, Math::addExact);
    }

    long multiplyAdds() {
        return facts.work().multiplyAdds().value();
    }

    long effectiveMultiplyAdds() {
        return facts.work().effectiveMultiplyAdds().value();
    }

    /** As in {@code add=640; divide=64}. */
    String others() {
        return facts.work().others().entrySet().stream()
                .map(entry -> entry.getKey() + "=" + entry.getValue().value())
                .collect(Collectors.joining("; "));
    }

    /** All that the report explains. */
    List<Formula> formulas() {
        List<Formula> formulas = new ArrayList<>();
        facts.outputs().forEach(output -> formulas.addAll(output.extents()));
        inferred.weights().forEach(weight -> formulas.add(Formula.elements(weight.shape())));
        formulas.add(facts.work().multiplyAdds());
        formulas.add(facts.work().effectiveMultiplyAdds());
        formulas.addAll(facts.work().others().values());
        return formulas;
    }

    /** Windows as {@code kernel/stride(begin,end)}, dilated ones as {@code kernel*dilation/stride(begin,end)}. */
    String reach() {
        Reach reach = facts.reach();
        if (reach instanceof Reach.Sliding sliding) {
            return sliding.axes().stream().map(Layer::axis).collect(Collectors.joining(" "));
        }
        if (reach instanceof Reach.Uneven uneven) {
            return "uneven "
                    + joined(uneven.axes().stream().map(DividedAxis::largest).toList());
        }
        if (reach instanceof Reach.Phased phased) {
            return phased.axes().stream().map(Layer::phases).collect(Collectors.joining(" "));
        }
        if (reach instanceof Reach.Mapped mapped) {
            return mapped.inputs().stream()
                    .map(from -> from.map(Layer::axes).orElse("nothing"))
                    .collect(Collectors.joining("; "));
        }
        if (reach instanceof Reach.Taken taken) {
            return "every " + taken.step() + " of axis " + taken.axis() + " from " + joined(taken.firsts())
                    + (taken.dropped() ? ", dropped" : "");
        }
        if (reach instanceof Reach.Moved moved) {
            return "moved " + axes(moved.axes());
        }
        if (reach instanceof Reach.Joined joined) {
            return "joined " + joined.axis();
        }
        if (reach instanceof Reach.Whole whole) {
            return whole.channels() ? "whole" : "whole channel";
        }
        return reach == Reach.POINTWISE ? "pointwise" : reach == Reach.RESHAPED ? "reshaped" : "unknown";
    }

    /** As in {@code 0 all 2}: the axes of an input that are those of the output, and all of the others. */
    private static String axes(List<Integer> axes) {
        return axes.stream()
                .map(axis -> axis == Reach.Mapped.ALL ? "all" : String.valueOf(axis))
                .collect(Collectors.joining(" "));
    }

    /** As in {@code [-1*2 0*2]/1}: phases with their first tap and their number of taps, and the step from round to round. */
    private static String phases(PhasedAxis axis) {
        return axis.phases().stream().map(Layer::taps).collect(Collectors.joining(" ", "[", "]")) + "/"
                + axis.advance();
    }

    private static String taps(PhasedAxis.Taps taps) {
        return (taps.count() == 0 ? "" : taps.first()) + "*" + taps.count()
                + (taps.count() > 1 && taps.apart() > 1 ? "*" + taps.apart() : "");
    }

    private static String axis(Axis axis) {
        String dilation = axis.dilation() == 1 ? "" : "*" + axis.dilation();
        return axis.kernel() + dilation + "/" + axis.stride() + "(" + axis.padBegin() + "," + axis.padEnd() + ")";
    }

    private static String joined(List<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
