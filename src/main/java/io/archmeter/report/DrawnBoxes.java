package io.archmeter.report;

import io.archmeter.facts.Cost;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Graph;
import io.archmeter.metric.Metric;
import io.archmeter.nesting.Item;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Category;
import io.archmeter.op.Operator;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.NetworkDrawing.Box;
import io.archmeter.report.picture.NetworkDrawing.Kind;
import io.archmeter.report.picture.Quantity;
import io.archmeter.report.text.DisplayWidth;
import io.archmeter.report.text.Glyphs;
import io.archmeter.report.text.PlainText;
import io.archmeter.report.text.Shortened;
import java.util.List;
import java.util.Optional;

/** The boxes of a drawing: what is written in them, and how large that makes them. */
final class DrawnBoxes {
    private static final int LONGEST_NAME = 30;
    private static final int LONGEST_WORDS = 34;
    private static final int OF_A_LETTER = 8;
    private static final int OF_A_SMALL_LETTER = 6;
    private static final int MARGINS = 18;
    private static final int NARROWEST = 128;
    private static final int ONE_LINE = 22;
    private static final int TWO_LINES = 38;
    private static final int THREE_LINES = 52;

    private final NetworkFacts network;
    private final List<Metric> figures;

    DrawnBoxes(NetworkFacts network, List<Metric> figures) {
        this.network = network;
        this.figures = figures;
    }

    /**
     * The box of an item, which has no place yet.
     *
     * @param twin the name of a module before it that is made in the same way; empty where there is none
     */
    Box box(Item item, ShapeWords shapes, String twin) {
        return switch (item.kind()) {
            case ENTRY -> port(Kind.ENTRY);
            case EXIT -> port(Kind.EXIT);
            case INPUT -> end(Kind.INPUT, item, shapes);
            case OUTPUT -> end(Kind.OUTPUT, item, shapes);
            case LAYER -> layer(item);
            case MODULE -> module(Kind.MODULE, item, twin);
            case REST -> module(Kind.REST, item, "");
        };
    }

    private static Box port(Kind kind) {
        return new Box(kind, "", "", "", "", List.of(), 0, 0, 0, 0, Optional.empty(), false);
    }

    private Box end(Kind kind, Item item, ShapeWords shapes) {
        Graph graph = network.graph();
        String name = shortened(item.name(), LONGEST_NAME);
        String shape = shapes.of(graph.values().get(item.value()).shape());
        int width = MARGINS + letters(name) + letters(shape);
        return new Box(kind, "", name, shape, "", List.of(), 0, 0, even(width), ONE_LINE, Optional.empty(), false);
    }

    private Box layer(Item item) {
        LayerFacts layer = network.layer(item.nodes().get(0));
        String name = shortened(item.name(), LONGEST_NAME);
        String about = LayerWords.of(layer.op());
        List<Quantity> amounts = amounts(layer.cost());
        if (isLarge(layer)) {
            int first = letters(name) + OF_A_LETTER + longest(amounts);
            String line = shortened(about, LONGEST_WORDS);
            int width = MARGINS + Math.max(first, small(line));
            return box(Kind.LAYER, item, name, line, "", amounts, width, TWO_LINES);
        }
        String kind = layer.op().kind();
        String shown = name.startsWith(kind) ? about.substring(kind.length()).strip() : about;
        shown = shortened(shown, LONGEST_WORDS);
        int width = MARGINS
                + letters(name)
                + (shown.isEmpty() ? 0 : OF_A_SMALL_LETTER + small(shown))
                + OF_A_LETTER
                + longest(amounts);
        return box(Kind.FUNCTION, item, name, shown, "", amounts, width, ONE_LINE);
    }

    /** Whether it is one of those that a network is made of, and does not only follow them. */
    private static boolean isLarge(LayerFacts layer) {
        Cost cost = layer.cost();
        Optional<Category> category = Catalogue.find(layer.op().kind()).map(Operator::category);
        return cost.multiplyAdds() > 0
                || cost.parameters() > 0 && !category.equals(Optional.of(Category.NORMALIZATION));
    }

    private Box module(Kind kind, Item item, String twin) {
        Cost cost = Cost.ZERO;
        OperatorCounts operators = new OperatorCounts();
        for (int node : item.nodes()) {
            LayerFacts layer = network.layer(node);
            cost = cost.plus(layer.cost());
            operators.add(layer.op().kind());
        }
        String name = shortened(item.name(), LONGEST_NAME);
        String about = item.nodes().size() + " layers";
        String remark = twin.isEmpty() ? operators.words() : "made like " + shortened(twin, LONGEST_NAME);
        List<Quantity> amounts = amounts(cost);
        int first = 2 * OF_A_LETTER + letters(name) + OF_A_LETTER + longest(amounts);
        int width = MARGINS + Math.max(first, Math.max(small(about), small(remark)));
        return box(kind, item, name, about, remark, amounts, width, THREE_LINES);
    }

    private static Box box(
            Kind kind,
            Item item,
            String name,
            String about,
            String remark,
            List<Quantity> amounts,
            int width,
            int height) {
        return new Box(
                kind,
                item.path(),
                name,
                about,
                remark,
                amounts,
                0,
                0,
                even(Math.max(NARROWEST, width)),
                height,
                Optional.empty(),
                false);
    }

    /** The same at its place, with what is inside. */
    static Box at(Box box, int row, int centre, Optional<NetworkDrawing.Level> inside, boolean open) {
        return new Box(
                box.kind(),
                box.path(),
                box.name(),
                box.about(),
                box.remark(),
                box.amounts(),
                row,
                centre,
                box.width(),
                box.height(),
                inside,
                open);
    }

    private List<Quantity> amounts(Cost cost) {
        return figures.stream()
                .map(figure -> Quantities.of(figure, figure.amount(cost)))
                .toList();
    }

    private static int longest(List<Quantity> amounts) {
        int longest = 0;
        for (Quantity amount : amounts) {
            longest = Math.max(longest, amount.exact() == 0 ? 0 : small(amount.words()));
        }
        return longest;
    }

    private static String shortened(String text, int width) {
        return Shortened.inTheMiddle(PlainText.of(text), width, Glyphs.UNICODE);
    }

    private static int letters(String text) {
        return DisplayWidth.of(text) * OF_A_LETTER;
    }

    private static int small(String text) {
        return DisplayWidth.of(text) * OF_A_SMALL_LETTER;
    }

    private static int even(int width) {
        return width + width % 2;
    }
}
