package io.archmeter.analysis;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What networks are made of, in rows that they have in common.
 *
 * @since 0.2.0
 */
public final class SideBySide {
    /**
     * One row.
     *
     * @param of the stage, the kind of layers, or the operator of single layers
     * @param shares one for each network; empty where it has nothing of the kind
     */
    public record Row(String of, List<Optional<Share>> shares) {
        public Row {
            shares = List.copyOf(shares);
        }

        /** The names that those have who have any. */
        public List<String> labels() {
            return shares.stream()
                    .flatMap(Optional::stream)
                    .map(Share::label)
                    .distinct()
                    .toList();
        }
    }

    private SideBySide() {}

    /**
     * Layers stand beside those of the same operator, as many as possible, without changing the order of any network. Stages and kinds
     * stand beside those of the same name; stages with large maps come first.
     *
     * @param networks at least one
     */
    public static List<Row> of(List<CostReport> networks, Grouping grouping) {
        return switch (grouping) {
            case LAYER -> layers(networks);
            case STAGE, KIND ->
                named(networks.stream().map(network -> network.by(grouping)).toList(), grouping);
        };
    }

    private static List<Row> layers(List<CostReport> networks) {
        SharedRows rows = new SharedRows(networks.size());
        for (int network = 0; network < networks.size(); network++) {
            rows.add(network, networks.get(network).layers());
        }
        return rows.all().stream()
                .map(row -> new Row(
                        row.operator(),
                        row.layers().stream().map(SideBySide::share).toList()))
                .toList();
    }

    private static Optional<Share> share(Optional<LayerCost> layer) {
        return layer.map(known -> new Share(known.name(), 1, known.cost()));
    }

    private static List<Row> named(List<List<Share>> networks, Grouping grouping) {
        Set<String> labels = new LinkedHashSet<>();
        networks.forEach(shares -> shares.forEach(share -> labels.add(share.label())));
        List<String> ordered = new ArrayList<>(labels);
        if (grouping == Grouping.STAGE) {
            ordered.sort(Comparator.comparing(SideBySide::area).reversed());
        }
        return ordered.stream()
                .map(label -> new Row(
                        label,
                        networks.stream().map(shares -> labelled(label, shares)).toList()))
                .toList();
    }

    private static Optional<Share> labelled(String label, List<Share> shares) {
        return shares.stream().filter(share -> share.label().equals(label)).findFirst();
    }

    /** How many positions the maps of a stage have; none, where it has no maps or nobody knows how large they are. */
    private static BigInteger area(String stage) {
        BigInteger area = BigInteger.ONE;
        for (String extent : stage.split("x")) {
            if (IntStream.range(0, extent.length()).anyMatch(i -> !Character.isDigit(extent.charAt(i)))) {
                return BigInteger.ZERO;
            }
            area = area.multiply(new BigInteger(extent));
        }
        return area;
    }
}
