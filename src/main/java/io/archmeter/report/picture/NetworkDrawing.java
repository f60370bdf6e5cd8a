package io.archmeter.report.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A network as a graph: boxes from top to bottom, lines between them, and boxes that hold a level of their own. Where a box stands is
 * said as if all boxes were closed; a drawing makes room for those that are open.
 *
 * @param figures the words of the figures that a box has, in their order
 * @param figure which of them is drawn at first, from 0
 * @param note what is not drawn; empty where all is
 * @param level what is outermost
 */
public record NetworkDrawing(
        String name, String title, String summary, List<String> figures, int figure, String note, Level level)
        implements Picture {
    public NetworkDrawing {
        figures = List.copyOf(figures);
        if (figure < 0 || figure >= figures.size()) {
            throw new IllegalArgumentException("there is no figure " + figure);
        }
        for (Box box : level.all()) {
            if (!box.amounts().isEmpty() && box.amounts().size() != figures.size()) {
                throw new IllegalArgumentException(box.path() + " has other figures");
            }
        }
    }

    /** What a box is. */
    public enum Kind {
        /** What the network is given. */
        INPUT,
        /** Where a module takes something: a point at its upper border. */
        ENTRY,
        /** A layer with multiply-adds, or weights: what it is takes a line of its own. */
        LAYER,
        /** A small layer, in one line. */
        FUNCTION,
        /** Layers with a name in common. */
        MODULE,
        /** Layers that are not drawn. */
        REST,
        /** Where a module gives something: a point at its lower border. */
        EXIT,
        /** What the network puts out. */
        OUTPUT
    }

    /**
     * Boxes and lines inside the network, or inside a module.
     *
     * @param boxes entries first and exits last; the boxes between them each below all that it takes something of
     * @param gaps for each row the least room below it, in pixels
     * @param width of all of it, in pixels
     */
    public record Level(List<Box> boxes, List<Line> lines, List<Integer> gaps, int width) {
        public Level {
            boxes = List.copyOf(boxes);
            lines = List.copyOf(lines);
            gaps = List.copyOf(gaps);
        }

        /** Its boxes, and those in them. */
        public List<Box> all() {
            List<Box> all = new ArrayList<>();
            for (Box box : boxes) {
                all.add(box);
                box.inside().ifPresent(inside -> all.addAll(inside.all()));
            }
            return all;
        }

        /** The places of entries, or of exits, among the boxes, in their order. */
        public List<Integer> ports(Kind kind) {
            List<Integer> ports = new ArrayList<>();
            for (int place = 0; place < boxes.size(); place++) {
                if (boxes.get(place).kind() == kind) {
                    ports.add(place);
                }
            }
            return ports;
        }

        /**
         * Where a line goes straight in and out, in pixels from the left: at the only entry, else at the only exit, else at the first
         * entry; in the middle where there is none.
         */
        public int axis() {
            List<Integer> entries = ports(Kind.ENTRY);
            List<Integer> exits = ports(Kind.EXIT);
            if (entries.size() != 1 && exits.size() == 1) {
                return boxes.get(exits.get(0)).centre();
            }
            return entries.isEmpty() ? width / 2 : boxes.get(entries.get(0)).centre();
        }
    }

    /**
     * A box.
     *
     * @param path the whole name of a layer or a module; empty for all else
     * @param name as the box shows it
     * @param about what it is, in a few words; may be empty
     * @param remark a second line about a module; may be empty
     * @param amounts one for each figure; none where there are no figures of it
     * @param row the row of its level, from 0
     * @param centre the middle, in pixels from the left of its level
     * @param width in pixels, even
     * @param height in pixels
     * @param inside its own level, where that is drawn
     * @param open whether it is drawn open at first
     */
    public record Box(
            Kind kind,
            String path,
            String name,
            String about,
            String remark,
            List<Quantity> amounts,
            int row,
            int centre,
            int width,
            int height,
            Optional<Level> inside,
            boolean open) {
        public Box {
            amounts = List.copyOf(amounts);
            if (open && inside.isEmpty()) {
                throw new IllegalArgumentException(path + " has nothing to show inside");
            }
        }

        /** Whether it is a point at the border of a module. */
        public boolean isPort() {
            return kind == Kind.ENTRY || kind == Kind.EXIT;
        }
    }

    /**
     * A line from one box down to another.
     *
     * @param from the place of the upper box in its level
     * @param to the place of the lower box
     * @param exit which of the exits of an open upper box it begins at, from 0
     * @param entry which of the entries of an open lower box it ends at, from 0
     * @param leaves how far from the middle of the closed upper box it begins, in pixels to the right
     * @param enters how far from the middle of the closed lower box it ends
     * @param way how it passes the rows between both
     * @param shape what passes along it, in words
     * @param labelled whether the words stand at its begin
     */
    public record Line(
            int from,
            int to,
            int exit,
            int entry,
            int leaves,
            int enters,
            List<Stretch> way,
            String shape,
            boolean labelled) {
        public Line {
            way = List.copyOf(way);
        }
    }

    /**
     * A line goes straight down.
     *
     * @param x in pixels from the left of the level
     * @param first the first row that it passes
     * @param last the last row that it passes
     */
    public record Stretch(int x, int first, int last) {}
}
