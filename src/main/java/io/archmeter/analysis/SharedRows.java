package io.archmeter.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of layers that networks have in common. Each network that is added keeps its order, and so do the rows that were there: of the pairs
 * of one operator those are chosen that have most likeness together (Needleman and Wunsch 1970), and the first of those that are equally
 * good. Layers that cost something weigh most; a name decides among equals.
 */
final class SharedRows {
    /** Layers of one operator, at most one of each network. */
    record Row(String operator, List<Optional<LayerCost>> layers) {
        private boolean hasName(String name) {
            return layers.stream()
                    .anyMatch(layer -> layer.isPresent() && layer.get().name().equals(name));
        }

        private Row with(int network, LayerCost layer) {
            List<Optional<LayerCost>> more = new ArrayList<>(layers);
            more.set(network, Optional.of(layer));
            return new Row(operator, more);
        }
    }

    /** Time and memory are taken for each pair that there may be; of longer networks, only layers of one name are paired. */
    private static final long MOST_PAIRS = 4_000_000;

    private static final int SAME_NAME = 1;

    /** More than all names of the shorter of two networks. */
    private static final int SAME_OPERATOR = 10_000;

    private static final int OF_COST = 4 * SAME_OPERATOR;

    private static final int NONE = -1;

    private final int networks;
    private List<Row> rows = List.of();

    /** @param networks how many there will be */
    SharedRows(int networks) {
        this.networks = networks;
    }

    /** All rows, in an order that is that of each network. */
    List<Row> all() {
        return rows;
    }

    /** Adds the layers of a network. */
    void add(int network, List<LayerCost> layers) {
        int[] partners = (long) rows.size() * layers.size() > MOST_PAIRS ? ofSameName(layers) : ofMostLikeness(layers);
        List<Row> merged = new ArrayList<>();
        int next = 0;
        for (int row = 0; row < rows.size(); row++) {
            int partner = partners[row];
            for (; next < partner; next++) {
                merged.add(alone(network, layers.get(next)));
            }
            merged.add(partner == NONE ? rows.get(row) : rows.get(row).with(network, layers.get(next++)));
        }
        for (; next < layers.size(); next++) {
            merged.add(alone(network, layers.get(next)));
        }
        rows = merged;
    }

    private Row alone(int network, LayerCost layer) {
        return new Row(layer.operator(), Collections.nCopies(networks, Optional.<LayerCost>empty()))
                .with(network, layer);
    }

    /** For each row the number of its layer, or {@link #NONE}. */
    private int[] ofMostLikeness(List<LayerCost> layers) {
        int[][] best = new int[rows.size() + 1][layers.size() + 1];
        for (int x = rows.size() - 1; x >= 0; x--) {
            for (int y = layers.size() - 1; y >= 0; y--) {
                int paired = best[x + 1][y + 1] + likeness(rows.get(x), layers.get(y));
                best[x][y] = Math.max(paired, Math.max(best[x + 1][y], best[x][y + 1]));
            }
        }
        return partners(best, layers);
    }

    private int[] partners(int[][] best, List<LayerCost> layers) {
        int[] partners = new int[rows.size()];
        Arrays.fill(partners, NONE);
        int x = 0;
        int y = 0;
        while (best[x][y] > 0) {
            int likeness = likeness(rows.get(x), layers.get(y));
            if (likeness > 0 && best[x][y] == best[x + 1][y + 1] + likeness) {
                partners[x++] = y++;
            } else if (best[x][y] == best[x + 1][y]) {
                x++;
            } else {
                y++;
            }
        }
        return partners;
    }

    private static int likeness(Row row, LayerCost layer) {
        if (!row.operator().equals(layer.operator())) {
            return 0;
        }
        boolean costs = layer.cost().multiplyAdds() > 0 || layer.cost().parameters() > 0;
        return (costs ? OF_COST : SAME_OPERATOR) + (row.hasName(layer.name()) ? SAME_NAME : 0);
    }

    private int[] ofSameName(List<LayerCost> layers) {
        Map<String, Integer> places = new HashMap<>();
        for (int y = 0; y < layers.size(); y++) {
            places.putIfAbsent(layers.get(y).name(), y);
        }
        int[] partners = new int[rows.size()];
        Arrays.fill(partners, NONE);
        int next = 0;
        for (int x = 0; x < partners.length; x++) {
            for (Optional<LayerCost> layer : rows.get(x).layers()) {
                int place = layer.map(known -> places.getOrDefault(known.name(), NONE))
                        .orElse(NONE);
                if (partners[x] == NONE
                        && place >= next
                        && layers.get(place).operator().equals(rows.get(x).operator())) {
                    partners[x] = place;
                    next = place + 1;
                }
            }
        }
        return partners;
    }
}
