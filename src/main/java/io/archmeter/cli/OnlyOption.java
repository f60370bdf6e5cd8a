package io.archmeter.cli;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.LayerCost;
import io.archmeter.op.Catalogue;
import io.archmeter.op.OperatorWords;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** Of which operators the layers are that are shown. */
final class OnlyOption {
    private static final String ONLY = "--only";

    @Option(
            names = ONLY,
            paramLabel = "OPERATOR",
            split = ",",
            description =
                    "only layers of these operators, with commas: conv,maxpool,linear; totals are those of all layers")
    private List<String> words = new ArrayList<>();

    /**
     * Refuses it beside what it does not go with.
     *
     * @param elsewhere goes on after "--only"
     */
    void refuse(boolean wrong, String elsewhere, String remedy) {
        if (wrong && !words.isEmpty()) {
            throw new ProblemException(Problem.at(Span.of(ONLY), "surplus-option", ONLY + " " + elsewhere, remedy));
        }
    }

    /**
     * The kinds of those operators; none for all of them.
     *
     * @param networks what is shown
     * @throws ProblemException where no network has one of them
     */
    Set<String> kinds(List<CostReport> networks) {
        if (words.isEmpty()) {
            return Set.of();
        }
        Set<String> known = new LinkedHashSet<>();
        for (CostReport network : networks) {
            network.layers().stream().map(LayerCost::operator).forEach(known::add);
        }
        Set<String> kinds = new LinkedHashSet<>();
        List<Problem> problems = new ArrayList<>();
        for (String word : words) {
            Optional<String> meant = meant(word, known);
            meant.ifPresentOrElse(kinds::add, () -> problems.add(problem(word, known)));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return kinds;
    }

    private static Optional<String> meant(String word, Set<String> known) {
        return known.contains(word) ? Optional.of(word) : OperatorWords.VOCABULARY.same(word, known);
    }

    private static Problem problem(String word, Set<String> known) {
        if (meant(word, Set.copyOf(Catalogue.kinds())).isPresent()) {
            return Problem.at(
                    Span.of(ONLY),
                    "absent-operator",
                    "there is no layer of the operator '" + word + "'",
                    "use one of: " + String.join(", ", known));
        }
        return Problem.at(
                Span.of(ONLY),
                "unknown-operator",
                "there is no operator '" + word + "'",
                OperatorWords.remedy(word, known));
    }
}
