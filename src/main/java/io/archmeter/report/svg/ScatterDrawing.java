package io.archmeter.report.svg;

import io.archmeter.report.markup.Markup;
import io.archmeter.report.markup.PageResource;
import io.archmeter.report.picture.Scatter;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Discs between two axes, the large ones under the small ones, with labels that do not lie on each other. */
final class ScatterDrawing implements Drawing {
    private static final int LEFT = 78;
    private static final int RIGHT = 84;
    private static final int TOP = 34;
    private static final int BELOW = 48;
    private static final int ACROSS = 720;
    private static final int UP = 470;
    private static final int MANY = 32;
    private static final int LARGEST = 26;
    private static final int SMALLEST = 3;

    private record Disc(Scatter.Point point, int x, int y, int radius) {
        FreePlaces.Box box() {
            return new FreePlaces.Box(x - radius, y - radius, 2 * radius, 2 * radius);
        }
    }

    private final Scatter scatter;
    private final Plane plane;

    ScatterDrawing(Scatter scatter) {
        this.scatter = scatter;
        this.plane = new Plane(LEFT, TOP, ACROSS, UP, scatter.across(), scatter.up());
    }

    @Override
    public PageResource style() {
        return PageResource.CHART_STYLE;
    }

    @Override
    public int width() {
        return LEFT + ACROSS + RIGHT;
    }

    @Override
    public int height() {
        return TOP + UP + BELOW;
    }

    @Override
    public void draw(Markup svg) {
        plane.drawAxes(height(), svg);
        drawLines(svg);
        List<Disc> discs = discs();
        for (Disc disc : discs) {
            Pen.disc(
                    svg,
                    "disc " + PaintClass.of(disc.point().paint()),
                    disc.x(),
                    disc.y(),
                    disc.radius(),
                    words(disc.point()));
            svg.line();
        }
        drawLabels(discs, svg);
    }

    /** Their labels stand above all, where no disc is. */
    private void drawLines(Markup svg) {
        List<String> labels = new ArrayList<>();
        for (Scatter.Line line : scatter.lines()) {
            StringBuilder path = new StringBuilder();
            for (Scatter.Corner corner : line.corners()) {
                path.append(path.isEmpty() ? 'M' : 'L')
                        .append(plane.x(corner.across()))
                        .append(' ')
                        .append(plane.y(corner.up()));
            }
            Pen.path(svg, "roof", path.toString());
            svg.line();
            labels.add(line.label());
        }
        if (!labels.isEmpty()) {
            Pen.text(svg, "faint end", LEFT + ACROSS, 14, String.join("; ", labels));
            svg.line();
        }
    }

    private String words(Scatter.Point point) {
        List<String> words = new ArrayList<>();
        words.add(scatter.across().title() + " " + point.across().words());
        words.add(scatter.up().title() + " " + point.up().words());
        words.add(point.area().words());
        return point.label() + ": " + String.join(", ", words);
    }

    /** The large ones first. */
    private List<Disc> discs() {
        long largest = 1;
        for (Scatter.Point point : scatter.points()) {
            largest = Math.max(largest, point.area().exact());
        }
        List<Disc> discs = new ArrayList<>();
        for (Scatter.Point point : scatter.points()) {
            discs.add(new Disc(
                    point,
                    plane.x(point.across()),
                    plane.y(point.up()),
                    radius(point.area().exact(), largest)));
        }
        discs.sort(Comparator.comparingInt(Disc::radius).reversed());
        return discs;
    }

    /** Areas are as the amounts, down to what can still be seen. */
    private static int radius(long amount, long largest) {
        int radius = BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(LARGEST * LARGEST))
                .divide(BigInteger.valueOf(largest))
                .sqrt()
                .intValueExact();
        return Math.max(SMALLEST, radius);
    }

    private void drawLabels(List<Disc> discs, Markup svg) {
        FreePlaces places = new FreePlaces(
                new FreePlaces.Box(LEFT, TOP - 18, ACROSS + RIGHT, UP + 18), discs.size() <= MANY ? 4 : 2);
        for (Disc disc : discs) {
            places.take(middle(disc));
            places.avoid(disc.box());
        }
        int nameless = 0;
        for (int i = discs.size() - 1; i >= 0; i--) {
            Disc disc = discs.get(i);
            int width = Letters.width(disc.point().label())
                    - Letters.width(disc.point().label()) / 8;
            Optional<FreePlaces.Box> box = places.beside(disc.box(), width, 13);
            if (box.isPresent()) {
                drawLabel(disc, box.get(), svg);
            } else {
                nameless++;
            }
        }
        if (nameless > 0) {
            Pen.text(svg, "faint small", LEFT, height() - 8, nameless + " of them have no room for a name");
        }
    }

    /** What no label hides, even where it has to lie on a large disc. */
    private static FreePlaces.Box middle(Disc disc) {
        int radius = Math.min(disc.radius(), 6);
        return new FreePlaces.Box(disc.x() - radius, disc.y() - radius, 2 * radius, 2 * radius);
    }

    private static void drawLabel(Disc disc, FreePlaces.Box box, Markup svg) {
        int x = Math.max(box.x(), Math.min(disc.x(), box.x() + box.width()));
        int y = box.y() + box.height() / 2;
        long away = Math.abs((long) x - disc.x()) + Math.abs((long) y - disc.y());
        if (away > disc.radius() + 12L) {
            Pen.line(svg, "leader", disc.x(), disc.y(), x, y);
        }
        Pen.text(
                svg,
                "label small halo",
                box.x() + 1,
                box.y() + box.height() - 3,
                disc.point().label());
        svg.line();
    }
}
