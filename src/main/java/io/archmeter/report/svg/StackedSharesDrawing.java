package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.StackedShares;
import java.math.BigInteger;
import java.util.List;

/** Bars that lie, all of the same length, divided into their parts. */
final class StackedSharesDrawing implements Drawing {
    private static final int WIDEST_LABEL = 220;
    private static final int LENGTH = 270;
    private static final int BETWEEN = 30;
    private static final int TITLES = 44;
    private static final int THICK = 20;
    private static final int PITCH = 25;

    private final StackedShares shares;
    private final int labels;
    private final Legend legend;

    StackedSharesDrawing(StackedShares shares) {
        this.shares = shares;
        this.labels = Letters.widest(shares.rows(), WIDEST_LABEL) + 14;
        this.legend = Legend.of(shares.keys(), width());
    }

    @Override
    public PageResource style() {
        return PageResource.CHART_STYLE;
    }

    @Override
    public int width() {
        return labels + shares.panels().size() * (LENGTH + BETWEEN);
    }

    private int above() {
        return legend.height() + TITLES;
    }

    @Override
    public int height() {
        return above() + shares.rows().size() * PITCH + 4;
    }

    @Override
    public void draw(Markup svg) {
        legend.draw(svg);
        for (int row = 0; row < shares.rows().size(); row++) {
            String label = Letters.endOf(shares.rows().get(row), WIDEST_LABEL);
            Pen.text(svg, "label end", labels - 10, above() + row * PITCH + 14, label);
        }
        svg.line();
        int left = labels;
        for (StackedShares.Panel panel : shares.panels()) {
            drawScale(panel, left, svg);
            for (int row = 0; row < shares.rows().size(); row++) {
                String words = shares.rows().get(row) + ", " + panel.title();
                drawStack(panel.stacks().get(row), words, left, above() + row * PITCH, svg);
            }
            left += LENGTH + BETWEEN;
        }
    }

    private void drawScale(StackedShares.Panel panel, int left, Markup svg) {
        Pen.text(svg, "strong", left, above() - 26, panel.title());
        for (int percent = 0; percent <= 100; percent += 25) {
            long x = left + Scale.position(percent, 100, LENGTH);
            Pen.line(svg, "grid", x, above() - 4, x, height());
            if (percent % 50 == 0) {
                Pen.text(svg, percent == 0 ? "faint" : "faint middle", x, above() - 8, percent + "%");
            }
        }
        svg.line();
    }

    /** Each part ends where all so far end, so that what is rounded off adds up to nothing. */
    private void drawStack(List<StackedShares.Part> parts, String ofWhat, int left, int top, Markup svg) {
        BigInteger whole = BigInteger.ZERO;
        for (StackedShares.Part part : parts) {
            whole = whole.add(BigInteger.valueOf(part.amount().exact()));
        }
        BigInteger before = BigInteger.ZERO;
        for (StackedShares.Part part : parts) {
            long begin = place(before, whole);
            before = before.add(BigInteger.valueOf(part.amount().exact()));
            long width = place(before, whole) - begin;
            if (width > 0) {
                drawPart(part, ofWhat, left + begin, width, top, svg);
            }
        }
        svg.line();
    }

    private static long place(BigInteger amount, BigInteger whole) {
        return whole.signum() == 0
                ? 0
                : amount.multiply(BigInteger.valueOf(LENGTH)).divide(whole).longValueExact();
    }

    private static void drawPart(StackedShares.Part part, String ofWhat, long x, long width, int top, Markup svg) {
        String words = ofWhat + ", " + part.label() + ": " + part.amount().words();
        Pen.rect(svg, "part " + PaintClass.of(part.paint()), x, top, width, THICK, words);
        if (Letters.width(part.label()) + 4 <= width) {
            Pen.text(svg, "inside middle " + PaintClass.ofTextOn(part.paint()), x + width / 2, top + 14, part.label());
        }
    }
}
