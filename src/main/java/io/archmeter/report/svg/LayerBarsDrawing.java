package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.LayerBars;
import io.archmeter.report.picture.Quantity;
import java.util.List;

/** Bars that stand, those of a network beside each other, and those of the next to their right. */
final class LayerBarsDrawing implements Drawing {
    private static final int ROOM = 800;
    private static final int NARROWEST = 12;
    private static final int WIDEST = 24;
    private static final int LEAST_OF_A_NETWORK = 130;
    private static final int AXIS = 66;
    private static final int BETWEEN = 28;
    private static final int HIGHEST = 130;
    private static final int ABOVE_BARS = 40;
    private static final int BELOW_BARS = 12;
    private static final int WIDEST_NAME = 170;

    private final LayerBars bars;
    private final int pitch;
    private final int names;
    private final Legend legend;

    LayerBarsDrawing(LayerBars bars) {
        this.bars = bars;
        int layers = Math.max(
                1, bars.networks().stream().mapToInt(n -> n.layers().size()).sum());
        this.pitch = Math.max(NARROWEST, Math.min(WIDEST, ROOM / layers));
        this.names = Letters.widest(
                bars.networks().stream()
                        .flatMap(network -> network.layers().stream())
                        .map(LayerBars.Layer::label)
                        .toList(),
                WIDEST_NAME);
        this.legend = Legend.of(bars.keys(), width());
    }

    private int widthOf(LayerBars.Network network) {
        return Math.max(LEAST_OF_A_NETWORK, network.layers().size() * pitch);
    }

    @Override
    public PageResource style() {
        return PageResource.CHART_STYLE;
    }

    @Override
    public int width() {
        int width = AXIS;
        for (LayerBars.Network network : bars.networks()) {
            width += widthOf(network) + BETWEEN;
        }
        return width;
    }

    /** The legend, and the names of the networks. */
    private int above() {
        return legend.height() + 30;
    }

    private static int rowHeight() {
        return ABOVE_BARS + HIGHEST + BELOW_BARS;
    }

    @Override
    public int height() {
        return above() + bars.rows().size() * rowHeight() + names + 4;
    }

    @Override
    public void draw(Markup svg) {
        legend.draw(svg);
        int left = AXIS;
        for (int network = 0; network < bars.networks().size(); network++) {
            LayerBars.Network shown = bars.networks().get(network);
            int top = above();
            Pen.text(svg, "network-name", left, top - 10, Letters.endOf(shown.label(), widthOf(shown) * 4 / 5));
            for (LayerBars.Row row : bars.rows()) {
                drawGrid(row, network, left, top, svg);
                drawBars(row, network, left, top + ABOVE_BARS, svg);
                top += rowHeight();
            }
            drawNames(shown, left, top, svg);
            left += widthOf(shown) + BETWEEN;
        }
    }

    private void drawGrid(LayerBars.Row row, int network, int left, int top, Markup svg) {
        int width = widthOf(bars.networks().get(network));
        if (network == 0) {
            Pen.text(svg, "strong", 0, top + 14, row.title());
        }
        Pen.text(
                svg,
                "faint end",
                left + width,
                top + 14,
                "total " + row.bars().get(network).total());
        for (Quantity tick : row.ruler().ticks()) {
            long y = top
                    + ABOVE_BARS
                    + HIGHEST
                    - Scale.position(tick.exact(), row.ruler().end(), HIGHEST);
            Pen.line(svg, tick.exact() == 0 ? "axis" : "grid", left, y, left + width, y);
            if (network == 0) {
                Pen.text(svg, "faint end", left - 8, y + 4, tick.words());
            }
        }
        svg.line();
    }

    private void drawBars(LayerBars.Row row, int network, int left, int top, Markup svg) {
        List<LayerBars.Layer> layers = bars.networks().get(network).layers();
        List<Quantity> amounts = row.bars().get(network).bars();
        int highest = 0;
        for (int layer = 0; layer < layers.size(); layer++) {
            Quantity amount = amounts.get(layer);
            long height = Scale.length(amount.exact(), row.ruler().end(), HIGHEST);
            Pen.rect(
                    svg,
                    PaintClass.of(layers.get(layer).paint()),
                    left + layer * pitch + 1,
                    top + HIGHEST - height,
                    pitch - 3,
                    height,
                    layers.get(layer).label() + ": " + row.title() + " " + amount.words());
            if (amount.exact() > amounts.get(highest).exact()) {
                highest = layer;
            }
        }
        svg.line();
        if (!amounts.isEmpty() && amounts.get(highest).exact() > 0) {
            drawNumber(
                    row,
                    amounts.get(highest),
                    left,
                    highest,
                    widthOf(bars.networks().get(network)),
                    top,
                    svg);
        }
    }

    /** The number of the highest bar, above it: nothing else is as high. */
    private void drawNumber(LayerBars.Row row, Quantity amount, int left, int layer, int width, int top, Markup svg) {
        long y = top + HIGHEST - Scale.length(amount.exact(), row.ruler().end(), HIGHEST) - 4;
        int half = Letters.width(amount.words()) / 2;
        int middle = Math.max(half, Math.min(layer * pitch + pitch / 2, width - half));
        Pen.text(svg, "number middle halo", left + middle, y, amount.words());
    }

    private void drawNames(LayerBars.Network network, int left, int top, Markup svg) {
        for (int layer = 0; layer < network.layers().size(); layer++) {
            String name = Letters.endOf(network.layers().get(layer).label(), WIDEST_NAME);
            Pen.turned(svg, "small end", left + layer * pitch + pitch / 2 + 4, top - 4, -90, name);
        }
        svg.line();
    }
}
