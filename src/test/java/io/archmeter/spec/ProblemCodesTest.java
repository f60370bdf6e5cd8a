package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.problem.ProblemCodes;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every code that the sources know occurs among the wrong specs, or the reason is given here. */
class ProblemCodesTest {
    private static final String[] PACKAGES = {"located", "op", "problem", "spec"};

    private static final Set<String> OF_ONE_WORD = Set.of("cycle", "directory", "fraction", "overflow", "syntax");

    /** What no spec of a few lines can show; the tests beside these are in {@link BadFilesTest}. */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "bad-shape", "it is typed, and no spec",
            "file-too-large", "it takes 16 MiB",
            "no-match", "it is typed, and no spec",
            "no-models", "a file of blocks is no spec that is loaded",
            "not-utf-8", "a file that is no text belongs in no repository",
            "too-many-params", "it takes a thousand params",
            "too-many-problems", "it takes a hundred problems",
            "unknown-model", "there is no file",
            "unreadable-file", "a checkout can be read");

    @Test
    void everyCodeOccursAmongTheWrongSpecs() {
        Set<String> covered = new TreeSet<>(ELSEWHERE.keySet());
        for (BadSpec spec : BadSpec.all()) {
            spec.expected().forEach(expected -> covered.add(expected.code()));
        }
        assertThat(covered).isEqualTo(codes());
    }

    private static Set<String> codes() {
        Set<String> codes = new TreeSet<>(OF_ONE_WORD);
        codes.addAll(ProblemCodes.in(PACKAGES));
        return codes;
    }

    @Test
    void theCodesOfOneWordAreUsed() {
        assertThat(ProblemCodes.wordsIn(PACKAGES)).containsAll(OF_ONE_WORD);
    }
}
