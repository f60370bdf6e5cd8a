package io.archmeter.nesting;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.Nodes;
import io.archmeter.WrittenModel;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.op.Activation;
import io.archmeter.op.Elementwise;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NestingTest {
    private static final Activation RELU = new Activation(Activation.Function.RELU);
    private static final Elementwise ADD = new Elementwise(Elementwise.Function.ADD);

    private static LongStream seeds() {
        return LongStream.range(0, 300);
    }

    private static Level level(NetworkFacts network) {
        return Nesting.of(network, true, Nesting.Limits.OF_A_PAGE);
    }

    private static Level level(Nodes nodes) {
        return level(NetworkFacts.of(nodes.graph(), DType.FLOAT32));
    }

    private static List<String> names(Level level) {
        return level.items().stream().map(Item::name).toList();
    }

    private static List<String> links(Level level) {
        return level.links().stream()
                .map(link -> level.items().get(link.from()).name() + " -> "
                        + level.items().get(link.to()).name())
                .toList();
    }

    @Test
    void layersStandInTheirModules() {
        Level level = level(NetworkFacts.of(WrittenModel.of("""
                        input: [1, 4, 4]
                        layers:
                          stem.conv: {conv: 2, kernel: 3, padding: 1}
                          stem.norm: batchnorm
                          flat: flatten
                          fc: {linear: 3}
                        """).graph(), DType.FLOAT32));

        assertThat(names(level)).containsExactly("input", "stem", "flat", "fc", "output");
        assertThat(links(level)).containsExactly("input -> stem", "stem -> flat", "flat -> fc", "fc -> output");
        Level stem = level.items().get(1).inside().orElseThrow();
        assertThat(names(stem)).containsExactly("input", "conv", "norm", "stem.norm");
        assertThat(links(stem)).containsExactly("input -> conv", "conv -> norm", "norm -> stem.norm");
    }

    /** m feeds other, which feeds m again: as one item it would have to stand above and below it. */
    @Test
    void aModuleThatWouldMakeACycleIsDissolved() {
        Nodes nodes = new Nodes(1, 4);
        int first = nodes.add("m.first", RELU, 0);
        int between = nodes.add("other", RELU, first);
        nodes.add("m.last", RELU, between);
        Level level = level(nodes);
        assertThat(names(level)).containsExactly("input", "m.first", "other", "m.last", "output");
        assertThat(level.items()).noneMatch(item -> item.kind() == Item.Kind.MODULE);
    }

    /** Each of two modules feeds the other, and neither itself by way of the other: without the smaller one the larger can stay. */
    @Test
    void asFewAsPossibleAreDissolved() {
        Nodes nodes = new Nodes(1, 4);
        int before = nodes.add("small.before", RELU, 0);
        int first = nodes.add("large.first", RELU, 0);
        int second = nodes.add("large.second", RELU, before);
        int third = nodes.add("large.third", RELU, second);
        int after = nodes.add("small.after", RELU, first);
        nodes.add("sum", ADD, third, after);
        Level level = level(nodes);
        assertThat(names(level)).containsExactly("input", "small.before", "large", "small.after", "sum", "output");
        assertThat(links(level))
                .containsExactly(
                        "input -> small.before",
                        "input -> large",
                        "small.before -> large",
                        "large -> small.after",
                        "large -> sum",
                        "small.after -> sum",
                        "sum -> output");
    }

    /** Everything lies in model.encoder, and that is no level of its own. */
    @Test
    void aModuleOfOneModuleIsThatOne() {
        Nodes nodes = new Nodes(1, 4);
        int first = nodes.add("model.encoder.0.relu", RELU, 0);
        int second = nodes.add("model.encoder.1.a", RELU, first);
        nodes.add("model.encoder.1.b", RELU, second);
        Level level = level(nodes);
        assertThat(names(level)).containsExactly("input", "0.relu", "1", "output");
        assertThat(level.items().get(2).path()).isEqualTo("model.encoder.1");
    }

    @Test
    void aLayerMayHaveTheNameOfAModule() {
        Nodes nodes = new Nodes(1, 4);
        int first = nodes.add("a", RELU, 0);
        int second = nodes.add("a.b", RELU, first);
        nodes.add("c", RELU, second);
        Level level = level(nodes);
        assertThat(names(level)).containsExactly("input", "a", "c", "output");
        assertThat(names(level.items().get(1).inside().orElseThrow())).containsExactly("input", "a", "b", "a.b");
    }

    /** GoogLeNet has two heads that serve training alone. */
    @Test
    void headsAreThereInTrainingOnly() {
        NetworkFacts network = BundledModels.model("googlenet").facts(DType.FLOAT32);
        assertThat(names(Nesting.of(network, false, Nesting.Limits.OF_A_PAGE)))
                .contains("inception4a", "output")
                .noneMatch(name -> name.startsWith("aux"));
        assertThat(names(level(network))).contains("inception4a", "aux1", "aux2");
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofAnyModulesEveryLayerIsThereOnceAndEveryEdgeHasItsWay(long seed) {
        requireWhole(DrawnModules.of(seed));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("io.archmeter.BundledModels#names")
    void ofABundledModelEveryLayerIsThereOnceAndEveryEdgeHasItsWay(String name) {
        requireWhole(BundledModels.model(name).facts(DType.FLOAT32));
    }

    private static void requireWhole(NetworkFacts network) {
        Level level = level(network);
        assertThat(layers(level))
                .containsExactlyInAnyOrderElementsOf(
                        network.layers(true).stream().map(LayerFacts::name).toList());
        assertThat(level.hiddenLayers()).isZero();
        Graph graph = network.graph();
        Set<String> expected = new HashSet<>();
        for (Node node : graph.layers(true)) {
            for (int value : node.values()) {
                expected.add(value + " to " + node.name());
            }
        }
        graph.outputs().forEach(output -> expected.add(output + " to the outside"));
        Set<String> found = new HashSet<>();
        for (int place = 0; place < level.items().size(); place++) {
            follow(level, place, new ArrayList<>(), graph, found);
        }
        assertThat(found).isEqualTo(expected);
    }

    private static List<String> layers(Level level) {
        List<String> layers = new ArrayList<>();
        for (Item item : level.items()) {
            if (item.kind() == Item.Kind.LAYER) {
                layers.add(item.path());
            }
            item.inside().ifPresent(inside -> layers.addAll(layers(inside)));
        }
        return layers;
    }

    /** A level, and the item of it that one is in. */
    private record Around(Level level, int place) {}

    /** Follows all that begins at an item, through the borders of modules, to the layers that take it. */
    private static void follow(Level level, int place, List<Around> around, Graph graph, Set<String> found) {
        Item item = level.items().get(place);
        List<Around> within = new ArrayList<>(around);
        within.add(new Around(level, place));
        if (item.inside().isPresent()) {
            Level inside = item.inside().get();
            for (int inner = 0; inner < inside.items().size(); inner++) {
                follow(inside, inner, within, graph, found);
            }
        } else if (item.kind() == Item.Kind.LAYER) {
            for (int value : graph.nodes().get(item.nodes().get(0)).outputs()) {
                pass(value, level, place, around, found);
            }
        } else if (item.kind() == Item.Kind.INPUT) {
            pass(item.value(), level, place, around, found);
        }
    }

    private static void pass(int value, Level level, int place, List<Around> around, Set<String> found) {
        for (Link link : level.links()) {
            if (link.value() == value && link.from() == place) {
                arrive(value, level, link.to(), around, found);
            }
        }
    }

    private static void arrive(int value, Level level, int place, List<Around> around, Set<String> found) {
        Item item = level.items().get(place);
        switch (item.kind()) {
            case LAYER -> found.add(value + " to " + item.path());
            case OUTPUT -> found.add(value + " to the outside");
            case EXIT -> {
                Around outside = around.get(around.size() - 1);
                pass(value, outside.level(), outside.place(), around.subList(0, around.size() - 1), found);
            }
            case MODULE -> {
                Level inside = item.inside().orElseThrow();
                List<Around> within = new ArrayList<>(around);
                within.add(new Around(level, place));
                for (int inner = 0; inner < inside.items().size(); inner++) {
                    Item entry = inside.items().get(inner);
                    if (entry.kind() == Item.Kind.ENTRY && entry.value() == value) {
                        pass(value, inside, inner, within, found);
                    }
                }
            }
            default -> throw new AssertionError("nothing arrives at " + item.kind());
        }
    }

    @Test
    void whatIsTooMuchForALevelIsOneItem() {
        Nodes nodes = new Nodes(1, 4);
        for (int layer = 0; layer < 10; layer++) {
            nodes.add("layer" + layer, RELU, layer);
        }
        NetworkFacts network = NetworkFacts.of(nodes.graph(), DType.FLOAT32);
        Level level = Nesting.of(network, false, new Nesting.Limits(3, 100));
        assertThat(names(level)).containsExactly("input", "layer0", "layer1", "layer2", "7 more layers", "output");
        assertThat(links(level)).contains("layer2 -> 7 more layers", "7 more layers -> output");
        assertThat(level.hiddenLayers()).isEqualTo(7);
    }

    /** Three modules of three layers are more than eight. */
    @Test
    void modulesStayClosedWhereAllLayersWouldBeTooMany() {
        Nodes nodes = new Nodes(1, 4);
        for (int layer = 0; layer < 9; layer++) {
            nodes.add("m" + layer / 3 + ".relu" + layer, RELU, layer);
        }
        NetworkFacts network = NetworkFacts.of(nodes.graph(), DType.FLOAT32);
        Level level = Nesting.of(network, false, new Nesting.Limits(100, 8));
        assertThat(names(level)).containsExactly("input", "m0", "m1", "m2", "output");
        assertThat(level.items()).allMatch(item -> item.inside().isEmpty());
        assertThat(level.hiddenLayers()).isEqualTo(9);
    }

    /** Names of 5,000 parts, each in the other, are taken apart without calls that deep. */
    @Test
    void namesMayBeDeep() {
        Nodes nodes = new Nodes(1, 4);
        StringBuilder name = new StringBuilder("a");
        for (int layer = 0; layer < 200; layer++) {
            nodes.add(name + ".relu", RELU, layer);
            name.append(".a".repeat(25));
        }
        assertThat(layers(level(nodes))).hasSize(200);
    }
}
