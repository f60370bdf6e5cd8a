package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.picture.Amount;
import io.archmeter.report.picture.GroupedBars;

/** Bars that lie, one below the other, with their labels on the left and their numbers at their ends. */
final class GroupedBarsDrawing implements Drawing {
    private static final int LABELS = 180;
    private static final int LONGEST = 420;
    private static final int NUMBERS = 90;
    private static final int THICK = 14;
    private static final int GAP = 10;
    private static final int LEGEND = 28;

    private final GroupedBars bars;

    GroupedBarsDrawing(GroupedBars bars) {
        this.bars = bars;
    }

    @Override
    public int width() {
        return LABELS + LONGEST + NUMBERS;
    }

    @Override
    public int height() {
        return LEGEND + bars.groups().size() * (bars.series().size() * THICK + GAP);
    }

    @Override
    public void draw(Markup svg) {
        long largest = bars.largest();
        int y = LEGEND;
        for (GroupedBars.Group group : bars.groups()) {
            text(svg, "label end", LABELS - 8, y + THICK - 3, group.label());
            for (int series = 0; series < bars.series().size(); series++) {
                Amount bar = group.bars().get(series);
                long length = Scale.length(bar.exact(), largest, LONGEST);
                svg.open("rect", "series-" + series)
                        .attribute("x", LABELS)
                        .attribute("y", y)
                        .attribute("width", length)
                        .attribute("height", THICK - 2)
                        .open("title")
                        .text(group.label() + ", " + bars.series().get(series) + ": " + bar.words())
                        .close()
                        .close();
                text(svg, "number", LABELS + length + 6, y + THICK - 3, bar.words());
                y += THICK;
            }
            svg.line();
            y += GAP;
        }
    }

    private static void text(Markup svg, String classes, long x, long y, String text) {
        svg.open("text", classes).attribute("x", x).attribute("y", y).text(text).close();
    }
}
