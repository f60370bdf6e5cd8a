package io.archmeter.report.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * Rows that follow each other, and how often they are there, one block after the other.
 *
 * @param begin the first row of the first block
 * @param rows of one block
 * @param times how many blocks, at least 1
 */
record RepeatedBlock(int begin, int rows, int times) {
    /** A row that is there twice needs no shorter way. */
    private static final int FEWEST = 2;

    /** More rows than a block has. */
    private static final int MOST = 60;

    /** All rows in their order, each in one block; what is not repeated is a block of one row. */
    static List<RepeatedBlock> in(List<?> rows) {
        List<RepeatedBlock> blocks = new ArrayList<>();
        int next = 0;
        while (next < rows.size()) {
            RepeatedBlock block = at(next, rows);
            blocks.add(block);
            next = block.end();
        }
        return blocks;
    }

    private static RepeatedBlock at(int begin, List<?> rows) {
        for (int period = FEWEST; period <= MOST && begin + 2 * period <= rows.size(); period++) {
            int times = times(begin, period, rows);
            if (times > 1) {
                return new RepeatedBlock(begin, period, times);
            }
        }
        return new RepeatedBlock(begin, 1, 1);
    }

    private static int times(int begin, int period, List<?> rows) {
        List<?> first = rows.subList(begin, begin + period);
        int times = 1;
        for (int next = begin + period; next + period <= rows.size(); next += period) {
            if (!rows.subList(next, next + period).equals(first)) {
                break;
            }
            times++;
        }
        return times;
    }

    /** The row after the first block. */
    int endOfFirst() {
        return begin + rows;
    }

    /** The row after all of them. */
    int end() {
        return begin + rows * times;
    }
}
