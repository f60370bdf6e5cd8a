package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.NetworkDrawing.Box;
import io.archmeter.report.picture.NetworkDrawing.Level;
import java.util.stream.Collectors;

/** A network as boxes and lines, with a legend above. */
final class NetworkGraph implements Drawing {
    private static final int MARGIN = 14;
    private static final int LEGEND = 40;
    private static final int OF_THE_NOTE = 18;
    private static final int WIDTH_OF_LEGEND = 440;
    private static final int SWATCH = 16;

    private final NetworkDrawing network;
    private final Placement placement;
    private final long largest;

    NetworkGraph(NetworkDrawing network) {
        this.network = network;
        this.placement = new Placement(network.level());
        this.largest = Math.max(1, largest(network.level()));
    }

    private int top() {
        return LEGEND + (network.note().isEmpty() ? 0 : OF_THE_NOTE);
    }

    @Override
    public PageResource style() {
        return PageResource.GRAPH_STYLE;
    }

    @Override
    public int width() {
        return Math.max(WIDTH_OF_LEGEND, placement.width()) + 2 * MARGIN;
    }

    @Override
    public int height() {
        return top() + placement.height() + MARGIN;
    }

    /** The most that a box has which is seen, and is not open. */
    private long largest(Level level) {
        long most = 0;
        for (Box box : level.boxes()) {
            if (box.open()) {
                most = Math.max(most, largest(box.inside().get()));
            } else if (!box.amounts().isEmpty()) {
                most = Math.max(most, box.amounts().get(network.figure()).exact());
            }
        }
        return most;
    }

    private String wordsOfLargest(Level level) {
        for (Box box : level.boxes()) {
            if (box.open()) {
                String words = wordsOfLargest(box.inside().get());
                if (!words.isEmpty()) {
                    return words;
                }
            } else if (!box.amounts().isEmpty()
                    && box.amounts().get(network.figure()).exact() == largest) {
                return box.amounts().get(network.figure()).words();
            }
        }
        return "";
    }

    @Override
    public void describeInPage(Markup svg) {
        svg.attribute("role", "group")
                .attribute("data-figures", String.join("|", network.figures()))
                .attribute("data-figure", network.figure())
                .attribute("data-room", Placement.room() + " " + MARGIN + " " + top() + " " + WIDTH_OF_LEGEND);
    }

    @Override
    public void draw(Markup svg) {
        write(svg, false);
    }

    @Override
    public void drawInPage(Markup svg) {
        write(svg, true);
    }

    private void write(Markup svg, boolean page) {
        svg.line().open("defs");
        svg.open("marker")
                .attribute("id", "graph-head")
                .attribute("viewBox", "0 0 8 8")
                .attribute("refX", 7)
                .attribute("refY", 4)
                .attribute("markerUnits", "userSpaceOnUse")
                .attribute("markerWidth", 8)
                .attribute("markerHeight", 8)
                .attribute("orient", "auto");
        svg.open("path", "head-of-edge").attribute("d", "M0 1L8 4L0 7z").closeEmpty();
        svg.close().close().line();
        legend(svg);
        int left = (width() - placement.width()) / 2;
        svg.open("g", "graph")
                .attribute("transform", "translate(" + left + " " + top() + ")")
                .line();
        new LevelMarkup(network, largest, page).write(network.level(), placement, svg);
        svg.close().line();
    }

    private void legend(Markup svg) {
        svg.open("g", "legend").attribute("transform", "translate(" + MARGIN + " 8)");
        for (int heat = 0; heat <= Heat.HOTTEST; heat++) {
            svg.open("rect", "heat-" + heat)
                    .attribute("x", heat * SWATCH)
                    .attribute("width", SWATCH)
                    .attribute("height", 12)
                    .closeEmpty();
        }
        svg.open("text")
                .attribute("x", (Heat.HOTTEST + 1) * SWATCH + 8)
                .attribute("y", 11)
                .text(network.figures().get(network.figure()) + ": 0 to " + wordsOfLargest(network.level())
                        + ", the largest box shown")
                .close();
        if (!network.note().isEmpty()) {
            svg.open("text", "faint")
                    .attribute("y", 11 + OF_THE_NOTE)
                    .text(network.note())
                    .close();
        }
        svg.close().line();
    }

    /** The exact amounts of a box, and their words, for scripts. */
    static void amounts(Box box, Markup svg) {
        if (!box.amounts().isEmpty()) {
            svg.attribute(
                            "data-amounts",
                            box.amounts().stream()
                                    .map(amount -> Long.toString(amount.exact()))
                                    .collect(Collectors.joining(" ")))
                    .attribute(
                            "data-words",
                            box.amounts().stream().map(amount -> amount.words()).collect(Collectors.joining("|")));
        }
    }
}
