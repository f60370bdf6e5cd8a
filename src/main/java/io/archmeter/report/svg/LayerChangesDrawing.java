package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.LayerChanges;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Layers before on the left and after on the right, those that are one layer in one row. What was changed has a band across; what was
 * added opens to the right, and what was removed closes. Modules are brackets at both sides.
 */
final class LayerChangesDrawing implements Drawing {
    private static final int BRACKET = 26;
    private static final int SIDE = 290;
    private static final int WIDEST_DETAIL = 154;
    private static final int GAP = 56;
    private static final int AFTER = BRACKET + SIDE + GAP;
    private static final int END = AFTER + SIDE;
    private static final int FIGURES = END + BRACKET;
    private static final int FIGURE = 160;
    private static final int LONGEST = 36;
    private static final int TOP = 30;
    private static final int LOUD = 24;
    private static final int QUIET = 18;
    private static final int LEGEND = 26;

    private final LayerChanges changes;
    private final List<Long> largest = new ArrayList<>();

    LayerChangesDrawing(LayerChanges changes) {
        this.changes = changes;
        for (int figure = 0; figure < changes.figures().size(); figure++) {
            long most = 1;
            for (LayerChanges.Row row : changes.rows()) {
                most = Math.max(most, Math.abs(row.changes().get(figure).amount()));
            }
            largest.add(most);
        }
    }

    @Override
    public PageResource style() {
        return PageResource.ANSWER_STYLE;
    }

    @Override
    public int width() {
        return FIGURES + changes.figures().size() * FIGURE;
    }

    @Override
    public int height() {
        return TOP
                + changes.rows().stream().mapToInt(LayerChangesDrawing::height).sum()
                + LEGEND;
    }

    private static int height(LayerChanges.Row row) {
        return row.quiet() ? QUIET : LOUD;
    }

    @Override
    public void draw(Markup svg) {
        Pen.fitted(svg, "strong", BRACKET + 6, 18, SIDE, changes.before());
        Pen.fitted(svg, "strong", AFTER + 6, 18, SIDE, changes.after());
        for (int figure = 0; figure < changes.figures().size(); figure++) {
            Pen.text(
                    svg,
                    "faint end",
                    FIGURES + (figure + 1) * FIGURE - 4,
                    18,
                    changes.figures().get(figure));
        }
        int y = TOP;
        for (LayerChanges.Row row : changes.rows()) {
            drawRow(svg, y, row);
            y += height(row);
        }
        drawModules(svg, BRACKET - 4, -1, LayerChanges.Row::before);
        drawModules(svg, END + 4, 1, LayerChanges.Row::after);
        Pen.text(svg, "faint", BRACKET + 6, y + 18, "+ added   − removed   ~ changed   = the same");
    }

    private void drawRow(Markup svg, int y, LayerChanges.Row row) {
        String kind = row.kind().name().toLowerCase(Locale.ROOT);
        svg.open("g", kind + (row.quiet() ? " quiet" : ""));
        if (!row.card().isEmpty()) {
            svg.attribute("data-of", row.card());
        }
        int height = height(row);
        int tall = height - 4;
        int middle = y + height / 2;
        row.before().ifPresent(layers -> drawLayers(svg, BRACKET, y, height, layers));
        row.after().ifPresent(layers -> drawLayers(svg, AFTER, y, height, layers));
        int left = row.before().isPresent() ? tall / 2 : 0;
        int right = row.after().isPresent() ? tall / 2 : 0;
        int bend = GAP / 2;
        Pen.path(
                svg,
                "band",
                "M" + (BRACKET + SIDE) + " " + (middle - left) + "C" + (AFTER - bend) + " " + (middle - left) + " "
                        + (AFTER - bend) + " " + (middle - right) + " " + AFTER + " " + (middle - right) + "V"
                        + (middle + right) + "C" + (AFTER - bend) + " " + (middle + right) + " " + (AFTER - bend) + " "
                        + (middle + left) + " " + (BRACKET + SIDE) + " " + (middle + left) + "z");
        Pen.text(svg, "sign middle", AFTER - bend, middle + 4, sign(row.kind()));
        drawChanges(svg, middle, row.changes());
        svg.close().line();
    }

    private static void drawLayers(Markup svg, int x, int y, int height, LayerChanges.Layers layers) {
        String whole = layers.detail().isEmpty() ? layers.label() : layers.label() + ": " + layers.detail();
        Pen.rect(svg, "layer", x, y + 2, SIDE, height - 4, whole);
        int room = SIDE - 24;
        int details = Letters.widest(List.of(layers.detail()), WIDEST_DETAIL);
        String label = Letters.endsOf(layers.label(), room - details);
        svg.open("text", "label")
                .attribute("x", x + 6)
                .attribute("y", y + height / 2 + 4)
                .text(label);
        if (!layers.detail().isEmpty()) {
            svg.open("tspan", "faint")
                    .attribute("dx", 7)
                    .text(Letters.beginOf(layers.detail(), room - Letters.width(label)))
                    .close();
        }
        svg.close();
    }

    private void drawChanges(Markup svg, int middle, List<LayerChanges.Change> row) {
        for (int figure = 0; figure < row.size(); figure++) {
            LayerChanges.Change change = row.get(figure);
            int zero = FIGURES + figure * FIGURE + LONGEST + 6;
            long length = Scale.length(Math.abs(change.amount()), largest.get(figure), LONGEST);
            Pen.path(svg, "axis", "M" + zero + " " + (middle - 8) + "v16");
            if (change.amount() != 0) {
                boolean less = change.amount() < 0;
                Pen.rect(svg, less ? "better" : "worse", less ? zero - length : zero, middle - 5, length, 10);
            }
            Pen.text(svg, "number end", FIGURES + (figure + 1) * FIGURE - 4, middle + 4, change.words());
        }
    }

    /** @param outside -1 to the left, 1 to the right */
    private void drawModules(
            Markup svg, int x, int outside, Function<LayerChanges.Row, Optional<LayerChanges.Layers>> side) {
        String open = "";
        int begin = 0;
        int end = 0;
        int y = TOP;
        for (LayerChanges.Row row : changes.rows()) {
            Optional<LayerChanges.Layers> layers = side.apply(row);
            if (layers.isPresent()) {
                String module = layers.get().module();
                if (!module.equals(open)) {
                    drawModule(svg, x, outside, begin, end, open);
                    open = module;
                    begin = y + 3;
                }
                end = y + height(row) - 3;
            }
            y += height(row);
        }
        drawModule(svg, x, outside, begin, end, open);
    }

    private static void drawModule(Markup svg, int x, int outside, int begin, int end, String module) {
        if (module.isEmpty()) {
            return;
        }
        int foot = 4 * outside;
        svg.open("g", "module").element("title", module);
        Pen.path(svg, "bracket", "M" + x + " " + begin + "h" + foot + "V" + end + "h" + -foot);
        int room = end - begin;
        if (Letters.fits(module, room)) {
            int middle = begin + room / 2;
            int base = x + foot + (outside < 0 ? -4 : 12);
            Pen.turned(svg, "faint middle", base, middle, -90, module);
        }
        svg.close();
    }

    private static String sign(LayerChanges.Kind kind) {
        return switch (kind) {
            case SAME, RENAMED -> "=";
            case CHANGED -> "~";
            case ADDED -> "+";
            case REMOVED -> "−";
        };
    }
}
