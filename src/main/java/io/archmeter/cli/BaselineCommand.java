package io.archmeter.cli;

import io.archmeter.budget.Budget;
import io.archmeter.budget.Measuring;
import io.archmeter.budget.file.BaselineFile;
import io.archmeter.budget.file.BudgetFile;
import io.archmeter.budget.file.BudgetedModels;
import io.archmeter.budget.run.BaselineChanges;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.problem.Visible;
import io.archmeter.report.document.Format;
import io.archmeter.snapshot.Snapshot;
import io.archmeter.snapshot.file.Baseline;
import io.archmeter.snapshot.file.SnapshotFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What the models of a budget cost now, written to the file with which checks compare later. */
@Command(
        name = "baseline",
        description = "what the models of a budget cost now, to compare with later",
        footer = {"  archmeter baseline", "  archmeter baseline budgets/mobile.yaml -o before.json"})
final class BaselineCommand extends Subcommand {
    @Parameters(paramLabel = "BUDGET", arity = "0..1", description = BudgetNames.MEANING)
    private Optional<String> budgetFile = Optional.empty();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            converter = OutputFile.Converter.class,
            description = "write there, and not to the baseline that the budget names; - is standard output")
    private Optional<OutputFile> named = Optional.empty();

    BaselineCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        List<String> given = budgetFile.stream().toList();
        Budget budget = BudgetFile.read(BudgetNames.orUsual(given, console()).get(0));
        OutputFile file = named.orElseGet(() -> namedBy(budget));
        List<Snapshot> now = Measuring.snapshots(BudgetedModels.of(budget));
        Content baseline = new Baseline(file.name(), now)::write;
        if (file.isStandardOutput()) {
            StandardOutput.write(console(), StandardCharsets.UTF_8, baseline);
            return ExitCode.FINE;
        }
        file.requireNoSource();
        refuseOtherEnding(file);
        String changes = changes(file.name(), now);
        file.replace(out -> baseline.inUtf8().writeTo(new BoundedStream(out, file.name(), SnapshotFile.BOUND)));
        StandardOutput.write(
                console(), console().charset(), out -> out.write(Visible.of(file.name()) + ": " + changes + "\n"));
        return ExitCode.FINE;
    }

    private static OutputFile namedBy(Budget budget) {
        OutputFile file = new OutputFile(BaselineFile.toWrite(budget));
        file.obstacle().ifPresent(obstacle -> {
            throw new ProblemException(obstacle);
        });
        return file;
    }

    /** Nothing that compares with a baseline would read it under such a name. */
    private static void refuseOtherEnding(OutputFile file) {
        boolean other = Format.ofFile(file.name())
                .filter(format -> format != Format.JSON)
                .isPresent();
        if (other || Format.unknownEnding(file.name()).isPresent()) {
            throw new ProblemException(Problem.at(
                    Span.of(file.name()), "unknown-format", "a baseline is a JSON file", "let the name end in .json"));
        }
    }

    /** A baseline that cannot be read is replaced: it may be of another version, or hold the marks of a merge. */
    private static String changes(String file, List<Snapshot> now) {
        if (!Files.isRegularFile(Path.of(file))) {
            return BaselineChanges.of(List.of(), now).toString();
        }
        try {
            return BaselineChanges.of(BaselineFile.read(file).snapshots(), now).toString();
        } catch (ProblemException unreadable) {
            return BaselineChanges.models(now.size()) + "; the old baseline could not be read, and is replaced";
        }
    }
}
