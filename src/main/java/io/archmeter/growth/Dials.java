package io.archmeter.growth;

import io.archmeter.analysis.InputAxes;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Adjustable;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Input;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What of a model can be varied: its batch, the axes of its inputs along which it has positions, and its params. */
final class Dials {
    /** All axes of the input together. */
    static final String INPUT = "input";

    private static final String BATCH = "batch";
    private static final Span PLACE = Span.of("--over");

    /** For one, two and three axes. */
    private static final List<List<String>> AXES =
            List.of(List.of("length"), List.of("height", "width"), List.of("depth", "height", "width"));

    private static final List<List<String>> SYMBOLS = List.of(List.of("L"), List.of("H", "W"), List.of("D", "H", "W"));

    /** A number that a param can be counted from. */
    private static final int MOST_DIGITS = 9;

    private final Graph graph;
    private final Map<Integer, InputAxes> axes;
    private final List<Adjustable> params;

    /** @param params all that can be said of the model from outside */
    Dials(NetworkFacts network, List<Adjustable> params) {
        this.graph = network.graph();
        this.axes = InputAxes.of(network);
        this.params = params.stream()
                .filter(one -> one.kind() == Adjustable.Kind.PARAM || one.kind() == Adjustable.Kind.EXTENT)
                .toList();
    }

    /** Whether its input can be varied, as far as its shape tells. */
    boolean hasInput() {
        return together().stream()
                .findFirst()
                .filter(input ->
                        input.shape().unknown().isEmpty() && !positions(input).isEmpty())
                .isPresent();
    }

    /**
     * What a word stands for; {@link #INPUT} for all axes of the input.
     *
     * @throws ProblemException where it stands for nothing that has whole numbers
     */
    List<Dial> of(String word) {
        for (Adjustable param : params) {
            if (param.name().equals(word)) {
                return List.of(param(param));
            }
        }
        if (word.equals(BATCH)) {
            return List.of(batch());
        }
        List<Dial> all = inputs(word);
        String axis = word.startsWith(INPUT + ".") ? word.substring(INPUT.length() + 1) : word;
        List<Dial> chosen = word.equals(INPUT)
                ? all
                : all.stream()
                        .filter(dial -> dial.variable().word().equals(axis))
                        .toList();
        if (chosen.isEmpty()) {
            throw new ProblemException(Problem.at(
                    PLACE,
                    "unknown-over",
                    "'" + word + "' is nothing of " + graph.name() + " that can be varied",
                    Nearest.remedy(word, List.copyOf(words()))));
        }
        return chosen;
    }

    /** All that can be varied. */
    private Set<String> words() {
        Set<String> words = new LinkedHashSet<>(List.of(BATCH));
        if (hasInput()) {
            words.add(INPUT);
            inputs(INPUT).forEach(dial -> words.add(dial.variable().word()));
        }
        params.forEach(param -> words.add(param.name()));
        return words;
    }

    private Dial batch() {
        for (Value input : graph.inputValues()) {
            if (hasBatch(input)) {
                return new Dial.Batch(new Variable("N", BATCH, known(input, 0), 1, 1));
            }
        }
        throw new ProblemException(Problem.at(
                PLACE, "no-batch", "no input of " + graph.name() + " has an axis of its batch", "vary something else"));
    }

    private Dial param(Adjustable param) {
        String number = param.value().strip().split(" ", 2)[0];
        if (!number.matches("\\d{1," + MOST_DIGITS + "}")) {
            throw new ProblemException(Problem.at(
                    PLACE,
                    "no-number",
                    param.name() + " is '" + param.value() + "', and no whole number to begin with",
                    param.kind() == Adjustable.Kind.PARAM
                            ? "give it one with --set " + param.name() + "=…, or vary something else"
                            : "give it one with --bind " + param.name() + "=…, or vary something else"));
        }
        Variable variable = new Variable(param.name(), param.name(), Long.parseLong(number), 1, 0);
        return param.kind() == Adjustable.Kind.PARAM ? new Dial.Param(variable) : new Dial.OpenSize(variable);
    }

    /** The axes of inputs that are as long as each other: positions go with tokens. */
    private List<Dial> inputs(String word) {
        List<Value> inputs = together();
        if (inputs.isEmpty()) {
            if (!word.equals(INPUT)) {
                return List.of();
            }
            throw new ProblemException(Problem.at(
                    PLACE,
                    "ambiguous-input",
                    graph.name() + " has several inputs of different sizes",
                    "vary a param, or the batch; 'archmeter inputs' shows what there is"));
        }
        List<Integer> positions = positions(inputs.get(0));
        if (positions.isEmpty()) {
            if (!word.equals(INPUT)) {
                return List.of();
            }
            throw new ProblemException(Problem.at(
                    PLACE,
                    "no-positions",
                    "the input of " + graph.name() + " has no height, width or length",
                    "vary a param, or the batch; 'archmeter inputs' shows what there is"));
        }
        List<Dial.NamedInput> named = inputs.stream()
                .map(input -> new Dial.NamedInput(
                        input.name(), sample(input), graph.inputs().size() == 1))
                .toList();
        List<Dial> dials = new ArrayList<>();
        for (int place = 0; place < positions.size(); place++) {
            int axis = positions.get(place);
            Value first = inputs.get(0);
            long base = known(first, axis);
            dials.add(new Dial.Axis(variable(place, positions.size(), base), named, hasBatch(first) ? axis - 1 : axis));
        }
        return dials;
    }

    private static Variable variable(int place, int axes, long base) {
        boolean named = axes <= AXES.size();
        return new Variable(
                named ? SYMBOLS.get(axes - 1).get(place) : "A" + (place + 1),
                named ? AXES.get(axes - 1).get(place) : "axis" + (place + 1),
                base,
                1,
                1);
    }

    /** All inputs, if they have the same sizes; none otherwise. */
    private List<Value> together() {
        List<Value> inputs = graph.inputValues();
        List<Extent> sizes = sizes(inputs.get(0));
        return inputs.stream().allMatch(input -> sizes(input).equals(sizes)) ? inputs : List.of();
    }

    private List<Extent> sizes(Value input) {
        return positions(input).stream().map(input.shape()::axis).toList();
    }

    private List<Integer> positions(Value input) {
        return axes.get(graph.inputs().get(graph.inputValues().indexOf(input))).positions();
    }

    private Shape sample(Value input) {
        return hasBatch(input) ? input.shape().sample() : input.shape();
    }

    private boolean hasBatch(Value input) {
        return graph.nodes().get(input.node()).op() instanceof Input found && found.batch();
    }

    /** Of a size that nobody knows it cannot be said what follows from it. */
    private static long known(Value input, int axis) {
        if (!(input.shape().axis(axis) instanceof Extent.Known extent)) {
            throw new ProblemException(Problem.at(
                    PLACE,
                    "unknown-size",
                    "nobody knows how large the input " + input.name() + " is: " + input.shape(),
                    "give its shape with --input, or with --bind the sizes that are open"));
        }
        return extent.value();
    }
}
