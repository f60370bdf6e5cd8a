package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.ModuleMap;
import io.archmeter.report.picture.ModuleMap.Block;

/**
 * A row for each level of modules, the network above all; layers reach from below their module to the bottom. A block lies between its
 * siblings in the order of execution, and as far to the right as what comes before it takes.
 */
final class ModuleMapDrawing implements Drawing {
    static final int WIDTH = 1200;
    private static final int BELOW_LEGEND = 12;
    private static final int ROW = 26;
    private static final int LAYERS = 110;
    private static final int INSET = 5;
    private static final int BASELINE = 17;

    /** The narrowest block that a label stands upright in. */
    private static final int UPRIGHT = 13;

    /** Of a label, fewer letters say nothing. */
    private static final int FEWEST = 5;

    private final ModuleMap map;
    private final int levels;
    private final Legend legend;

    ModuleMapDrawing(ModuleMap map) {
        this.map = map;
        this.levels = map.whole().levels();
        this.legend = new Legend(
                map.kindsSeen().stream()
                        .map(kind ->
                                new Legend.Entry("kind-" + kind, map.kinds().get(kind)))
                        .toList(),
                0,
                WIDTH);
    }

    @Override
    public PageResource style() {
        return PageResource.MAP_STYLE;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int height() {
        return top() + (levels - 1) * ROW + LAYERS;
    }

    private int top() {
        return legend.height() + BELOW_LEGEND;
    }

    @Override
    public void describeInPage(Markup svg) {
        svg.attribute("role", "group")
                .attribute("data-figures", String.join("|", map.figures()))
                .attribute("data-drawn", map.drawn())
                .attribute("data-rows", ROW + " " + LAYERS);
    }

    @Override
    public void draw(Markup svg) {
        svg.open("g", "legend");
        legend.draw(svg);
        svg.close().line();
        svg.open("g", "map").line();
        draw(map.whole(), 0, 0, WIDTH, svg);
        svg.close().line();
    }

    private void draw(Block block, int level, long left, long width, Markup svg) {
        int top = top() + level * ROW;
        int high = block.kind() == Block.MODULE ? ROW : height() - top;
        svg.open("g", block.kind() == Block.MODULE ? "module" : "kind-" + block.kind())
                .attribute("data-of", block.path())
                .attribute("data-amounts", amounts(block))
                .attribute("data-words", words(block));
        svg.element("title", block.path() + "\n" + block.what());
        svg.open("rect")
                .attribute("x", left)
                .attribute("y", top)
                .attribute("width", width)
                .attribute("height", high)
                .closeEmpty();
        drawLabel(block, left, top, width, high, svg);
        long before = 0;
        long whole = Math.max(1, amount(block));
        for (Block child : block.children()) {
            long begin = Scale.position(before, whole, width);
            before += amount(child);
            draw(child, level + 1, left + begin, Scale.position(before, whole, width) - begin, svg);
        }
        svg.close();
        if (block.kind() == Block.MODULE) {
            svg.line();
        }
    }

    private void drawLabel(Block block, long left, int top, long width, int high, Markup svg) {
        boolean upright = block.kind() != Block.MODULE && !Letters.fits(block.label(), width - 2 * INSET);
        if (upright && width < UPRIGHT) {
            return;
        }
        long room = (upright ? high : width) - 2 * INSET;
        if (room < Letters.room(FEWEST) && !Letters.fits(block.label(), room)) {
            return;
        }
        svg.open("text");
        if (upright) {
            svg.attribute("transform", "translate(" + (left + width / 2 - 4) + " " + (top + INSET) + ") rotate(90)");
        } else {
            svg.attribute("x", left + INSET).attribute("y", top + BASELINE);
        }
        svg.text(Letters.endsOf(block.label(), room)).close();
        if (!upright) {
            drawWords(block, left, top, width, svg);
        }
    }

    /** The amount: of a module at the other end of its row, of a layer in the line below its label; nothing where there is no room. */
    private void drawWords(Block block, long left, int top, long width, Markup svg) {
        boolean module = block.kind() == Block.MODULE;
        String words = block.amounts().get(map.drawn()).words();
        long room = width - 2 * INSET - (module ? Letters.width(block.label() + " ") : 0);
        if (Letters.fits(words, room)) {
            svg.open("text", module ? "number end" : "number")
                    .attribute("x", module ? left + width - INSET : left + INSET)
                    .attribute("y", module ? top + BASELINE : top + 2 * BASELINE)
                    .text(words)
                    .close();
        }
    }

    private long amount(Block block) {
        return block.amounts().get(map.drawn()).exact();
    }

    private static String amounts(Block block) {
        return String.join(
                " ",
                block.amounts().stream()
                        .map(amount -> Long.toString(amount.exact()))
                        .toList());
    }

    private static String words(Block block) {
        return String.join(
                "|", block.amounts().stream().map(amount -> amount.words()).toList());
    }
}
