package io.archmeter.exec;

import io.archmeter.graph.Graph;
import io.archmeter.graph.Input;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.OnnxExport;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Concat;
import io.archmeter.op.Flatten;
import io.archmeter.op.Layer;
import io.archmeter.op.Refusal;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/**
 * A network of layers of one family with random arguments, each on the input or on what other layers put out. All outputs are
 * laid behind each other as the network's one output.
 */
final class RandomNetwork {
    private static final Span NOWHERE = Span.of("random");
    private static final List<String> MATERIAL = List.of("adaptiveavgpool", "conv", "flatten", "identity");
    private static final int MATERIAL_LAYERS = 8;
    private static final long MOST_ELEMENTS = 4000;

    /**
     * Tools of ONNX put out −∞, −3.4e38 or NaN for a window beside the input, so that the exporter refuses it; golden rows have
     * one from PyTorch's source.
     */
    private static final String BESIDE = "one of its windows sees nothing of the input";

    /**
     * What is normalized by its own statistics is the network's input, which varies: of numbers that are all the same, as a
     * softmax may put them out, nothing is left but the rounding error of their mean, times a thousand.
     */
    private static final String OWN_STATISTICS = "running_stats=false";

    /**
     * One layer.
     *
     * @param number of its node
     * @param text for a message
     */
    record Case(int number, Node node, String text) {}

    private final Random random;
    private final List<Node> nodes = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();
    private int refused;

    RandomNetwork(long seed, Family family, int layers) {
        random = new Random(seed);
        nodes.add(new Node("input", new Input(), List.of(), family.input(random), false, NOWHERE));
        while (nodes.size() <= MATERIAL_LAYERS) {
            draw(MATERIAL.get(random.nextInt(MATERIAL.size())));
        }
        cases.clear();
        refused = 0;
        while (cases.size() < layers) {
            draw(family.kind(random));
        }
    }

    List<Case> cases() {
        return cases;
    }

    /** How many layers were drawn whose attributes and inputs do not go together. */
    int refused() {
        return refused;
    }

    Graph graph() {
        List<Node> all = new ArrayList<>(nodes);
        List<Integer> flat = new ArrayList<>();
        long elements = 0;
        for (Case one : cases) {
            long length = one.node().output().elements();
            flat.add(all.size());
            all.add(new Node(
                    "flat." + one.node().name(),
                    new Flatten(0),
                    List.of(one.number()),
                    Shape.of(length),
                    false,
                    NOWHERE));
            elements += length;
        }
        all.add(new Node("all", new Concat(0), flat, Shape.of(elements), false, NOWHERE));
        return new Graph("random", "", all, all.size() - 1);
    }

    private void draw(String kind) {
        int inputs = Catalogue.find(kind).orElseThrow().joins() ? 1 + random.nextInt(4) : 1;
        List<Integer> numbers = random.ints(inputs, 0, nodes.size()).boxed().toList();
        List<Shape> shapes =
                numbers.stream().map(number -> nodes.get(number).output()).toList();
        String arguments = DrawnArguments.of(kind, random, shapes.get(0));
        if (arguments.contains(OWN_STATISTICS) && numbers.get(0) != 0) {
            return;
        }
        String written = shapes.stream().map(Shape::toString).collect(Collectors.joining("; "));
        try {
            Layer layer = Layer.of(kind, arguments, written);
            int number = nodes.size();
            Node node = new Node("layer" + number, layer.op(), numbers, layer.output(), false, NOWHERE);
            if (layer.output().elements() <= MOST_ELEMENTS && canBeWritten(node, shapes.get(0))) {
                nodes.add(node);
                cases.add(new Case(number, node, node.name() + ": " + kind + " " + arguments + " on " + written));
                return;
            }
        } catch (Refusal inputsDoNotFit) {
            // Drawn at random, they mostly do.
        }
        refused++;
    }

    private static boolean canBeWritten(Node node, Shape input) {
        if (node.inputs().size() > 1) {
            return true;
        }
        Node only = new Node(node.name(), node.op(), List.of(0), node.output(), false, NOWHERE);
        Node before = new Node("input", new Input(), List.of(), input, false, NOWHERE);
        try {
            OnnxExport.of(new Graph("one", "", List.of(before, only), 1)).convert();
            return true;
        } catch (ProblemException refused) {
            if (refused.problems().stream().allMatch(problem -> problem.fact().startsWith(BESIDE))) {
                return false;
            }
            throw refused;
        }
    }
}
