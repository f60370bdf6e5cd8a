package io.archmeter.snapshot.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.problem.ProblemException;
import io.archmeter.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of a baseline or a report, a user meets its models or problems. */
class RecordedMutationTest {
    private static final long SEED = 20_261_125;
    private static final int ROUNDS = 6_000;

    private static final Pattern TOKEN = Pattern.compile("\"[^\"]*\"|-?[0-9.]+|true|null|[^\\s]");

    /** What stands for itself, and for trouble. */
    private static final List<String> TROUBLE = List.of(
            "0",
            "-1",
            "0.5",
            "9223372036854775807",
            "9223372036854775808",
            "1e400",
            "null",
            "true",
            "{}",
            "[]",
            "\"\"",
            "\" \"",
            "\"0x1\"",
            "\"99999999999999999999\"",
            "\"\\u0000\"",
            "\"float16\"",
            "\"settings\": {\"batch\": 0}, ",
            "\"settings\": {\"input\": \"\"}, ",
            "{",
            "}",
            "[",
            "]",
            ",",
            ":",
            "\n<<<<<<< a\n");

    static List<String> files() {
        return List.of(SmallBaseline.TEXT, SeveralInputsBaseline.TEXT, OldReport.TEXT, OldReport.WITH_TYPES);
    }

    @ParameterizedTest
    @MethodSource("files")
    void aMutatedFileIsReadOrRefused(String file) {
        List<String> original =
                TOKEN.matcher(file).results().map(MatchResult::group).toList();
        Random random = new Random(SEED);
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            List<String> tokens = new ArrayList<>(original);
            for (int change = random.nextInt(3); change >= 0; change--) {
                change(tokens, random);
            }
            String text = String.join(" ", tokens);
            try {
                read += isRead(text) ? 1 : 0;
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("seed " + SEED + ", round " + round + ":\n" + text, e);
            }
        }
        assertThat(read).as("both outcomes occur").isBetween(ROUNDS / 200, ROUNDS / 2);
    }

    /** Whatever is read can be written and read again. */
    private static boolean isRead(String text) {
        try {
            Optional<List<Snapshot>> snapshots = SnapshotFile.find(Recording.file(text));
            if (snapshots.isEmpty()) {
                return false;
            }
            String written = Recording.written(snapshots.get().toArray(Snapshot[]::new));
            assertThat(Recording.written(Recording.read(written).snapshots().toArray(Snapshot[]::new)))
                    .isEqualTo(written);
            return true;
        } catch (ProblemException refused) {
            assertThat(refused.problems()).isNotEmpty();
            return false;
        }
    }

    private static void change(List<String> tokens, Random random) {
        int at = random.nextInt(tokens.size());
        String other = random.nextBoolean()
                ? TROUBLE.get(random.nextInt(TROUBLE.size()))
                : tokens.get(random.nextInt(tokens.size()));
        switch (random.nextInt(3)) {
            case 0 -> tokens.remove(at);
            case 1 -> tokens.add(at, other);
            default -> tokens.set(at, other);
        }
    }
}
