package io.archmeter.exec;

import io.archmeter.DrawnArguments;
import io.archmeter.Nodes;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.onnx.OnnxExport;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Category;
import io.archmeter.op.Concat;
import io.archmeter.op.Flatten;
import io.archmeter.op.Layer;
import io.archmeter.op.Operator;
import io.archmeter.op.OwnTensor;
import io.archmeter.op.Refusal;
import io.archmeter.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A network of layers of one category with random arguments, each on the input or on what other layers put out. All outputs are
 * joined, one after the other, as the network's one output.
 */
final class RandomNetwork {
    private static final List<String> MATERIAL = List.of("adaptiveavgpool", "conv", "flatten", "identity");
    /** What takes maps, of a category that takes vectors as well. */
    private static final Set<String> ON_MAPS = Set.of("instancenorm");

    private static final int MATERIAL_LAYERS = 8;
    private static final long MOST_ELEMENTS = 4000;
    private static final int MOST_ATTEMPTS = 10_000;

    /** What takes images alone finds none in some networks, and another kind takes its place. */
    private static final int MOST_OF_ONE = 500;

    /**
     * Tools of ONNX put out −∞, −3.4e38 or NaN for a window beside the input, so that the exporter refuses it; golden rows have
     * one from PyTorch's source.
     */
    private static final String BESIDE = "one of its windows sees nothing of the input";

    private static final List<String> REFUSED = List.of(
            BESIDE,
            "an LSTM of ONNX has no projection",
            "it puts out indices, and is padded by more than ONNX Runtime takes");

    /**
     * What a layer puts out.
     *
     * @param number of the value
     * @param name of the value
     * @param text for a message
     */
    record Case(int number, String name, String kind, String text) {}

    /** Rows for the indices of the input to take; ONNX Runtime refuses an index for which there is no row. */
    private static final OwnTensor TABLE =
            new OwnTensor(Weight.Kind.PARAMETER, List.of(128L, 3L), false, true, DType.FLOAT32, 1);

    private final SplittableRandom random;
    private final Nodes nodes;
    private final List<Case> cases = new ArrayList<>();

    RandomNetwork(long seed, Category category, int layers) {
        random = new SplittableRandom(seed);
        Shape input = input(random, category);
        List<String> kinds = kinds(category).stream()
                .filter(kind -> input.spatialRank() > 0 || !ON_MAPS.contains(kind))
                .toList();
        nodes = Nodes.on(input, category == Category.EMBEDDING ? DType.INT64 : DType.FLOAT32);
        if (category == Category.EMBEDDING) {
            nodes.add(TABLE);
        }
        while (nodes.size() <= MATERIAL_LAYERS) {
            add(() -> MATERIAL.get(random.nextInt(MATERIAL.size())), DrawnArguments::fitting);
        }
        while (cases.size() < layers) {
            String kind = kinds.get(random.nextInt(kinds.size()));
            cases.addAll(find(() -> kind, DrawnArguments::of, MOST_OF_ONE));
        }
    }

    static List<String> kinds(Category category) {
        return Catalogue.operators().stream()
                .filter(operator -> operator.category() == category)
                .map(Operator::kind)
                .toList();
    }

    /** What one of a category takes, and most of it do; a gated linear unit halves an axis. */
    private static Shape input(SplittableRandom random, Category category) {
        boolean spatial = Set.of(
                        Category.CONVOLUTION,
                        Category.POOLING,
                        Category.ARRANGEMENT,
                        Category.RECURRENT,
                        Category.PRODUCT)
                .contains(category);
        int leastRank = spatial ? 3 : 2;
        int mostRank = switch (category) {
            case EMBEDDING -> 2;
            // Some operators take nothing but N×T×C.
            case PRODUCT, RECURRENT -> 3;
            default -> 5;
        };
        int rank = leastRank + random.nextInt(mostRank - leastRank + 1);
        List<Long> extents = new ArrayList<>(List.of(1L + random.nextInt(3), 1L + random.nextInt(8)));
        while (extents.size() < rank) {
            extents.add(1L + random.nextInt(rank == 5 ? 6 : 9));
        }
        if (category == Category.ACTIVATION) {
            extents.set(1, extents.get(1) + extents.get(1) % 2);
        }
        return new Shape(extents);
    }

    List<Case> cases() {
        return cases;
    }

    /** Can be asked for once. */
    Graph graph() {
        Integer[] flat = new Integer[cases.size()];
        for (int i = 0; i < flat.length; i++) {
            Case one = cases.get(i);
            flat[i] = nodes.add("flat." + one.name(), new Flatten(0), one.number());
        }
        nodes.add("all", new Concat(0), flat);
        return nodes.graph();
    }

    private interface Drawing {
        String arguments(String kind, SplittableRandom random, Shape input);
    }

    private List<Case> add(Supplier<String> kind, Drawing drawing) {
        List<Case> found = find(kind, drawing, MOST_ATTEMPTS);
        if (found.isEmpty()) {
            throw new AssertionError("no inputs fit " + kind.get());
        }
        return found;
    }

    /** Draws until a layer's inputs and attributes go together. */
    private List<Case> find(Supplier<String> kind, Drawing drawing, int attempts) {
        for (int attempt = 0; attempt < attempts; attempt++) {
            List<Case> drawn = draw(kind.get(), drawing);
            if (!drawn.isEmpty()) {
                return drawn;
            }
        }
        return List.of();
    }

    private List<Case> draw(String kind, Drawing drawing) {
        int joined = Catalogue.find(kind).orElseThrow().joins() ? 1 + random.nextInt(4) : 1;
        List<Integer> numbers = switch (kind) {
            case "take" -> List.of(1, 0);
            case "maxunpool" -> pooled();
            default -> Stream.generate(this::anyNode).limit(joined).toList();
        };
        if (numbers.isEmpty()) {
            return List.of();
        }
        List<Shape> shapes = numbers.stream().map(nodes::shape).toList();
        String arguments = drawing.arguments(kind, random, shapes.get(0));
        String inputs = numbers.stream()
                .map(number -> nodes.shape(number) + " " + nodes.type(number))
                .collect(Collectors.joining("; "));
        try {
            Layer layer = Layer.of(kind, arguments, inputs);
            if (layer.output().elements() > MOST_ELEMENTS
                    || layer.output().rank() == 0
                    || !varies(layer, numbers.get(0) == 0)
                    || kind.equals("div") && numbers.get(numbers.size() - 1) != 0
                    || kind.equals("maxunpool") && !hasRoom(layer, numbers.get(0))
                    || !canBeWritten(layer, shapes)) {
                return List.of();
            }
            String name = "layer" + nodes.size();
            int first = nodes.add(name, layer.op(), numbers.toArray(new Integer[0]));
            String text = name + ": " + kind + " " + arguments + " on " + inputs;
            // Indices cannot be joined with numbers; golden rows have some.
            return IntStream.range(first, nodes.size())
                    .filter(number -> nodes.type(number) == nodes.type(first))
                    .mapToObj(number -> new Case(number, nodes.name(number), kind, text))
                    .toList();
        } catch (Refusal doNotGoTogether) {
            return List.of();
        }
    }

    /**
     * What is normalized by its own statistics is the network's input, which varies: of numbers that are all the same, as a
     * softmax may put them out, nothing is left but the rounding error of their mean, times a thousand. So is what a logarithm or
     * a root is taken of: near 0, a rounding error makes much of a difference.
     */
    private static boolean varies(Layer layer, boolean networkInput) {
        boolean function = Catalogue.find(layer.op().kind()).orElseThrow().category() == Category.FUNCTION;
        boolean ownStatistics = Catalogue.find(layer.op().kind()).orElseThrow().arguments().stream()
                        .anyMatch(argument -> argument.name().equals("eps"))
                && layer.inferred().weights().stream()
                        .noneMatch(weight -> weight.name().equals("running_mean"));
        return !ownStatistics && !function || networkInput;
    }

    private int anyNode() {
        return random.nextInt(10) < 3 ? 0 : random.nextInt(nodes.size());
    }

    /** What a pool puts out, and where that lies; nothing where none puts that out. */
    private List<Integer> pooled() {
        List<Integer> places = IntStream.range(0, nodes.size())
                .filter(number -> nodes.type(number) == DType.INT64)
                .boxed()
                .toList();
        if (places.isEmpty()) {
            return List.of();
        }
        int one = places.get(random.nextInt(places.size()));
        return List.of(one - 1, one);
    }

    /** Whether maps have all the places that those have which were pooled: ONNX Runtime writes beyond smaller ones. */
    private boolean hasRoom(Layer layer, int pooled) {
        Shape before = nodes.shape(nodes.get(pooled).values().get(0));
        return positions(layer.output()) >= positions(before);
    }

    private static long positions(Shape maps) {
        return maps.spatial().stream().reduce(1L, Math::multiplyExact);
    }

    private static boolean canBeWritten(Layer layer, List<Shape> shapes) {
        if (shapes.size() > 1) {
            return true;
        }
        Nodes one = Nodes.on(shapes.get(0), layer.inputs().types().get(0));
        one.add(layer.op(), 0);
        try {
            OnnxExport.of(NetworkFacts.of(one.graph(), DType.FLOAT32)).convert();
            return true;
        } catch (ProblemException refused) {
            if (refused.problems().stream()
                    .allMatch(problem -> REFUSED.stream().anyMatch(problem.fact()::startsWith))) {
                return false;
            }
            throw refused;
        }
    }
}
