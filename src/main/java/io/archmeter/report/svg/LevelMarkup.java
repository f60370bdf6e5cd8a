package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.NetworkDrawing.Box;
import io.archmeter.report.picture.NetworkDrawing.Kind;
import io.archmeter.report.picture.NetworkDrawing.Level;
import io.archmeter.report.picture.NetworkDrawing.Line;
import io.archmeter.report.picture.NetworkDrawing.Stretch;
import java.util.Optional;
import java.util.stream.Collectors;

/** The elements of a level, and of those in it. What is closed is written for a page alone, and has no places before it is opened. */
final class LevelMarkup {
    private final BoxMarkup boxes;
    private final boolean page;

    LevelMarkup(NetworkDrawing network, long largest, boolean page) {
        this.boxes = new BoxMarkup(network, largest, page);
        this.page = page;
    }

    void write(Level level, Placement placement, Markup svg) {
        write(level, Optional.of(placement), svg);
    }

    private void write(Level level, Optional<Placement> placement, Markup svg) {
        svg.open("g", "level");
        if (page) {
            svg.attribute(
                            "data-rows",
                            level.gaps().stream().map(String::valueOf).collect(Collectors.joining(" ")))
                    .attribute("data-size", level.width() + " " + level.axis())
                    .attribute("data-in", ports(level, Kind.ENTRY))
                    .attribute("data-out", ports(level, Kind.EXIT));
        }
        for (Line line : level.lines()) {
            line(level, line, placement, svg);
        }
        for (int place = 0; place < level.boxes().size(); place++) {
            if (!level.boxes().get(place).isPort()) {
                box(level, place, placement, svg);
            }
        }
        svg.close();
    }

    private static String ports(Level level, Kind kind) {
        return level.ports(kind).stream()
                .map(port -> String.valueOf(level.boxes().get(port).centre()))
                .collect(Collectors.joining(" "));
    }

    private void line(Level level, Line line, Optional<Placement> placement, Markup svg) {
        boolean goesOn = placement.isPresent() && placement.get().goesOn(line);
        svg.open("path", goesOn ? "edge through" : "edge");
        placement.ifPresent(placed -> svg.attribute("d", placed.path(line)));
        if (page) {
            svg.attribute("data-way", way(line));
        }
        if (line.shape().isEmpty()) {
            svg.closeEmpty();
        } else {
            svg.element("title", line.shape()).close();
        }
        boolean inside =
                placement.isPresent() && placement.get().inside(line.from()).isPresent();
        if (line.labelled() && (page || !inside)) {
            svg.open("text", inside ? "shape within" : "shape");
            placement.ifPresent(placed -> svg.attribute("x", placed.begin(line) + 5)
                    .attribute("y", placed.top(line.from()) + placed.height(line.from()) + 13));
            svg.text(line.shape()).close();
        }
        if (placement.isPresent()) {
            svg.line();
        }
    }

    /** All that a script needs to draw it: the numbers of both boxes, of their ports, both ends, and stretches of three numbers. */
    private static String way(Line line) {
        StringBuilder way = new StringBuilder();
        way.append(line.from()).append(' ').append(line.to());
        way.append(' ').append(line.exit()).append(' ').append(line.entry());
        way.append(' ').append(line.leaves()).append(' ').append(line.enters());
        for (Stretch stretch : line.way()) {
            way.append(' ').append(stretch.x()).append(' ').append(stretch.first());
            way.append(' ').append(stretch.last());
        }
        return way.toString();
    }

    private void box(Level level, int place, Optional<Placement> placement, Markup svg) {
        Box box = level.boxes().get(place);
        Optional<Placement> inside = placement.flatMap(placed -> placed.inside(place));
        boxes.begin(box, svg);
        placement.ifPresent(placed ->
                svg.attribute("transform", "translate(" + placed.left(place) + " " + placed.top(place) + ")"));
        int width = placement.map(placed -> placed.width(place)).orElse(box.width());
        int height = placement.map(placed -> placed.height(place)).orElse(box.height());
        boxes.write(box, width, height, placement.isPresent(), svg);
        if (box.inside().isPresent() && (page || inside.isPresent())) {
            svg.open("g", "inside")
                    .attribute("transform", "translate(" + Placement.PADDING + " " + Placement.HEAD + ")");
            write(box.inside().get(), inside, svg);
            svg.close();
        }
        svg.close();
        if (placement.isPresent()) {
            svg.line();
        }
    }
}
