package io.archmeter.budget.file;

import io.archmeter.budget.Budget;
import io.archmeter.budget.BudgetEntry;
import io.archmeter.budget.Measuring;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.Settings;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.file.Baseline;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A budget for models that have none. They keep it at once: it begins with what they cost now.
 *
 * @param references the models as the budget names them
 * @param measured all that they mean
 * @param leftOut files of models that cannot be used
 */
public record FirstBudget(List<String> references, List<Snapshot> measured, List<LeftOut> leftOut) {
    /** What the files are called that belong to it. */
    public static final String FILE = UsualBudget.NAMES.get(0);

    public static final String BASELINE = "archmeter-baseline.json";
    public static final String SCHEMA = "archmeter-budget.schema.json";

    /** What a device has to hold, and what it has to do. */
    private static final List<Metric> MAIN = List.of(Metric.PARAMETERS, Metric.MULTIPLY_ADDS, Metric.PEAK_BYTES);

    private static final Span PLACE = Span.of("archmeter init");

    private static final String BEGIN = """
            # yaml-language-server: $schema=archmeter-budget.schema.json
            # What the models of this project may cost: 'archmeter check' holds them to it, and fails if one costs more.
            baseline: archmeter-baseline.json
            budgets:
              # Nothing grows unseen: a model may cost what it did when 'archmeter baseline' was run last. If growth is meant,
              # run it again and commit what it writes.
              - models:
            """;

    private static final String SHARES = """
                # What is said, and fails nothing:
                # warn: {layers: {"*": {parameters: 50%}}}
              # What no baseline moves: a little more than each costs today. Set it to what your device and your time allow.
            """;

    /**
     * A file that was found, and cannot be used.
     *
     * @param problems how many it has
     */
    public record LeftOut(String file, int problems) {}

    public FirstBudget {
        references = List.copyOf(references);
        measured = List.copyOf(measured);
        leftOut = List.copyOf(leftOut);
        if (measured.isEmpty()) {
            throw new IllegalArgumentException("a budget is about models");
        }
    }

    /**
     * That of models which are named as a budget names them.
     *
     * @param folder in which the budget is to be
     * @throws ProblemException with all that is wrong with them
     */
    public static FirstBudget of(Path folder, List<String> references) {
        return new FirstBudget(references, measured(folder, references), List.of());
    }

    /**
     * That of all specs in a folder and below it.
     *
     * @throws ProblemException where there is none that can be used
     */
    public static FirstBudget ofAllIn(Path folder) {
        List<String> files = new ArrayList<>();
        List<Snapshot> measured = new ArrayList<>();
        List<LeftOut> leftOut = new ArrayList<>();
        for (String file : SpecSearch.in(BudgetFolder.of(budgetFile(folder)), PLACE)) {
            try {
                measured.addAll(measured(folder, List.of(file)));
                files.add(file);
            } catch (ProblemException unusable) {
                leftOut.add(new LeftOut(file, unusable.problems().size()));
            }
        }
        if (files.isEmpty()) {
            throw nothingFound(leftOut);
        }
        return new FirstBudget(files, measured, leftOut);
    }

    private static ProblemException nothingFound(List<LeftOut> leftOut) {
        String fact = "there is no spec of a model in this folder or below it";
        String remedy = "name what there is elsewhere, or a bundled model: archmeter init resnet50";
        return new ProblemException(
                leftOut.isEmpty()
                        ? Problem.at(PLACE, "no-models", fact, remedy)
                        : Problem.at(
                                PLACE,
                                "no-models",
                                fact + " that can be used",
                                "mend " + leftOut.get(0).file() + ": 'archmeter analyze' says what is wrong with it"));
    }

    private static String budgetFile(Path folder) {
        return folder.resolve(FILE).toString();
    }

    private static List<Snapshot> measured(Path folder, List<String> references) {
        BudgetEntry entry = new BudgetEntry(
                PLACE,
                references.stream()
                        .map(reference -> new BudgetEntry.Reference(reference, PLACE))
                        .toList(),
                List.of(),
                Settings.DEFAULT,
                Map.of(),
                List.of(),
                List.of());
        Budget budget =
                new Budget(budgetFile(folder), Optional.of(new BudgetEntry.Reference(BASELINE, PLACE)), List.of(entry));
        return Measuring.snapshots(BudgetedModels.of(budget));
    }

    /** What the models cost now. */
    public Baseline baseline() {
        return new Baseline(BASELINE, measured);
    }

    /** The text of its file. */
    public String text() {
        StringBuilder text = new StringBuilder(BEGIN);
        references.forEach(
                reference -> text.append("      - ").append(quoted(reference)).append('\n'));
        text.append("    limits:\n");
        for (Metric metric : MAIN) {
            if (measured.stream().allMatch(model -> model.total(metric).isPresent())) {
                text.append("      ").append(metric).append(": no more\n");
            }
        }
        text.append(SHARES);
        measured.forEach(model -> text.append(entry(model)));
        return text.toString();
    }

    private static String entry(Snapshot model) {
        List<String> limits = new ArrayList<>();
        for (Metric metric : MAIN) {
            model.total(metric).stream()
                    .mapToObj(value -> RoundedUp.bound(metric, value))
                    .flatMap(Optional::stream)
                    .forEach(bound -> limits.add(metric + ": " + bound));
        }
        return limits.isEmpty()
                ? ""
                : "  - {models: " + quoted(model.model()) + ", limits: {" + String.join(", ", limits) + "}}\n";
    }

    /** A name as YAML takes it for a text wherever it stands. */
    private static String quoted(String name) {
        return name.matches("(\\.{0,2}/)?[A-Za-z_][A-Za-z0-9_./#-]*") && !name.matches("(?i)true|false|null")
                ? name
                : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
