package io.archmeter.spec.load;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.SourceReader;
import io.archmeter.source.SourceValue;
import io.archmeter.source.TextFile;
import io.archmeter.spec.library.BundledLibrary;
import io.archmeter.spec.parse.SpecParser;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Files that come with the tool, where somebody wants to see or to have them: they lie in no folder of theirs. */
final class BundledPlaces {
    private BundledPlaces() {}

    /** What an action gives; of its problems, the first in each file that comes with the tool says how the file is seen. */
    static <T> T explained(Supplier<T> action) {
        try {
            return action.get();
        } catch (ProblemException failed) {
            Set<String> files = new HashSet<>();
            throw new ProblemException(failed.problems().stream()
                    .map(problem ->
                            isIn(problem.place()) && files.add(problem.place().file()) ? explained(problem) : problem)
                    .toList());
        }
    }

    private static boolean isIn(Span place) {
        return place.line() > 0 && place.file().startsWith(BundledLibrary.PREFIX);
    }

    private static Problem explained(Problem problem) {
        String remedy =
                problem.remedy() + "; 'archmeter show " + problem.place().file() + "' prints this file";
        return new Problem(problem.code(), problem.place(), problem.layer(), problem.fact(), remedy);
    }

    /** What editors read: the schema lies beside the models, above studies and examples, and in a project wherever somebody has put it. */
    private static final String SCHEMA = "# yaml-language-server: $schema=";

    /**
     * The text of a file, in which imports name files as a copy elsewhere would have to, and the schema as {@code archmeter schema -o
     * archmeter.schema.json} writes it beside the copy.
     */
    static String copyable(TextFile file) {
        Problems problems = new Problems();
        Optional<SourceValue> located = SourceReader.read(file, problems);
        problems.throwIfAny();
        CheckedMapping keys = SpecParser.keys(located.orElseThrow(), problems);
        List<SourceValue.Scalar> imports = new ArrayList<>(keys.texts("imports", "a.yaml"));
        imports.sort(
                Comparator.comparing(SourceValue.Scalar::textAt, Span.IN_ORDER).reversed());
        List<String> lines = new ArrayList<>(file.text().lines().toList());
        for (SourceValue.Scalar imported : imports) {
            if (!((PlainValue.Text) imported.value()).text().startsWith(BundledLibrary.PREFIX)) {
                StringBuilder line =
                        new StringBuilder(lines.get(imported.textAt().line() - 1));
                line.insert(imported.textAt().column() - 1, BundledLibrary.PREFIX);
                lines.set(imported.textAt().line() - 1, line.toString());
            }
        }
        lines.replaceAll(line -> line.startsWith(SCHEMA) ? SCHEMA + "archmeter.schema.json" : line);
        return String.join("\n", lines) + "\n";
    }
}
