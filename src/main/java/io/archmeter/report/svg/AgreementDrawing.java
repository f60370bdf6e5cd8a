package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.Agreement;
import java.util.List;
import java.util.Locale;

/** A column for each layer: above, what it did; below, a field for each quantity that was compared. */
final class AgreementDrawing implements Drawing {
    static final int TALLEST = 90;
    private static final int LABELS = 124;
    private static final int ROOM = 900;
    private static final int WIDEST = 26;
    private static final int NARROWEST = 5;

    /** Columns that are as wide have names below them, and signs in their fields. */
    private static final int READABLE = 13;

    private static final int TOP = 22;
    private static final int FIELDS = TOP + TALLEST + 10;
    private static final int ROW = 18;
    private static final int LONGEST_NAME = 150;
    private static final int BESIDE_NAME = 14;
    private static final int LEGEND = 26;

    private final Agreement agreement;
    private final int column;
    private final long most;

    AgreementDrawing(Agreement agreement) {
        this.agreement = agreement;
        this.most = agreement.most();
        this.column = Math.max(
                NARROWEST,
                Math.min(WIDEST, ROOM / Math.max(1, agreement.layers().size())));
    }

    @Override
    public PageResource style() {
        return PageResource.ANSWER_STYLE;
    }

    @Override
    public int width() {
        return LABELS + Math.max(700, column * agreement.layers().size()) + 8;
    }

    @Override
    public int height() {
        return end() + names() + LEGEND;
    }

    private int end() {
        return FIELDS + agreement.quantities().size() * ROW;
    }

    /** How much room names need that are written from below to above. */
    private int names() {
        if (!isReadable()) {
            return 0;
        }
        List<String> names =
                agreement.layers().stream().map(Agreement.Layer::name).toList();
        return Letters.widest(names, LONGEST_NAME - BESIDE_NAME) + BESIDE_NAME;
    }

    private boolean isReadable() {
        return column >= READABLE;
    }

    @Override
    public void draw(Markup svg) {
        Pen.text(svg, "faint end", LABELS - 8, TOP + TALLEST, "multiply-adds");
        Pen.path(
                svg,
                "axis",
                "M" + LABELS + " " + (TOP + TALLEST) + "h"
                        + column * agreement.layers().size());
        for (int quantity = 0; quantity < agreement.quantities().size(); quantity++) {
            Pen.text(
                    svg,
                    "label end",
                    LABELS - 8,
                    FIELDS + quantity * ROW + 13,
                    agreement.quantities().get(quantity));
        }
        int x = LABELS;
        for (Agreement.Layer layer : agreement.layers()) {
            drawLayer(svg, x, layer);
            x += column;
        }
        drawLegend(svg);
    }

    private void drawLayer(Markup svg, int x, Agreement.Layer layer) {
        svg.open("g").attribute("data-of", layer.name());
        svg.element(
                "title",
                layer.name() + " (" + layer.operator() + "): "
                        + layer.executed().words() + " multiply-adds, and "
                        + layer.padded().words() + " on padding");
        int wide = column - (isReadable() ? 3 : 1);
        long all = Scale.length(layer.multiplyAdds(), most, TALLEST);
        long done = Math.min(all, Scale.length(layer.executed().exact(), most, TALLEST));
        Pen.rect(svg, "was", x, TOP + TALLEST - all, wide, all - done);
        Pen.rect(svg, "series-0", x, TOP + TALLEST - done, wide, done);
        for (int quantity = 0; quantity < layer.marks().size(); quantity++) {
            drawMark(svg, x, FIELDS + quantity * ROW, wide, layer.marks().get(quantity));
        }
        if (isReadable()) {
            int base = x + wide / 2 + 4;
            String name = Letters.endsOf(layer.name(), LONGEST_NAME - BESIDE_NAME);
            Pen.turned(svg, layer.differs() ? "end broken" : "end faint", base, end() + 8, -90, name);
        }
        svg.close().line();
    }

    private void drawMark(Markup svg, int x, int y, int wide, Agreement.Mark mark) {
        String outcome = mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Pen.rect(svg, "mark " + outcome, x, y, wide, ROW - 3);
        if (isReadable() || mark == Agreement.Mark.DIFFERS) {
            Pen.text(svg, "middle mark " + outcome, x + wide / 2, y + 12, sign(mark));
        }
    }

    private void drawLegend(Markup svg) {
        int y = height() - 8;
        int x = LABELS;
        Pen.rect(svg, "series-0", x, y - 12, 14, 14);
        Pen.text(svg, "faint", x + 20, y, "done");
        Pen.rect(svg, "was", x + 62, y - 12, 14, 14);
        Pen.text(svg, "faint", x + 82, y, "left out, on padding");
        x += 230;
        for (Agreement.Mark mark : Agreement.Mark.values()) {
            String words = words(mark);
            drawMark(svg, x, y - 12, 14, mark);
            Pen.text(svg, "faint", x + 20, y, words);
            x += 34 + Letters.width(words);
        }
    }

    private static String sign(Agreement.Mark mark) {
        return switch (mark) {
            case EQUAL -> "=";
            case DIFFERS -> "≠";
            case NOT_PROVED -> "–";
            case NOT_RUN -> "";
        };
    }

    private static String words(Agreement.Mark mark) {
        return switch (mark) {
            case EQUAL -> "observed as predicted";
            case DIFFERS -> "differs";
            case NOT_PROVED -> "not proved";
            case NOT_RUN -> "did not run";
        };
    }
}
