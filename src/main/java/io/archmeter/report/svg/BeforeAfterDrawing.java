package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.BeforeAfter;
import io.archmeter.report.picture.Quantity;
import java.util.Locale;

/** Two bars for each number, the one before above the one after; the longer of a pair has all the room. */
final class BeforeAfterDrawing implements Drawing {
    static final int LONGEST = 260;
    static final int BARS = 252;
    private static final int BEFORE = BARS + LONGEST + 90;
    private static final int AFTER = BEFORE + 100;
    private static final int CHANGE = AFTER + 100;
    private static final int PERCENT = BARS - 12;
    private static final int LABELS = PERCENT - 76;
    private static final int TOP = 24;
    private static final int ROW = 26;
    private static final int THICK = 8;
    private static final int BASELINE = 14;

    private final BeforeAfter figures;

    BeforeAfterDrawing(BeforeAfter figures) {
        this.figures = figures;
    }

    @Override
    public PageResource style() {
        return PageResource.ANSWER_STYLE;
    }

    @Override
    public int width() {
        return CHANGE + 8;
    }

    @Override
    public int height() {
        return TOP + figures.figures().size() * ROW;
    }

    @Override
    public void draw(Markup svg) {
        Pen.text(svg, "faint end", BEFORE, BASELINE, "before");
        Pen.text(svg, "faint end", AFTER, BASELINE, "after");
        Pen.text(svg, "faint end", CHANGE, BASELINE, "change");
        int y = TOP;
        for (BeforeAfter.Figure figure : figures.figures()) {
            drawFigure(svg, y, figure);
            y += ROW;
        }
    }

    private static void drawFigure(Markup svg, int y, BeforeAfter.Figure figure) {
        long longest =
                Math.max(1, Math.max(figure.before().exact(), figure.after().exact()));
        String direction = figure.direction().name().toLowerCase(Locale.ROOT);
        Pen.fitted(svg, "label end", LABELS, y + BASELINE, LABELS, figure.label());
        drawBar(svg, "was", y + 2, figure.before(), longest, figure.label() + " before: ");
        drawBar(svg, "bar " + direction, y + 3 + THICK, figure.after(), longest, figure.label() + " after: ");
        Pen.text(svg, "exact end", BEFORE, y + BASELINE, figure.before().words());
        Pen.text(svg, "exact end", AFTER, y + BASELINE, figure.after().words());
        Pen.text(svg, "exact end " + direction, CHANGE, y + BASELINE, figure.change());
        Pen.text(svg, "exact end " + direction, PERCENT, y + BASELINE, figure.percent());
        svg.line();
    }

    private static void drawBar(Markup svg, String classes, int y, Quantity amount, long longest, String what) {
        Pen.rect(svg, classes, BARS, y, Scale.length(amount.exact(), longest, LONGEST), THICK, what + amount.words());
    }
}
