package io.archmeter.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.facts.Amount;
import io.archmeter.graph.DType;
import java.math.BigInteger;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The best of many. */
class FrontTest {
    @TempDir
    private Path folder;

    private Sweep sweep(String objectives) {
        return WrittenSpace.read(
                folder,
                "spec: net.yaml\nparams: {width: [4]}\nfigures: [parameters, multiply_adds, depth]\n" + objectives);
    }

    private static Row row(int position, long... figures) {
        List<Optional<Amount>> amounts = new ArrayList<>();
        for (long figure : figures) {
            amounts.add(Optional.of(Amount.exactly(figure)));
        }
        Point point = new Point(BigInteger.valueOf(position), Map.of(), Optional.empty(), 1, DType.FLOAT32);
        return new Row(BigInteger.valueOf(position), point, new Outcome.Measured(amounts));
    }

    private static List<Integer> positions(List<Row> rows) {
        return rows.stream().map(row -> row.position().intValueExact()).sorted().toList();
    }

    @Test
    void itHasWhatNoOtherBeatsInEverything() {
        Front front = new Front(sweep("minimize: parameters\nmaximize: depth"));
        front.add(row(0, 10, 0, 5));
        front.add(row(1, 8, 0, 5));
        front.add(row(2, 9, 0, 6));
        front.add(row(3, 9, 0, 4));
        front.add(row(4, 8, 0, 5));
        assertThat(positions(front.rows())).containsExactly(1, 2);
    }

    @Test
    void anObjectiveThatIsNotKnownKeepsARowFromIt() {
        Front front = new Front(sweep("minimize: parameters"));
        Point point = row(0, 1).point();
        Amount atLeast = new Amount(1, List.of("custom"));
        Row unknown = new Row(BigInteger.ZERO, point, new Outcome.Measured(List.of(Optional.of(atLeast))));
        assertThat(front.add(unknown)).isFalse();
        assertThat(front.rows()).isEmpty();
    }

    /** Against each compared with each, in any order and in parts. */
    @Test
    void itIsThatOfBruteForce() {
        Sweep sweep = sweep("minimize: [parameters, multiply_adds]\nmaximize: depth");
        for (long seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<Row> rows = new ArrayList<>();
            for (int position = 0; position < 200; position++) {
                rows.add(row(position, random.nextInt(12), random.nextInt(12), random.nextInt(12)));
            }
            List<Integer> expected = new ArrayList<>();
            for (Row row : rows) {
                if (rows.stream().noneMatch(other -> beats(other, row))) {
                    expected.add(row.position().intValueExact());
                }
            }
            Collections.shuffle(rows, random);
            Front left = new Front(sweep);
            Front right = new Front(sweep);
            rows.forEach(row -> (row.position().testBit(0) ? left : right).add(row));
            left.add(right);
            assertThat(positions(left.rows())).as("seed %d", seed).isEqualTo(expected);
        }
    }

    private static boolean beats(Row other, Row row) {
        long[] more = costs(other);
        long[] less = costs(row);
        boolean asGood = more[0] <= less[0] && more[1] <= less[1] && more[2] <= less[2];
        boolean alike = more[0] == less[0] && more[1] == less[1] && more[2] == less[2];
        return asGood && (!alike || other.position().compareTo(row.position()) < 0);
    }

    private static long[] costs(Row row) {
        return new long[] {
            row.figure(0).orElseThrow().atLeast(),
            row.figure(1).orElseThrow().atLeast(),
            -row.figure(2).orElseThrow().atLeast()
        };
    }
}
