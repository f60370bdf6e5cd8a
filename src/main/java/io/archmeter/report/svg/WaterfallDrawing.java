package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.Waterfall;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * A bar for each number, from where the one before it ends. Where terms are small beside the totals, the bars of these are cut, and
 * show that they are: the scale is the same for all.
 */
final class WaterfallDrawing implements Drawing {
    static final int LONGEST = 380;
    static final int BARS = 320;
    private static final int NUMBERS = BARS + LONGEST + 140;
    private static final int SHARES = NUMBERS + 84;
    private static final int TOP = 10;
    private static final int ROW = 46;
    private static final int THICK = 20;
    private static final int LINE = 13;
    private static final int BASELINE = 14;
    private static final int NOTE = 18;

    private final Waterfall waterfall;
    private final List<Long> stages;
    private final CutScale scale;

    WaterfallDrawing(Waterfall waterfall) {
        this.waterfall = waterfall;
        this.stages = waterfall.stages();
        this.scale = CutScale.over(Collections.min(stages), Collections.max(stages), LONGEST);
    }

    @Override
    public PageResource style() {
        return PageResource.ANSWER_STYLE;
    }

    @Override
    public int width() {
        return SHARES + 8;
    }

    @Override
    public int height() {
        return TOP + (waterfall.terms().size() + 2) * ROW + (scale.isCut() ? NOTE : 0);
    }

    @Override
    public void draw(Markup svg) {
        int y = TOP;
        drawTotal(svg, y, waterfall.first(), "");
        for (int term = 0; term < waterfall.terms().size(); term++) {
            long begin = stages.get(term);
            long end = stages.get(term + 1);
            drawLink(svg, y, begin);
            y += ROW;
            drawTerm(svg, y, waterfall.terms().get(term), begin, end);
        }
        drawLink(svg, y, waterfall.last().amount());
        y += ROW;
        Pen.path(svg, "axis", "M" + (NUMBERS - 110) + " " + (y - 9) + "H" + NUMBERS);
        drawTotal(svg, y, waterfall.last(), "= ");
        if (scale.isCut()) {
            Pen.text(svg, "faint", BARS, y + ROW, "the bars of the totals are cut: this scale does not begin at 0");
        }
    }

    private void drawTotal(Markup svg, int y, Waterfall.Step total, String sign) {
        long length = scale.at(total.amount());
        Pen.rect(svg, "series-0", BARS, y, length, THICK, total.label() + ": " + total.words());
        if (scale.isCut()) {
            int x = BARS + 18;
            Pen.path(svg, "cut", "M" + x + " " + (y - 3) + "l5 7 -5 6 5 6 -5 7 h5 l5 -7 -5 -6 5 -6 -5 -7z");
        }
        drawWords(svg, "strong", y, total, sign);
    }

    private void drawTerm(Markup svg, int y, Waterfall.Step term, long begin, long end) {
        long left = scale.at(Math.min(begin, end));
        long length = Math.max(1, scale.at(Math.max(begin, end)) - left);
        Pen.rect(svg, end < begin ? "less" : "more", BARS + left, y, length, THICK, term.label() + ": " + term.words());
        drawWords(svg, "", y, term, "");
    }

    private static void drawWords(Markup svg, String classes, int y, Waterfall.Step step, String sign) {
        List<String> lines = new ArrayList<>(Letters.linesOf(step.label(), BARS - 16));
        int details = step.detail().isEmpty() ? 0 : 1;
        int line = y + BASELINE - (lines.size() + details - 1) * LINE / 2;
        for (String words : lines) {
            Pen.text(svg, classes, 4, line, words);
            line += LINE;
        }
        if (details > 0) {
            Pen.fitted(svg, "faint", 4, line, BARS - 16, step.detail());
        }
        Pen.text(svg, (classes + " exact end").strip(), NUMBERS, y + BASELINE, sign + step.words());
        Pen.text(svg, "number end", SHARES, y + BASELINE, step.share());
        svg.line();
    }

    /** From the end of one bar to the begin of the next. */
    private void drawLink(Markup svg, int y, long stage) {
        Pen.path(svg, "link", "M" + (BARS + scale.at(stage)) + " " + (y + THICK) + "v" + (ROW - THICK));
    }
}
