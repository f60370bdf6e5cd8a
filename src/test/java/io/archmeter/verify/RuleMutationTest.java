package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.Archmeter;
import io.archmeter.op.Layer;
import io.archmeter.program.Program;
import io.archmeter.program.Program.Ran;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verification bites: each of many bugs in the rules is seen, because the kernels do not share them. */
class RuleMutationTest {
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
        boolean seen = verifyProbes(mutant)
                .anyMatch(ran -> ran.code() == 1 && ran.err().contains(": error: [not-as-predicted] "));

        assertThat(seen).as("%s, in one of %s", mutant, probes()).isTrue();
    }

    /** Otherwise the test above would say nothing. */
    @Test
    void withoutABugNothingIsSeen() throws Exception {
        Mutant none = new Mutant("op.Conv", "List.of(kernel)", "List.of(kernel)", "none");

        assertThat(verifyProbes(none)).isNotEmpty().allMatch(RuleMutationTest::isFine);
    }

    /** What no run observes is not proved by a run: other operations, and what an element of the output sees. */
    @ParameterizedTest
    @MethodSource("unseenBugs")
    void aBugThatNoRunObservesIsNotSeen(Mutant mutant) throws Exception {
        assertThat(verifyProbes(mutant)).allMatch(RuleMutationTest::isFine);
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

    /** Each by a command of its own, so that a model that the bug makes unusable does not hide what another one shows. */
    private static Stream<Ran> verifyProbes(Mutant mutant) throws Exception {
        Program archmeter = new Program(InMemoryCompiler.compile(mutant.typeName(), mutant.source()));
        return probes().stream().map(probe -> archmeter.run("verify", probe, "--batch", "2", "--threads", "1"));
    }

    private static List<String> probes() throws IOException {
        try (Stream<Path> files = Files.list(PROBES)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
