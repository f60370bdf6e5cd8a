package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.Heaviest;

/** A bar for each layer, of which the end is what is new. */
final class HeaviestDrawing implements Drawing {
    private static final int LABELS = 356;
    private static final int LONGEST = 340;
    private static final int WORDS = LABELS + LONGEST + 16;
    private static final int ROW = 22;
    private static final int THICK = 12;
    private static final int BASELINE = 15;

    private final Heaviest heaviest;

    HeaviestDrawing(Heaviest heaviest) {
        this.heaviest = heaviest;
    }

    @Override
    public PageResource style() {
        return PageResource.ANSWER_STYLE;
    }

    @Override
    public int width() {
        return WORDS + 340;
    }

    @Override
    public int height() {
        return heaviest.layers().size() * ROW + (heaviest.since().isEmpty() ? 0 : ROW) + 4;
    }

    @Override
    public void draw(Markup svg) {
        int y = 0;
        long most = heaviest.most();
        for (Heaviest.Layer layer : heaviest.layers()) {
            long all = Scale.length(layer.now().exact(), most, LONGEST);
            long more = Math.min(all, Scale.length(layer.more().exact(), most, LONGEST));
            int top = y + (ROW - THICK) / 2;
            Pen.fitted(svg, "label", 22, y + BASELINE, LABELS - 34, layer.label());
            Pen.rect(svg, "series-0", LABELS, top, all - more, THICK);
            Pen.rect(svg, "series-1", LABELS + all - more, top, more, THICK);
            String words = layer.now().words();
            Pen.text(svg, "exact", WORDS, y + BASELINE, words);
            Pen.text(
                    svg,
                    "number",
                    WORDS + Letters.width(words) + 14,
                    y + BASELINE,
                    layer.more().words());
            svg.line();
            y += ROW;
        }
        if (!heaviest.since().isEmpty()) {
            Pen.rect(svg, "series-1", LABELS, y + (ROW - THICK) / 2, THICK, THICK);
            Pen.text(svg, "faint", LABELS + 18, y + BASELINE, heaviest.since());
        }
    }
}
