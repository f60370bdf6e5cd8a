package io.archmeter.report.picture;

import java.util.List;

/**
 * Bars beside each other, a group for each label, all on one scale that begins at zero.
 *
 * @param series what each bar of a group is, in their order
 * @param groups in the order in which they are drawn, from top to bottom
 */
public record GroupedBars(String name, String title, String summary, List<String> series, List<Group> groups)
        implements Picture {
    public GroupedBars {
        series = List.copyOf(series);
        groups = List.copyOf(groups);
        for (Group group : groups) {
            if (group.bars().size() != series.size()) {
                throw new IllegalArgumentException(
                        group.label() + " has " + group.bars().size() + " bars, not " + series.size());
            }
        }
    }

    /** Bars with one label, one for each series. */
    public record Group(String label, List<Amount> bars) {
        public Group {
            bars = List.copyOf(bars);
        }
    }

    /** The largest of all, at least 1. */
    public long largest() {
        long largest = 1;
        for (Group group : groups) {
            for (Amount bar : group.bars()) {
                largest = Math.max(largest, bar.exact());
            }
        }
        return largest;
    }
}
