package io.archmeter.spec;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.MutatedText;
import io.archmeter.analysis.Analyzer;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.TextFile;
import io.archmeter.spec.expand.ModelInstantiation;
import io.archmeter.spec.library.BundleIndex;
import io.archmeter.spec.library.Library;
import io.archmeter.spec.parse.SpecParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever becomes of a spec, a user meets its model or problems at their places. */
class SpecMutationTest {
    private static final long SEED = 20_261_124;
    private static final int CASES = 6_000;

    private static final Path FOLDER = Path.of("specs");

    /** What stands for itself, and for trouble. */
    private static final List<String> TROUBLE = List.of(
            "0",
            "-1",
            "0.5",
            "1e12",
            "99999999999999999999",
            "=",
            "=in.channels",
            "=i",
            "=1/0",
            "{",
            "}",
            "[",
            "]",
            ":",
            ": ",
            ",",
            "- ",
            "*a",
            "&a ",
            "<<: ",
            "!x ",
            "null",
            "~",
            "true",
            "'",
            "\"",
            "#",
            "|",
            "\t",
            "\n",
            "required",
            "input",
            "name: x",
            "from: input",
            "from: 0",
            "when: false",
            "repeat: 3",
            "repeat: 100000000",
            "layers: ",
            "{i}");

    private final Map<String, String> specs = read();
    private final MutatedText mutated = new MutatedText(specs.values(), TROUBLE);

    private static Map<String, String> read() {
        Map<String, String> specs = new TreeMap<>();
        try (Stream<Path> files = Files.walk(FOLDER)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                specs.put(FOLDER.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return specs;
    }

    @Test
    void aMutatedSpecIsAModelOrHasProblems() {
        Random random = new Random(SEED);
        List<String> paths = List.copyOf(specs.keySet());
        int models = 0;
        for (int round = 0; round < CASES; round++) {
            String path = paths.get(random.nextInt(paths.size()));
            String text = mutated.of(specs.get(path), random);
            Optional<String> variant = variant(path, random);
            try {
                models += isModel(path, text, variant) ? 1 : 0;
            } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
                throw new AssertionError("seed %d, round %d: %s%s%n%s".formatted(SEED, round, path, variant, text), e);
            }
        }
        assertThat(models).as("both outcomes occur").isBetween(CASES / 50, CASES / 2);
    }

    private static Optional<String> variant(String path, Random random) {
        List<String> names = BundleIndex.names().stream()
                .filter(name -> BundleIndex.fileOf(name).equals(Optional.of(path)))
                .toList();
        return names.isEmpty() || random.nextInt(4) == 0
                ? Optional.empty()
                : Optional.of(names.get(random.nextInt(names.size())));
    }

    private boolean isModel(String path, String text, Optional<String> variant) {
        Map<String, String> files = new TreeMap<>(specs);
        files.put(path, text);
        Library library = file -> TextFile.of(
                file,
                Optional.ofNullable(files.get(file))
                        .orElseThrow(() -> new ProblemException(
                                Problem.at(Span.of(file), "missing-file", "there is none", "write it")))
                        .getBytes(StandardCharsets.UTF_8));
        try {
            Problems problems = new Problems();
            Spec spec = SpecParser.parse(path, library, problems);
            Graph graph = ModelInstantiation.graph(spec, variant, LoadOptions.DEFAULT, problems);
            Analyzer.analyze(NetworkFacts.of(graph, DType.FLOAT32), true);
            return true;
        } catch (ProblemException found) {
            assertThat(found.problems()).isNotEmpty().allSatisfy(problem -> assertPlace(problem, files));
            return false;
        }
    }

    private static void assertPlace(Problem problem, Map<String, String> files) {
        Span place = problem.place();
        assertThat(problem.toString()).hasLineCount(2).hasSizeLessThan(2_000);
        if (place.line() == 0) {
            assertThat(problem.code()).isIn("empty-file", "unknown-variant");
            return;
        }
        String text = files.get(place.file().replaceFirst("^archmeter:", ""));
        assertThat(text).as("the file of %s", problem).isNotNull();
        List<String> lines = (text + "|").lines().toList();
        assertThat(place.line()).as("the line of %s", problem).isBetween(1, lines.size());
        assertThat(place.column())
                .as("the column of %s", problem)
                .isBetween(1, lines.get(place.line() - 1).length() + 1);
    }
}
