package io.archmeter.reports;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Lines from one count to a larger one on a scale of powers of ten. */
final class DumbbellChart {
    private static final int COLUMNS_FOR_TEN_TIMES = 10;
    private static final List<String> PREFIXES = List.of("", " k", " M", " G");

    private record Line(String label, int from, int to) {}

    private final int firstPower;
    private final int lastPower;
    private final List<Line> lines = new ArrayList<>();

    /** From 10 to the first power to 10 to the last. */
    DumbbellChart(int firstPower, int lastPower) {
        this.firstPower = firstPower;
        this.lastPower = lastPower;
    }

    void row(String label, Quantity from, Quantity to) {
        lines.add(new Line(label, column(from), column(to)));
    }

    private int column(Quantity count) {
        // StrictMath gives the same digits everywhere; a column is far wider than what a double leaves out.
        double powers =
                StrictMath.log10(count.in(Unit.ONE, 0, RoundingMode.HALF_UP).doubleValue());
        int column = (int) StrictMath.round((powers - firstPower) * COLUMNS_FOR_TEN_TIMES);
        if (column < 0 || column > width()) {
            throw new IllegalArgumentException(count.exactly() + " is not on the scale");
        }
        return column;
    }

    private int width() {
        return (lastPower - firstPower) * COLUMNS_FOR_TEN_TIMES;
    }

    String text() {
        int margin =
                lines.stream().mapToInt(line -> line.label().length()).max().orElse(0) + 2;
        StringBuilder text = new StringBuilder();
        write(text, margin, "", scale());
        for (Line line : lines) {
            write(text, margin, line.label(), row(line));
        }
        return text.toString();
    }

    private static void write(StringBuilder text, int margin, String label, String drawn) {
        text.append((label + " ".repeat(margin - label.length()) + drawn).stripTrailing())
                .append('\n');
    }

    private String scale() {
        StringBuilder scale = new StringBuilder();
        for (int power = firstPower; power <= lastPower; power++) {
            scale.append(" ".repeat((power - firstPower) * COLUMNS_FOR_TEN_TIMES - scale.length()))
                    .append(BigDecimal.TEN.pow(power % 3))
                    .append(PREFIXES.get(power / 3));
        }
        return scale.toString();
    }

    private String row(Line line) {
        StringBuilder drawn = new StringBuilder();
        for (int column = 0; column <= width(); column++) {
            drawn.append(mark(line, column));
        }
        return drawn.toString();
    }

    private static char mark(Line line, int column) {
        if (column == line.to()) {
            return '●';
        }
        if (column == line.from()) {
            return '○';
        }
        if (column > line.from() && column < line.to()) {
            return '─';
        }
        return column % COLUMNS_FOR_TEN_TIMES == 0 ? '│' : ' ';
    }
}
