package io.archmeter.sweep;

import io.archmeter.sweep.file.SpaceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Spaces in a folder, and what comes of them. */
public final class WrittenSpace {
    /** Of a convolution of 3×3 in some groups and a linear layer behind a mean: with a width w and g groups, 27w/g + w and 10w + 10 parameters. */
    public static final String NET = """
            input: [4, 8, 8]
            params: {width: 4, groups: 1, classes: 10}
            layers:
              conv: {conv: =width, kernel: 3, padding: 1, groups: =groups}
              pool: {adaptiveavgpool: 1}
              flatten: flatten
              fc: {linear: =classes}
            """;

    private WrittenSpace() {}

    /** A space beside {@link #NET}, which is net.yaml. */
    public static Path write(Path folder, String space) {
        return write(folder, NET, space);
    }

    public static Path write(Path folder, String net, String space) {
        try {
            Files.writeString(folder.resolve("net.yaml"), net);
            return Files.writeString(folder.resolve("space.yaml"), space);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public static Sweep read(Path folder, String space) {
        return SpaceFile.read(write(folder, space).toString(), Optional.empty());
    }

    /** All rows, in their order. */
    public static List<Row> rows(Sweep sweep, int threads) {
        List<Row> rows = new ArrayList<>();
        new SweepRun(sweep).run(BigInteger.ZERO, 0, threads, rows::addAll);
        return rows;
    }

    /** A row in a line: its index, what varies, and what came of it. */
    public static String text(Row row, Sweep sweep) {
        String what = "excluded";
        if (row.outcome() instanceof Outcome.Refused refused) {
            what = refused.code();
        } else if (row.outcome() instanceof Outcome.Measured measured) {
            what = measured.figures().stream()
                    .map(figure -> figure.map(amount -> String.valueOf(amount.atLeast()))
                            .orElse("-"))
                    .reduce((one, other) -> one + " " + other)
                    .orElse("");
        }
        return row.point().index() + " " + PointText.name(row.point(), sweep.space()) + ": " + what;
    }
}
