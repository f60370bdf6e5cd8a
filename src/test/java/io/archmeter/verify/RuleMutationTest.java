package io.archmeter.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Verification bites: each of many bugs in the rules is seen, because the kernels do not share them. */
class RuleMutationTest {
    private static final Path PROBES = Path.of("src/test/resources/verify/probes");

    private static final int FINE = 0;
    private static final int NOT_AS_PREDICTED = 1;

    @ParameterizedTest
    @FieldSource("io.archmeter.verify.Mutants#ALL")
    void aBugInARuleIsSeen(Mutant mutant) throws Exception {
        MutatedArchmeter.Ran ran = verifyProbes(mutant);

        assertThat(ran.code()).as(ran.err()).isEqualTo(NOT_AS_PREDICTED);
        assertThat(ran.err()).contains(": error: [not-as-predicted] ");
    }

    /** Otherwise the test above would say nothing. */
    @Test
    void withoutABugNothingIsSeen() throws Exception {
        Mutant none = new Mutant("Conv", "return op.bias ?", "return op.bias ?", "none");

        assertThat(verifyProbes(none)).isEqualTo(new MutatedArchmeter.Ran(FINE, ""));
    }

    /** What no run observes is not proved by a run: other operations, and what an element of the output sees. */
    @ParameterizedTest
    @FieldSource("io.archmeter.verify.Mutants#UNSEEN")
    void aBugThatNoRunObservesIsNotSeen(Mutant mutant) throws Exception {
        assertThat(verifyProbes(mutant)).isEqualTo(new MutatedArchmeter.Ran(FINE, ""));
    }

    @Test
    void thereAreManyBugsAndNoneTwice() {
        assertThat(Mutants.ALL).hasSizeGreaterThanOrEqualTo(40).doesNotHaveDuplicates();
    }

    private static MutatedArchmeter.Ran verifyProbes(Mutant mutant) throws Exception {
        List<String> words = new ArrayList<>(List.of("verify", "--batch", "2", "--threads", "1"));
        try (Stream<Path> probes = Files.list(PROBES)) {
            probes.sorted().forEach(probe -> words.add(probe.toString()));
        }
        return new MutatedArchmeter(mutant).run(words.toArray(String[]::new));
    }
}
