package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.Model;
import io.archmeter.load.LoadOptions;
import io.archmeter.op.Layer;
import io.archmeter.program.Program;
import io.archmeter.program.Program.Ran;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verification bites: each of many bugs in the rules is seen, because the kernels do not share them. */
class RuleMutationTest {
    private static final int BATCH = 2;
    private static final Map<Mutant, Map<String, byte[]>> BUGS = Mutant.compiled(bugs());
    private static final Path PROBES = Path.of("src/test/resources/verify/probes");

    static List<Mutant> bugs() {
        return Mutant.in("mutants.txt");
    }

    static List<Mutant> unseenBugs() {
        return Mutant.in("unseen.txt");
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void aBugInARuleIsSeen(Mutant mutant) throws Exception {
        Predicate<String> isNotAsPredicted = program(mutant).create(IsNotAsPredicted.class);

        boolean seen = probesFor(mutant).anyMatch(isNotAsPredicted);

        assertThat(seen).as("%s, in one of %s", mutant, probes()).isTrue();
    }

    /** A model that the bug makes unusable does not hide what another one shows. */
    static final class IsNotAsPredicted implements Predicate<String> {
        @Override
        public boolean test(String probe) {
            try {
                Model model = Archmeter.load(probe, new LoadOptions(BATCH, Optional.empty(), Map.of()));
                return !model.verify(new Verifier.Options(0, 1, false, false), Progress.NONE)
                        .equal();
            } catch (RuntimeException unusable) {
                return false;
            }
        }
    }

    /** What the command makes of it. */
    @Test
    void aBugInARuleFailsTheCommand() throws Exception {
        Mutant mutant = bugs().get(0);

        assertThat(verified(mutant, nearest(mutant))).anySatisfy(ran -> {
            assertThat(ran.code()).isEqualTo(1);
            assertThat(ran.err()).contains(": error: [not-as-predicted] ");
        });
    }

    /** Otherwise the tests above would say nothing. */
    @Test
    void withoutABugNothingIsSeen() throws Exception {
        Mutant none = new Mutant("op.Conv", "List.of(kernel)", "List.of(kernel)", "none");

        assertThat(verified(none, probes())).isNotEmpty().allMatch(RuleMutationTest::isFine);
    }

    /** What no run observes is not proved by a run: other operations, and what an element of the output sees. */
    @ParameterizedTest
    @MethodSource("unseenBugs")
    void aBugThatNoRunObservesIsNotSeen(Mutant mutant) throws Exception {
        assertThat(verified(mutant, nearest(mutant))).isNotEmpty().allMatch(RuleMutationTest::isFine);
    }

    @Test
    void everyOperatorIsInAProbe() throws Exception {
        Set<String> kinds = new TreeSet<>();
        for (String probe : probes()) {
            Archmeter.load(probe)
                    .graph()
                    .layers(false)
                    .forEach(layer -> kinds.add(layer.op().kind()));
        }
        assertThat(kinds).containsExactlyElementsOf(Layer.computedKinds());
    }

    @Test
    void thereAreManyBugsAndNoneTwice() {
        assertThat(bugs()).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
    }

    private static boolean isFine(Ran ran) {
        return ran.code() == 0 && ran.err().isEmpty();
    }

    private static Stream<Ran> verified(Mutant mutant, List<String> probes) throws Exception {
        Program archmeter = program(mutant);
        return probes.stream()
                .map(probe -> archmeter.run("verify", probe, "--batch", String.valueOf(BATCH), "--threads", "1"));
    }

    /** Those that have the operator, to which a bug makes a difference; all of them where it is in what several operators share. */
    private static List<String> nearest(Mutant mutant) throws IOException {
        List<String> nearest =
                probes().stream().filter(probe -> has(probe, kind(mutant))).toList();
        return nearest.isEmpty() ? probes() : nearest;
    }

    private static String kind(Mutant mutant) {
        return mutant.type().substring(mutant.type().indexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static Program program(Mutant mutant) {
        return new Program(
                BUGS.containsKey(mutant)
                        ? BUGS.get(mutant)
                        : Mutant.compiled(List.of(mutant)).get(mutant));
    }

    /** At first those that have the operator: most bugs are seen there. */
    private static Stream<String> probesFor(Mutant mutant) throws IOException {
        Map<Boolean, List<String>> probes =
                probes().stream().collect(Collectors.partitioningBy(probe -> has(probe, kind(mutant))));
        return Stream.concat(probes.get(true).stream(), probes.get(false).stream());
    }

    private static boolean has(String probe, String kind) {
        try {
            return Files.readString(Path.of(probe)).contains(kind);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> probes() throws IOException {
        try (Stream<Path> files = Files.list(PROBES)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
