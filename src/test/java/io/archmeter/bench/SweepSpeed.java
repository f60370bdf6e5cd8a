package io.archmeter.bench;

import io.archmeter.Archmeter;
import io.archmeter.load.LoadOptions;
import io.archmeter.sweep.PointText;
import io.archmeter.sweep.Row;
import io.archmeter.sweep.Sample;
import io.archmeter.sweep.Sweep;
import io.archmeter.sweep.SweepRun;
import io.archmeter.sweep.file.SpaceFile;
import java.lang.management.ManagementFactory;
import java.math.BigInteger;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Points of a space a second, beside loading and analyzing each: in turns, in CPU time of one thread. */
public final class SweepSpeed {
    private static final int ROUNDS = 5;
    private static final int ALONE = 40;

    private SweepSpeed() {}

    /** @param args a space, and how many of its points a round has */
    public static void main(String[] args) {
        int points = Integer.parseInt(args[1]);
        Sweep sweep = SpaceFile.read(args[0], Optional.of(new Sample(Integer.MAX_VALUE, 1)));
        SweepRun run = new SweepRun(sweep);
        for (int round = 0; round < ROUNDS; round++) {
            BigInteger from = BigInteger.valueOf((long) round * points);
            long begin = cpu();
            List<Row> rows = run.rows(from, from.add(BigInteger.valueOf(points)));
            long shared = (cpu() - begin) / points;
            begin = cpu();
            for (Row row : rows.subList(0, ALONE)) {
                Map<String, String> set = new LinkedHashMap<>();
                row.point().settings().forEach((name, value) -> set.put(name, PointText.of(value)));
                Archmeter.load(args[2], new LoadOptions(1, Optional.empty(), set))
                        .analyze();
            }
            long alone = (cpu() - begin) / ALONE;
            System.out.printf(
                    Locale.ROOT,
                    "round %d: %,d ns a point, %,d ns loaded and analyzed alone, %.1f times%n",
                    round,
                    shared,
                    alone,
                    (double) alone / shared);
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
