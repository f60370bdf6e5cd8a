package io.archmeter.report.svg;

import io.archmeter.report.picture.NetworkDrawing.Box;
import io.archmeter.report.picture.NetworkDrawing.Kind;
import io.archmeter.report.picture.NetworkDrawing.Level;
import io.archmeter.report.picture.NetworkDrawing.Line;
import io.archmeter.report.picture.NetworkDrawing.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where everything in a level stands when some of its boxes are open: boxes make room to the left, to the right and below, and their
 * middles keep their order. {@code graph.js} does the same when somebody opens or closes one.
 */
final class Placement {
    /** Beside and below what is inside of a box. */
    static final int PADDING = 12;
    /** Above what is inside of a box, where its name is. */
    static final int HEAD = 26;
    /** A gap is a pixel higher for so many that a line goes aside in it, so that lines are not too flat. */
    private static final int FLAT = 12;

    private static final int HIGHEST_GAP = 56;

    private final Level level;
    private final List<Optional<Placement>> inside = new ArrayList<>();
    private final Spread spread;
    private final int[] tops;
    private final int[] bottoms;

    Placement(Level level) {
        this.level = level;
        List<Spread.Range> ranges = new ArrayList<>();
        for (Box box : level.boxes()) {
            Optional<Placement> open =
                    box.open() ? Optional.of(new Placement(box.inside().get())) : Optional.empty();
            inside.add(open);
            if (open.isPresent()) {
                int half = box.width() / 2;
                int left = PADDING + open.get().axis();
                ranges.add(new Spread.Range(box.centre() - half, box.centre(), left));
                ranges.add(new Spread.Range(box.centre(), box.centre() + half, widthOpen(box, open.get()) - left));
            }
        }
        this.spread = new Spread(ranges, level.width());
        int rows = level.gaps().size();
        this.tops = new int[rows];
        this.bottoms = new int[rows];
        findRows();
    }

    /** What a script needs to do the same: padding, head, and how gaps grow. */
    static String room() {
        return PADDING + " " + HEAD + " " + FLAT + " " + HIGHEST_GAP;
    }

    private static int widthOpen(Box box, Placement inside) {
        return Math.max(box.width(), inside.width() + 2 * PADDING);
    }

    private void findRows() {
        int[] heights = new int[tops.length];
        int[] gaps = new int[tops.length];
        for (int box = 0; box < inside.size(); box++) {
            int row = level.boxes().get(box).row();
            heights[row] = Math.max(heights[row], height(box));
        }
        for (Line line : level.lines()) {
            int x = begin(line);
            int row = level.boxes().get(line.from()).row();
            for (Stretch stretch : line.way()) {
                gaps[row] = Math.max(gaps[row], Math.abs(at(stretch) - x));
                x = at(stretch);
                row = stretch.last();
            }
            gaps[row] = Math.max(gaps[row], Math.abs(end(line) - x));
        }
        int y = 0;
        for (int row = 0; row < tops.length; row++) {
            tops[row] = y;
            bottoms[row] = y + heights[row];
            y = bottoms[row] + Math.max(level.gaps().get(row), Math.min(HIGHEST_GAP, gaps[row] / FLAT));
        }
    }

    int width() {
        return spread.width();
    }

    int height() {
        return bottoms.length == 0 ? 0 : bottoms[bottoms.length - 1];
    }

    int axis() {
        return spread.of(level.axis());
    }

    /** What is in a box, where it is open. */
    Optional<Placement> inside(int box) {
        return inside.get(box);
    }

    int left(int box) {
        Box closed = level.boxes().get(box);
        int middle = spread.of(closed.centre());
        return inside.get(box).map(open -> middle - PADDING - open.axis()).orElse(middle - closed.width() / 2);
    }

    int top(int box) {
        return tops[level.boxes().get(box).row()];
    }

    int width(int box) {
        Box closed = level.boxes().get(box);
        return inside.get(box).map(open -> widthOpen(closed, open)).orElse(closed.width());
    }

    int height(int box) {
        return inside.get(box)
                .map(open -> HEAD + open.height() + PADDING)
                .orElse(level.boxes().get(box).height());
    }

    /** Where a line passes rows. */
    int at(Stretch stretch) {
        return spread.of(stretch.x());
    }

    int begin(Line line) {
        return meets(line.from(), Kind.EXIT, line.exit(), line.leaves());
    }

    int end(Line line) {
        return meets(line.to(), Kind.ENTRY, line.entry(), line.enters());
    }

    private int meets(int box, Kind kind, int port, int aside) {
        if (inside.get(box).isEmpty()) {
            return spread.of(level.boxes().get(box).centre()) + aside;
        }
        Placement open = inside.get(box).get();
        int place = open.level.ports(kind).get(port);
        return left(box)
                + PADDING
                + open.spread.of(open.level.boxes().get(place).centre());
    }

    /** A line as the data of a path: straight through rows, and curved between them. */
    String path(Line line) {
        Box from = level.boxes().get(line.from());
        Box to = level.boxes().get(line.to());
        int x = begin(line);
        int row = from.row();
        int y = top(line.from()) + height(line.from());
        StringBuilder path = new StringBuilder("M").append(x).append(' ');
        path.append(from.kind() == Kind.ENTRY ? y - HEAD : y);
        for (Stretch stretch : line.way()) {
            int next = at(stretch);
            go(path, x, bottoms[row], next, tops[stretch.first()]);
            x = next;
            row = stretch.last();
        }
        go(path, x, bottoms[row], end(line), tops[to.row()]);
        if (to.kind() == Kind.EXIT) {
            path.append('V').append(tops[to.row()] + PADDING);
        }
        return path.toString();
    }

    private static void go(StringBuilder path, int x, int y, int nextX, int nextY) {
        if (x != nextX) {
            int middle = (y + nextY) / 2;
            path.append('V').append(y);
            path.append('C').append(x).append(' ').append(middle);
            path.append(' ').append(nextX).append(' ').append(middle);
            path.append(' ').append(nextX).append(' ').append(nextY);
        } else {
            path.append('V').append(nextY);
        }
    }

    /** Whether a line goes on inside or outside of the module where it ends, and has no head there. */
    boolean goesOn(Line line) {
        return inside.get(line.to()).isPresent() || level.boxes().get(line.to()).kind() == Kind.EXIT;
    }
}
