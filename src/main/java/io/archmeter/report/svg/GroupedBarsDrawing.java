package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.GroupedBars;
import io.archmeter.report.picture.Key;
import io.archmeter.report.picture.Paint;
import io.archmeter.report.picture.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Bars that lie, one below the other, with their labels on the left and their numbers at their ends. */
final class GroupedBarsDrawing implements Drawing {
    private static final int WIDEST_LABEL = 220;
    private static final int LONGEST = 200;
    private static final int BETWEEN = 24;
    private static final int TITLES = 44;
    private static final int AT_END = 6;

    private final GroupedBars bars;
    private final List<Key> keys;
    private final int labels;
    private final int thick;
    private final int gap;
    private final Legend legend;

    /** Where groups begin, below the scales; after the last, how high all are. */
    private final int[] tops;

    GroupedBarsDrawing(GroupedBars bars) {
        this.bars = bars;
        this.labels = Letters.widest(bars.groups(), WIDEST_LABEL) + 14;
        boolean single = bars.series().size() == 1;
        this.thick = single ? 16 : 12;
        this.gap = single ? 6 : 12;
        this.keys = keys(bars.series());
        this.legend = Legend.of(keys, width());
        this.tops = new int[bars.groups().size() + 1];
        for (int group = 0; group < bars.groups().size(); group++) {
            tops[group + 1] = tops[group] + heightOf(group);
        }
    }

    /** One series needs no name. */
    private static List<Key> keys(List<String> series) {
        List<Key> keys = new ArrayList<>();
        for (int i = 0; i < series.size() && series.size() > 1; i++) {
            keys.add(new Key(Paint.series(i), series.get(i)));
        }
        return keys;
    }

    @Override
    public PageResource style() {
        return PageResource.CHART_STYLE;
    }

    @Override
    public int width() {
        int width = labels;
        for (GroupedBars.Panel panel : bars.panels()) {
            width += widthOf(panel);
        }
        return width;
    }

    private static int widthOf(GroupedBars.Panel panel) {
        int numbers = 0;
        for (List<Optional<Quantity>> group : panel.bars()) {
            for (Optional<Quantity> bar : group) {
                numbers = Math.max(
                        numbers, bar.map(known -> Letters.width(known.words())).orElse(0));
            }
        }
        return LONGEST + AT_END + numbers + BETWEEN;
    }

    /** What has no bar in any panel takes no room. */
    private boolean has(int group, int series) {
        return bars.panels().stream()
                .anyMatch(panel -> panel.bars().get(group).get(series).isPresent());
    }

    private int heightOf(int group) {
        int height = gap;
        for (int series = 0; series < bars.series().size(); series++) {
            height += has(group, series) ? thick : 0;
        }
        return height;
    }

    @Override
    public int height() {
        return legend.height() + TITLES + tops[bars.groups().size()];
    }

    @Override
    public void draw(Markup svg) {
        legend.draw(svg);
        int top = legend.height() + TITLES;
        for (int group = 0; group < bars.groups().size(); group++) {
            String label = Letters.endOf(bars.groups().get(group), WIDEST_LABEL);
            Pen.text(svg, "label end", labels - 10, top + tops[group] + heightOf(group) / 2 + 4, label);
        }
        svg.line();
        int left = labels;
        for (GroupedBars.Panel panel : bars.panels()) {
            drawScale(panel, left, top, svg);
            for (int group = 0; group < bars.groups().size(); group++) {
                drawGroup(panel, group, left, top + tops[group] + gap / 2, svg);
            }
            left += widthOf(panel);
        }
    }

    private void drawScale(GroupedBars.Panel panel, int left, int top, Markup svg) {
        Pen.text(svg, "strong", left, top - 26, panel.title());
        for (Quantity tick : panel.ruler().ticks()) {
            long x = left + Scale.length(tick.exact(), panel.ruler().end(), LONGEST);
            Pen.line(svg, "grid", x, top - 4, x, height());
        }
        // Words of all ticks would run into each other: the axis has its begin, its middle and its end.
        for (Quantity tick : AxisScale.few(panel.ruler().ticks(), 3)) {
            long x = left + Scale.length(tick.exact(), panel.ruler().end(), LONGEST);
            Pen.text(svg, tick.exact() == 0 ? "faint" : "faint middle", x, top - 8, tick.words());
        }
        svg.line();
    }

    private void drawGroup(GroupedBars.Panel panel, int group, int left, int top, Markup svg) {
        int y = top;
        for (int series = 0; series < bars.series().size(); series++) {
            Optional<Quantity> bar = panel.bars().get(group).get(series);
            if (bar.isPresent()) {
                drawBar(panel, group, series, bar.get(), left, y, svg);
            }
            y += has(group, series) ? thick : 0;
        }
    }

    private void drawBar(GroupedBars.Panel panel, int group, int series, Quantity bar, int left, int top, Markup svg) {
        long length = Scale.length(bar.exact(), panel.ruler().end(), LONGEST);
        String ofWhat = bars.groups().get(group)
                + (keys.isEmpty() ? "" : ", " + bars.series().get(series));
        Pen.rect(
                svg,
                PaintClass.of(Paint.series(series)),
                left,
                top,
                length,
                thick - 2,
                ofWhat + ": " + panel.title() + " " + bar.words());
        Pen.text(svg, "number halo", left + length + AT_END, top + thick / 2 + 3, bar.words());
        svg.line();
    }
}
