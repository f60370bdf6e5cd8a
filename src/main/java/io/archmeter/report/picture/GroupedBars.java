package io.archmeter.report.picture;

import java.util.List;
import java.util.Optional;

/**
 * Bars beside each other, a group for each label, in panels of which each has one scale that begins at zero.
 *
 * @param series what each bar of a group is, in their order
 * @param groups the labels, from top to bottom
 * @param panels side by side
 */
public record GroupedBars(
        String name, String title, String summary, List<String> series, List<String> groups, List<Panel> panels)
        implements Picture {
    public GroupedBars {
        series = List.copyOf(series);
        groups = List.copyOf(groups);
        panels = List.copyOf(panels);
        for (Panel panel : panels) {
            panel.require(groups.size(), series.size());
        }
    }

    /**
     * What is counted of every group.
     *
     * @param bars of each group those of each series; empty where there is no such thing, which is not zero
     */
    public record Panel(String title, Ruler ruler, List<List<Optional<Quantity>>> bars) {
        public Panel {
            bars = bars.stream().map(List::copyOf).toList();
            for (List<Optional<Quantity>> group : bars) {
                group.forEach(bar -> bar.ifPresent(ruler::require));
            }
        }

        private void require(int groups, int series) {
            if (bars.size() != groups) {
                throw new IllegalArgumentException(title + " has " + bars.size() + " groups, not " + groups);
            }
            for (List<Optional<Quantity>> group : bars) {
                if (group.size() != series) {
                    throw new IllegalArgumentException(title + " has " + group.size() + " bars, not " + series);
                }
            }
        }
    }
}
