package io.archmeter.report;

import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.Shape;
import io.archmeter.layout.Layout;
import io.archmeter.layout.Sheet;
import io.archmeter.nesting.Item;
import io.archmeter.nesting.Level;
import io.archmeter.nesting.Link;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.NetworkDrawing.Box;
import io.archmeter.report.picture.NetworkDrawing.Line;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Levels of a network, laid out. */
final class DrawnLevels {
    private static final int BELOW_BOX = 16;
    private static final int BELOW_LABEL = 26;
    private static final int BELOW_PORT = 10;
    private static final int OF_A_LETTER = 6;
    /** From one line to the next at the border of a box. */
    private static final int BESIDE = 10;

    private final NetworkFacts network;
    private final DrawnBoxes boxes;
    private final ShapeWords shapes;
    private final int depth;

    /** @param depth how many levels deep modules are open at first */
    DrawnLevels(NetworkFacts network, DrawnBoxes boxes, int depth) {
        this.network = network;
        this.boxes = boxes;
        this.depth = depth;
        this.shapes = ShapeWords.of(network.graph());
    }

    NetworkDrawing.Level draw(Level level) {
        return draw(level, List.of());
    }

    /** @param entries the values that come in, in the order in which they arrive from left to right */
    private NetworkDrawing.Level draw(Level level, List<Integer> entries) {
        List<Box> closed = new ArrayList<>();
        Twins twins = new Twins(network);
        for (Item item : level.items()) {
            closed.add(boxes.box(item, shapes, twins.earlier(item)));
        }
        Layout layout = Layout.of(sheet(level, closed, entries));
        List<Box> placed = placed(level, closed, layout);
        List<Line> lines = lines(level, placed, layout);
        int width = layout.width();
        for (Line line : lines) {
            if (line.labelled()) {
                int begin = placed.get(line.from()).centre() + line.leaves();
                width = Math.max(width, begin + 8 + line.shape().length() * OF_A_LETTER);
            }
        }
        return new NetworkDrawing.Level(placed, lines, gaps(placed, lines, layout.height()), width);
    }

    private static Sheet sheet(Level level, List<Box> drawn, List<Integer> entries) {
        List<Sheet.Box> boxes = drawn.stream()
                .map(box -> new Sheet.Box(box.width(), band(box.kind())))
                .toList();
        List<Sheet.Line> lines = level.links().stream()
                .map(link -> new Sheet.Line(link.value(), link.from(), link.to()))
                .toList();
        List<Integer> values = level.items().stream().map(Item::value).toList();
        return new Sheet(boxes, lines, entries.stream().map(values::indexOf).toList());
    }

    /** Modules that pass something on are drawn before those that take it, which let it in where it comes from. */
    private List<Box> placed(Level level, List<Box> closed, Layout layout) {
        List<Box> placed = new ArrayList<>();
        List<List<Integer>> arriving = new ArrayList<>();
        level.items().forEach(item -> arriving.add(new ArrayList<>()));
        for (int number = 0; number < level.links().size(); number++) {
            arriving.get(level.links().get(number).to()).add(number);
        }
        for (int place = 0; place < closed.size(); place++) {
            Item item = level.items().get(place);
            Optional<NetworkDrawing.Level> inside = Optional.empty();
            if (item.inside().isPresent()) {
                Arrivals arrivals = new Arrivals(level, placed);
                for (int number : arriving.get(place)) {
                    Link link = level.links().get(number);
                    List<Layout.Stretch> way = layout.ways().get(number);
                    arrivals.add(
                            link,
                            way.isEmpty()
                                    ? Optional.empty()
                                    : Optional.of(way.get(way.size() - 1).x()));
                }
                inside = Optional.of(draw(item.inside().get(), arrivals.inOrder()));
            }
            placed.add(DrawnBoxes.at(
                    closed.get(place),
                    layout.rows().get(place),
                    layout.centres().get(place),
                    inside,
                    OpenDepth.isOpen(item, depth)));
        }
        return placed;
    }

    private static Sheet.Band band(NetworkDrawing.Kind kind) {
        return switch (kind) {
            case INPUT, ENTRY -> Sheet.Band.TOP;
            case EXIT -> Sheet.Band.BOTTOM;
            default -> Sheet.Band.FREE;
        };
    }

    private List<Line> lines(Level level, List<Box> placed, Layout layout) {
        List<Link> links = level.links();
        Borders begins = new Borders(placed, BESIDE);
        Borders ends = new Borders(placed, BESIDE);
        for (int number = 0; number < links.size(); number++) {
            Link link = links.get(number);
            List<Layout.Stretch> way = layout.ways().get(number);
            int next =
                    way.isEmpty() ? placed.get(link.to()).centre() : way.get(0).x();
            int last = way.isEmpty()
                    ? placed.get(link.from()).centre()
                    : way.get(way.size() - 1).x();
            begins.add(link.from(), link.value(), next);
            ends.add(link.to(), link.value(), last);
        }
        Labels labels = new Labels(network.graph(), level);
        List<Line> lines = new ArrayList<>();
        for (int number = 0; number < links.size(); number++) {
            Link link = links.get(number);
            Item from = level.items().get(link.from());
            Item to = level.items().get(link.to());
            Shape shape = network.graph().values().get(link.value()).shape();
            lines.add(new Line(
                    link.from(),
                    link.to(),
                    port(from, Item.Kind.EXIT, link.value()),
                    port(to, Item.Kind.ENTRY, link.value()),
                    begins.offset(link.from(), link.value()),
                    ends.offset(link.to(), link.value()),
                    layout.ways().get(number).stream()
                            .map(way -> new NetworkDrawing.Stretch(way.x(), way.first(), way.last()))
                            .toList(),
                    shapes.of(shape),
                    labels.labels(link)));
        }
        return lines;
    }

    /** Which of the ports of a module lets a value through. */
    private static int port(Item item, Item.Kind kind, int value) {
        if (item.inside().isEmpty()) {
            return 0;
        }
        List<Item> ports = item.inside().get().items().stream()
                .filter(inner -> inner.kind() == kind)
                .sorted(Comparator.comparing(Item::value))
                .toList();
        for (int port = 0; port < ports.size(); port++) {
            if (ports.get(port).value() == value) {
                return port;
            }
        }
        throw new IllegalStateException(item.path() + " does not pass on " + value);
    }

    private static List<Integer> gaps(List<Box> placed, List<Line> lines, int rows) {
        int[] gaps = new int[rows];
        for (Box box : placed) {
            gaps[box.row()] = Math.max(gaps[box.row()], box.isPort() ? BELOW_PORT : BELOW_BOX);
        }
        for (Line line : lines) {
            if (line.labelled()) {
                gaps[placed.get(line.from()).row()] = BELOW_LABEL;
            }
        }
        List<Integer> list = new ArrayList<>();
        for (int gap : gaps) {
            list.add(gap);
        }
        return list;
    }
}
