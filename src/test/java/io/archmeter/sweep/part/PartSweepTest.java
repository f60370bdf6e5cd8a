package io.archmeter.sweep.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.sweep.Outcome;
import io.archmeter.sweep.Row;
import io.archmeter.sweep.Summary;
import io.archmeter.sweep.SummaryBytes;
import io.archmeter.sweep.Sweep;
import io.archmeter.sweep.WrittenSpace;
import io.archmeter.sweep.file.ReadSpace;
import io.archmeter.sweep.file.SpaceTexts;
import io.archmeter.sweep.file.Spaces;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Parts of a sweep, made anywhere, are the whole. */
class PartSweepTest {
    /** 6,000 points, of which a fifth is excluded, and a width that its groups do not divide is no network. */
    private static final String SPACE = """
            spec: net.yaml
            params: {width: {from: 1, to: 2000}, groups: [1, 2, 4]}
            where: =width % 5 != 0
            figures: [parameters, multiply_adds, output_bytes]
            limits: {parameters: at most 50k}
            minimize: parameters
            maximize: [multiply_adds, accuracy]
            accuracy: measured.csv
            """;

    @TempDir
    private Path folder;

    private ReadSpace space(String text) throws IOException {
        StringBuilder measured = new StringBuilder("model,accuracy\n");
        for (int width = 1; width <= 300; width++) {
            measured.append("width=")
                    .append(width)
                    .append(" groups=2,")
                    .append(width % 97)
                    .append('\n');
        }
        Files.writeString(folder.resolve("measured.csv"), measured);
        return Spaces.read(WrittenSpace.write(folder, text).toString(), Optional.empty());
    }

    private static String text(Summary summary, Sweep sweep) {
        List<String> lines = new ArrayList<>();
        lines.add(summary.points() + " " + summary.excluded() + " " + summary.networks() + " " + summary.within() + " "
                + summary.notKnown() + " " + summary.unrated());
        summary.reasons()
                .forEach(reason -> lines.add(reason.code() + " " + reason.points() + " " + reason.fact() + " "
                        + reason.first().position()));
        summary.front().rows().forEach(row -> lines.add(WrittenSpace.text(row, sweep)));
        summary.drawn().forEach(row -> lines.add(WrittenSpace.text(row, sweep)));
        for (int figure = 0; figure < sweep.figures().size(); figure++) {
            for (int share : List.of(0, 5, 50, 95, 100)) {
                lines.add(summary.distribution(figure)
                        .orElseThrow()
                        .quantile(share)
                        .toString());
            }
        }
        return String.join("\n", lines);
    }

    /** In any order, by way of bytes, of a space that is read of its texts alone, when the files are gone. */
    @Test
    void partsTogetherAreTheWhole() throws IOException {
        ReadSpace space = space(SPACE);
        Sweep sweep = space.sweep();
        List<Row> rows = WrittenSpace.rows(sweep, 2);
        Summary whole = new Summary(sweep);
        rows.forEach(whole::add);
        byte[] texts = space.texts().bytes();
        Files.delete(folder.resolve("net.yaml"));
        Files.delete(folder.resolve("measured.csv"));
        Sweep elsewhere = SpaceTexts.of(texts).sweep();
        assertThat(elsewhere.fingerprint()).isEqualTo(sweep.fingerprint());
        PartSweep parts = new PartSweep(elsewhere);
        assertThat(parts.parts()).isEqualTo(new Parts(4_096));
        assertThat(parts.parts().count(sweep.end())).isEqualTo(2);
        assertThat(text(parts.summary(1, sweep.end()), sweep))
                .isEqualTo(text(summary(rows.subList(4_096, 6_000), sweep), sweep));
        for (long seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            int cut = random.nextInt(6_000);
            int end = cut + random.nextInt(6_000 - cut);
            List<List<Row>> pieces =
                    new ArrayList<>(List.of(rows.subList(0, cut), rows.subList(cut, end), rows.subList(end, 6_000)));
            Collections.shuffle(pieces, random);
            Summary together = new Summary(sweep);
            for (List<Row> piece : pieces) {
                together.add(SummaryBytes.read(sweep, SummaryBytes.write(summary(piece, elsewhere))));
            }
            assertThat(text(together, sweep)).as("seed %d", seed).isEqualTo(text(whole, sweep));
        }
        assertThat(whole.networks()).isGreaterThan(2_000);
        assertThat(whole.drawn()).hasSizeBetween(1_000, 2_000);
    }

    private static Summary summary(List<Row> rows, Sweep sweep) {
        Summary summary = new Summary(sweep);
        rows.forEach(summary::add);
        return summary;
    }

    @Test
    void aSampleEndsAfterItsLastPoint() throws IOException {
        Sweep sweep = space(SPACE + "sample: 4000\n").sweep();
        PartSweep parts = new PartSweep(sweep);
        long first = parts.points(0);
        BigInteger end = parts.after(1, 4_000 - first);
        List<Row> rows = WrittenSpace.rows(sweep, 1);
        assertThat(rows.stream().filter(row -> !(row.outcome() instanceof Outcome.Excluded)))
                .hasSize(4_000);
        assertThat(end)
                .isEqualTo(rows.get(rows.size() - 1).position().add(BigInteger.ONE))
                .isGreaterThan(BigInteger.valueOf(4_096));
    }

    /** 2·10¹⁰ points: with 65,536 parts, each has at least 305,176 of them, and a power of two. */
    @Test
    void largeSpacesHaveLargeParts() throws IOException {
        Sweep large = space("spec: net.yaml\nparams: {width: {from: 1, to: 20000000000}}\n")
                .sweep();
        assertThat(Parts.of(large)).isEqualTo(new Parts(524_288));
        assertThat(Parts.of(large).count(large.end())).isEqualTo(38_147);
        assertThat(Parts.of(large).to(38_146, large.end())).isEqualTo(large.end());
        assertThat(Parts.file(38_146)).isEqualTo("part-38146.parquet");
    }

    @Test
    void aPartThatIsThereIsTakenAsItIs() throws IOException {
        Sweep sweep = space(SPACE).sweep();
        PartSweep parts = new PartSweep(sweep);
        PartFiles files =
                new PartFiles(sweep, DiskFolder.of(folder.resolve("rows").toString()));
        String made = text(parts.summary(1, sweep.end(), files, false), sweep);
        assertThat(made).isEqualTo(text(parts.summary(1, sweep.end()), sweep));
        Path file = folder.resolve("rows").resolve(Parts.file(1));
        assertThat(Files.exists(file)).isTrue();
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        assertThat(text(parts.summary(1, sweep.end(), files, true), sweep)).isEqualTo(made);
        assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000);
    }
}
