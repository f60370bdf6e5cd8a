package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.problem.ProblemCodes;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every code that the sources know occurs among the wrong specs, or the reason is given here. */
class ProblemCodesTest {
    private static final String[] PACKAGES = {"op", "problem", "source", "spec", "value"};

    private static final Set<String> OF_ONE_WORD = Set.of("cycle", "directory", "fraction", "overflow", "syntax");

    /** What no spec of a few lines can show; the tests beside these are in {@link BadFilesTest}. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("cannot-convert", "a spec is what it is converted to: SpecRoundTripTest"),
            Map.entry("broken-operator", "it takes an operator of a project: ProvidedOperatorsTest"),
            Map.entry("ambiguous-input", "it takes an option"),
            Map.entry("bad-binding", "it is typed, and no spec"),
            Map.entry("bad-shape", "it is typed, and no spec"),
            Map.entry("file-too-large", "it takes 64 MiB"),
            Map.entry("locale-without-letters", "it takes another locale"),
            Map.entry("no-current-folder", "a checkout is in a folder"),
            Map.entry("no-match", "it is typed, and no spec"),
            Map.entry("no-models", "a file of blocks is no spec that is loaded"),
            Map.entry("no-regular-file", "a pipe belongs in no repository"),
            Map.entry("no-text", "an ONNX file is no spec"),
            Map.entry("not-enough-memory", "it takes little memory, or hundreds of thousands of layers"),
            Map.entry("not-utf-8", "a file that is no text belongs in no repository"),
            Map.entry("too-many-params", "it takes a thousand params"),
            Map.entry("too-many-problems", "it takes a hundred problems"),
            Map.entry("unknown-input", "it takes an option"),
            Map.entry("unknown-model", "there is no file"),
            Map.entry("unreadable-file", "a checkout can be read"));

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
