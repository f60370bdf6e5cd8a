package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.Headroom;
import java.util.Locale;

/** A bar for each number, which ends before or after the line of the limits; the side on which it has to end is tinted. */
final class HeadroomDrawing implements Drawing {
    static final int LIMIT = 170;
    static final int LONGEST = 2 * LIMIT;
    static final int BARS = 356;
    private static final int ACTUAL = BARS + LONGEST + 96;
    private static final int ROOM = ACTUAL + 16;
    private static final int ROOM_WIDTH = 240;
    private static final int AXIS = 22;
    private static final int ROW = 22;
    private static final int HEADING = 24;
    private static final int THICK = 12;
    private static final int BASELINE = 15;
    private static final int LEGEND = 22;

    private final Headroom headroom;
    private final LimitScale scale = new LimitScale(LIMIT, LONGEST);

    HeadroomDrawing(Headroom headroom) {
        this.headroom = headroom;
    }

    @Override
    public PageResource style() {
        return PageResource.ANSWER_STYLE;
    }

    @Override
    public int width() {
        return ROOM + ROOM_WIDTH;
    }

    @Override
    public int height() {
        return AXIS + rows() + LEGEND;
    }

    private int rows() {
        return headroom.groups().stream()
                .mapToInt(group -> HEADING + group.limits().size() * ROW)
                .sum();
    }

    @Override
    public void draw(Markup svg) {
        Pen.text(svg, "faint middle", BARS, BASELINE, "0");
        Pen.text(svg, "faint middle", BARS + LIMIT, BASELINE, "limit");
        Pen.text(svg, "faint middle", BARS + LONGEST, BASELINE, "twice");
        int y = AXIS;
        for (Headroom.Group group : headroom.groups()) {
            Pen.fitted(svg, "strong", 4, y + BASELINE + 2, BARS, group.label());
            y += HEADING;
            for (Headroom.Limit limit : group.limits()) {
                drawLimit(svg, y, limit);
                y += ROW;
            }
        }
        Pen.path(svg, "limit", "M" + (BARS + LIMIT) + " " + (AXIS - 2) + "V" + y);
        drawLegend(svg, y);
    }

    private void drawLimit(Markup svg, int y, Headroom.Limit limit) {
        String outcome = limit.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Pen.text(svg, "sign " + outcome, 4, y + BASELINE, sign(limit.outcome()));
        Pen.fitted(svg, "label", 22, y + BASELINE, BARS - 34, limit.label());
        if (limit.isMeasured()) {
            drawBar(svg, y, limit, outcome);
            Pen.text(svg, "exact end", ACTUAL, y + BASELINE, limit.words());
        }
        Pen.fitted(svg, "room " + outcome, ROOM, y + BASELINE, ROOM_WIDTH, limit.room());
        svg.line();
    }

    private void drawBar(Markup svg, int y, Headroom.Limit limit, String outcome) {
        int top = y + (ROW - THICK) / 2;
        long actual = limit.actual().getAsLong();
        long allowed = limit.allowed().getAsLong();
        int length = scale.length(actual, allowed);
        Pen.rect(svg, "zone", BARS + (limit.atLeast() ? LIMIT : 0), top - 3, LIMIT, THICK + 6);
        if (actual > 0) {
            Pen.rect(
                    svg,
                    "bar " + outcome,
                    BARS,
                    top,
                    length,
                    THICK,
                    limit.label() + ": " + limit.words() + ", " + limit.room());
        }
        if (scale.isBeyond(actual, allowed)) {
            int end = BARS + LONGEST;
            Pen.path(svg, "cut", "M" + end + " " + top + "l-4 4 4 4 -4 4 h5 v-12z");
        }
        if (limit.before().isPresent() && !scale.isBeyond(limit.before().getAsLong(), allowed)) {
            long x = BARS + scale.length(limit.before().getAsLong(), allowed);
            Pen.path(svg, "before", "M" + x + " " + (top - 3) + "v" + (THICK + 6));
        }
    }

    private void drawLegend(Markup svg, int y) {
        boolean compared = headroom.groups().stream()
                .flatMap(group -> group.limits().stream())
                .anyMatch(limit -> limit.before().isPresent());
        if (compared) {
            Pen.path(svg, "before", "M" + (BARS + 4) + " " + (y + 4) + "v14");
            Pen.text(svg, "faint", BARS + 12, y + BASELINE, "the baseline");
        }
    }

    /** What came out has a sign beside its colour. */
    private static String sign(Headroom.Outcome outcome) {
        return switch (outcome) {
            case KEPT -> "✓";
            case BROKEN -> "✕";
            case WARNING -> "!";
            case NOT_CHECKED -> "?";
            case NOTHING -> "–";
        };
    }
}
