package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.analysis.CostReport;
import io.archmeter.convention.Convention;
import io.archmeter.convention.ConventionColumns;
import io.archmeter.convention.file.Conventions;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Option;

/** As whom else to count. */
final class ConventionOption {
    /** Beside those of metrics. */
    private static final Set<String> COLUMNS = Set.of(
            "layer",
            "model",
            "title",
            "operator",
            "attributes",
            "kernel",
            "stride",
            "padding",
            "dilation",
            "groups",
            "input",
            "inputs",
            "output",
            "outputs",
            "share",
            "others",
            "layers",
            "receptive_field",
            "weights_of",
            "stage",
            "kind");

    @Option(
            names = "--convention",
            paramLabel = "NAME",
            split = ",",
            description =
                    "count as a tool or lecture does, too: a name from 'archmeter conventions', or a file; several with commas")
    private List<String> names = new ArrayList<>();

    private Optional<List<Convention>> read = Optional.empty();

    /** What a model costs, with what the conventions that are given count of it. */
    CostReport costs(Model model, CountingOptions counting) {
        CostReport costs = model.analyze(counting.type(), counting.training());
        return names.isEmpty() ? costs : ConventionColumns.in(costs, model.facts(counting.type()), conventions());
    }

    /**
     * The conventions that are given, which are read once.
     *
     * @throws ProblemException where there is none of a name, or it is the name of a column that tables have anyway
     */
    List<Convention> conventions() {
        if (read.isEmpty()) {
            read = Optional.of(names.isEmpty() ? List.of() : read());
        }
        return read.get();
    }

    private List<Convention> read() {
        List<Convention> found = Conventions.find(names);
        for (Convention convention : found) {
            if (COLUMNS.contains(convention.name())
                    || Metric.ofColumn(convention.name()).isPresent()) {
                throw new ProblemException(Problem.at(
                        Span.of("--convention"),
                        "duplicate-name",
                        "tables have a column '" + convention.name() + "' already",
                        "give the convention another name, in its file"));
            }
        }
        return found;
    }
}
