package io.archmeter.report.picture;

import java.util.List;

/**
 * Networks beside each other, a bar for each of their layers, in rows of which each has one scale for all networks: what costs
 * one network much can be seen beside what it costs the others.
 *
 * @param keys what the colours stand for
 * @param networks from left to right
 * @param rows what is counted, from top to bottom
 */
public record LayerBars(
        String name, String title, String summary, List<Key> keys, List<Network> networks, List<Row> rows)
        implements Picture {
    public LayerBars {
        keys = List.copyOf(keys);
        networks = List.copyOf(networks);
        rows = List.copyOf(rows);
        for (Row row : rows) {
            row.require(networks);
        }
    }

    /** A network with its layers, in their order. */
    public record Network(String label, List<Layer> layers) {
        public Network {
            layers = List.copyOf(layers);
        }
    }

    /** A layer, or a module of several. */
    public record Layer(String label, Paint paint) {}

    /** What is counted of every layer: for each network its bars, and its total. */
    public record Row(String title, Ruler ruler, List<Bars> bars) {
        public Row {
            bars = List.copyOf(bars);
            for (Bars network : bars) {
                network.bars().forEach(ruler::require);
            }
        }

        private void require(List<Network> networks) {
            if (bars.size() != networks.size()) {
                throw new IllegalArgumentException(title + " is of " + bars.size() + " networks");
            }
            for (int network = 0; network < bars.size(); network++) {
                if (bars.get(network).bars().size()
                        != networks.get(network).layers().size()) {
                    throw new IllegalArgumentException(title + " has not a bar for each layer of "
                            + networks.get(network).label());
                }
            }
        }
    }

    /**
     * Those of one network.
     *
     * @param total of the whole network, which may have layers without a bar
     */
    public record Bars(String total, List<Quantity> bars) {
        public Bars {
            bars = List.copyOf(bars);
        }
    }
}
