package io.archmeter.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.report.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SideBySideTest {
    private static final List<String> KINDS = List.of("relu", "sigmoid", "linear");

    /** The second network has a block more, and no sigmoid: its layers stand beside those of the same operator, in their order. */
    @Test
    void layersStandBesideThoseOfTheSameOperator() {
        CostReport one = network("linear fc1", "relu act1", "sigmoid out");
        CostReport other = network("linear a", "relu b", "linear c", "relu d");

        assertThat(rows(List.of(one, other), Grouping.LAYER))
                .containsExactly("linear fc1 a", "relu act1 b", "sigmoid out -", "linear - c", "relu - d");
    }

    /** Of three that are equally good the one of the same name is meant; without it, the first. */
    @Test
    void aNameDecidesAmongEquals() {
        CostReport three = network("relu a", "relu b", "relu c");

        assertThat(rows(List.of(three, network("relu b")), Grouping.LAYER))
                .containsExactly("relu a -", "relu b b", "relu c -");
        assertThat(rows(List.of(three, network("relu z")), Grouping.LAYER))
                .containsExactly("relu a z", "relu b -", "relu c -");
    }

    /** Either the linear layer or two activations can stand side by side: what costs something is what people compare. */
    @Test
    void whatCostsSomethingWeighsMoreThanWhatDoesNot() {
        assertThat(rows(
                        List.of(network("relu a", "sigmoid b", "linear c"), network("linear x", "relu y", "sigmoid z")),
                        Grouping.LAYER))
                .containsExactly("relu a -", "sigmoid b -", "linear c x", "relu - y", "sigmoid - z");
    }

    /** Maps of 12×12 and 5×5, and of 10×10 and 5×5. */
    @Test
    void stagesOfTheSameSizeStandInOneRowAndLargeOnesFirst() {
        CostReport one = Network.on("one", "", 1, 1, 14, 14)
                .layer("a", "conv", "channels", 2, "kernel", 5)
                .layer("b", "maxpool", "kernel", 2)
                .layer("f", "flatten")
                .model()
                .analyze();
        CostReport other = Network.on("other", "", 1, 1, 14, 14)
                .layer("a", "conv", "channels", 2, "kernel", 3)
                .layer("b", "conv", "channels", 2, "kernel", 8)
                .model()
                .analyze();

        assertThat(rows(List.of(one, other), Grouping.STAGE))
                .containsExactly("12x12 - 12x12", "10x10 10x10 -", "5x5 5x5 5x5", "head head -");
        assertThat(rows(List.of(one, other), Grouping.KIND))
                .containsExactly("conv conv conv", "maxpool maxpool -", "flatten flatten -");
    }

    @Test
    void eachNetworkKeepsItsLayersAndTheirOrder() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<CostReport> networks = new ArrayList<>();
            int count = 2 + random.nextInt(3);
            for (int i = 0; i < count; i++) {
                networks.add(drawn(random));
            }
            List<SideBySide.Row> rows = SideBySide.of(networks, Grouping.LAYER);
            for (int i = 0; i < count; i++) {
                int network = i;
                List<LayerCost> layers = rows.stream()
                        .flatMap(row -> row.shares().get(network).stream()
                                .map(share -> layer(share.label(), networks.get(network))))
                        .toList();
                assertThat(layers)
                        .as("seed %d, network %d", seed, i)
                        .isEqualTo(networks.get(i).layers());
                assertThat(rows)
                        .as("seed %d, network %d", seed, i)
                        .allSatisfy(row -> row.shares()
                                .get(network)
                                .ifPresent(share -> assertThat(layer(share.label(), networks.get(network))
                                                .operator())
                                        .isEqualTo(row.of())));
            }
        }
    }

    /** No other choice of pairs has more likeness: 4 for a linear layer, and 1 for another. All choices are tried. */
    @Test
    void noOtherPairsWouldBeMore() {
        for (int seed = 0; seed < 300; seed++) {
            Random random = new Random(seed);
            List<LayerCost> one = drawn(random).layers();
            List<LayerCost> other = drawn(random).layers();
            SharedRows rows = new SharedRows(2);
            rows.add(0, one);
            rows.add(1, other);
            int likeness = rows.all().stream()
                    .filter(row -> row.layers().stream().allMatch(Optional::isPresent))
                    .mapToInt(row -> worth(row.operator()))
                    .sum();
            assertThat(likeness).as("seed %d", seed).isEqualTo(most(one, other));
        }
    }

    private static int worth(String operator) {
        return operator.equals("linear") ? 4 : 1;
    }

    private static int most(List<LayerCost> one, List<LayerCost> other) {
        if (one.isEmpty() || other.isEmpty()) {
            return 0;
        }
        List<LayerCost> rest = one.subList(1, one.size());
        int best = most(rest, other);
        for (int i = 0; i < other.size(); i++) {
            if (other.get(i).operator().equals(one.get(0).operator())) {
                best = Math.max(best, worth(one.get(0).operator()) + most(rest, other.subList(i + 1, other.size())));
            }
        }
        return best;
    }

    /** More pairs than are tried: 2,100 layers each, of which those of one name stand side by side. */
    @Test
    void longNetworksArePairedByTheirNames() {
        SharedRows rows = new SharedRows(2);
        rows.add(0, many("relu", "a"));
        rows.add(1, many("relu", "b"));

        assertThat(rows.all()).hasSize(2_101);
        assertThat(rows.all().get(0).layers()).allMatch(Optional::isPresent);
        assertThat(rows.all().get(2_099).layers()).first().matches(Optional::isPresent);
    }

    /** Layers with the same names, but the last. */
    private static List<LayerCost> many(String operator, String last) {
        Network network = Network.on("many", "", 1, 3);
        for (int i = 0; i < 2_099; i++) {
            network.layer("layer" + i, operator);
        }
        return network.layer(last, operator).model().analyze().layers();
    }

    private static LayerCost layer(String name, CostReport network) {
        return network.layers().stream()
                .filter(layer -> layer.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static CostReport drawn(Random random) {
        List<String> layers = new ArrayList<>();
        int count = 1 + random.nextInt(7);
        for (int i = 0; i < count; i++) {
            layers.add(KINDS.get(random.nextInt(KINDS.size())) + " layer" + (random.nextInt(3) * 10 + i));
        }
        return network(layers.toArray(String[]::new));
    }

    /** @param layers the operator of each, and its name */
    private static CostReport network(String... layers) {
        Network network = Network.on("network", "", 1, 3);
        for (String layer : layers) {
            String[] words = layer.split(" ");
            if (words[0].equals("linear")) {
                network.layer(words[1], words[0], "features", 3);
            } else {
                network.layer(words[1], words[0]);
            }
        }
        return network.model().analyze();
    }

    private static List<String> rows(List<CostReport> networks, Grouping grouping) {
        List<String> rows = new ArrayList<>();
        for (SideBySide.Row row : SideBySide.of(networks, grouping)) {
            StringBuilder words = new StringBuilder(row.of());
            row.shares()
                    .forEach(share ->
                            words.append(' ').append(share.map(Share::label).orElse("-")));
            rows.add(words.toString());
        }
        return rows;
    }
}
