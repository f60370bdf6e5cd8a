package io.archmeter.layout;

import java.util.ArrayList;
import java.util.List;

/** The row of each box: below the lowest of those above it. What nothing leads to stands just above where it is taken. */
final class Rows {
    private final Sheet sheet;
    private final List<List<Integer>> above = new ArrayList<>();
    private final List<List<Integer>> below = new ArrayList<>();
    private final int[] rows;

    private Rows(Sheet sheet) {
        this.sheet = sheet;
        this.rows = new int[sheet.boxes().size()];
        for (int box = 0; box < rows.length; box++) {
            above.add(new ArrayList<>());
            below.add(new ArrayList<>());
        }
        for (Sheet.Line line : sheet.lines()) {
            above.get(line.to()).add(line.from());
            below.get(line.from()).add(line.to());
        }
    }

    static int[] of(Sheet sheet) {
        Rows found = new Rows(sheet);
        found.fall();
        found.rise();
        return found.rows;
    }

    private Sheet.Band band(int box) {
        return sheet.boxes().get(box).band();
    }

    private void fall() {
        boolean top = sheet.boxes().stream().anyMatch(box -> box.band() == Sheet.Band.TOP);
        int last = 0;
        for (int box = 0; box < rows.length; box++) {
            int row = band(box) == Sheet.Band.TOP || !top ? 0 : 1;
            for (int upper : above.get(box)) {
                row = Math.max(row, rows[upper] + 1);
            }
            rows[box] = row;
            last = Math.max(last, band(box) == Sheet.Band.BOTTOM ? row : row + 1);
        }
        for (int box = 0; box < rows.length; box++) {
            if (band(box) == Sheet.Band.BOTTOM) {
                rows[box] = last;
            }
        }
    }

    /** Lets down what no box of the top leads to, as far as it goes. */
    private void rise() {
        boolean[] led = new boolean[rows.length];
        for (int box = 0; box < rows.length; box++) {
            led[box] = band(box) != Sheet.Band.FREE;
            for (int upper : above.get(box)) {
                led[box] |= led[upper];
            }
        }
        for (int box = rows.length - 1; box >= 0; box--) {
            if (!led[box] && !below.get(box).isEmpty()) {
                int lowest = Integer.MAX_VALUE;
                for (int lower : below.get(box)) {
                    lowest = Math.min(lowest, rows[lower] - 1);
                }
                rows[box] = lowest;
            }
        }
    }
}
