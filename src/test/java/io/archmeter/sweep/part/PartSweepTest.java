package io.archmeter.sweep.part;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.sweep.Row;
import io.archmeter.sweep.Summary;
import io.archmeter.sweep.SummaryBytes;
import io.archmeter.sweep.Sweep;
import io.archmeter.sweep.SweepRun;
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
    /** 3,600 points, of which a fifth is excluded; an odd width in two groups is no network. */
    private static final String SPACE = """
            spec: net.yaml
            params: {width: {from: 1, to: 1800}, groups: [1, 2]}
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
        for (long seed = 0; seed < 3; seed++) {
            Random random = new Random(seed);
            int cut = random.nextInt(3_600);
            int end = cut + random.nextInt(3_600 - cut);
            List<List<Row>> pieces =
                    new ArrayList<>(List.of(rows.subList(0, cut), rows.subList(cut, end), rows.subList(end, 3_600)));
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

    /** Of neighbours, the widths are 1, 1, 2, 2 …; a sample takes them in the order of its seed. */
    @Test
    void aSampleEndsAfterItsLastPoint() throws IOException {
        Sweep sweep =
                space(SPACE.replace("to: 1800", "to: 10000") + "sample: 4000\n").sweep();
        PartSweep parts = new PartSweep(sweep);
        long position = 0;
        long found = 0;
        while (found < 4_000) {
            BigInteger index = sweep.order().index(BigInteger.valueOf(position));
            found += (index.longValueExact() / 2 + 1) % 5 == 0 ? 0 : 1;
            position++;
        }
        assertThat(position).isBetween(4_097L, 8_192L);
        assertThat(parts.after(1, 4_000 - parts.points(0))).isEqualTo(position);
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
        BigInteger end = BigInteger.valueOf(300);
        String made = text(parts.summary(0, end, Optional.of(files), false), sweep);
        assertThat(made)
                .isEqualTo(text(parts.summary(0, end, Optional.empty(), false), sweep))
                .isEqualTo(text(summary(new SweepRun(sweep).rows(BigInteger.ZERO, end), sweep), sweep));
        Path file = folder.resolve("rows").resolve(Parts.file(0));
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        assertThat(text(parts.summary(0, end, Optional.of(files), true), sweep)).isEqualTo(made);
        assertThat(Files.getLastModifiedTime(file).toMillis()).isEqualTo(1_000);
        parts.summary(0, end.add(BigInteger.ONE), Optional.of(files), true);
        assertThat(Files.getLastModifiedTime(file).toMillis()).isNotEqualTo(1_000);
    }
}
