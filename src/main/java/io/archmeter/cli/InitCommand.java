package io.archmeter.cli;

import io.archmeter.budget.file.BudgetSchema;
import io.archmeter.budget.file.FirstBudget;
import io.archmeter.budget.file.UsualBudget;
import io.archmeter.budget.run.BaselineChanges;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.snapshot.file.SnapshotFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** A first budget, the baseline that it compares with, and the schema that editors check it with. */
@Command(
        name = "init",
        description = "a first budget of the models of a project: its files, written into this folder",
        footer = {"  archmeter init", "  archmeter init specs/resnet.yaml 'nets/*.yaml' resnet50"})
final class InitCommand extends Subcommand {
    private static final Path HERE = Path.of("");

    /** Who has more broken specs knows it. */
    private static final int MOST_SHOWN = 5;

    @Parameters(
            paramLabel = "MODEL",
            arity = "0..*",
            completionCandidates = BundledNames.class,
            description =
                    "a model, or a pattern of files, as a budget names it (default: every spec in this folder and below)")
    private List<String> models = new ArrayList<>();

    InitCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        refuseToReplace();
        FirstBudget budget = models.isEmpty() ? FirstBudget.ofAllIn(HERE) : FirstBudget.of(HERE, models);
        Content baseline = budget.baseline()::write;
        new OutputFile(FirstBudget.BASELINE)
                .writeBytes(out ->
                        baseline.inUtf8().writeTo(new BoundedStream(out, FirstBudget.BASELINE, SnapshotFile.BOUND)));
        boolean needsSchema = !Files.exists(HERE.resolve(FirstBudget.SCHEMA));
        if (needsSchema) {
            new OutputFile(FirstBudget.SCHEMA).write(out -> out.write(BudgetSchema.json()));
        }
        new OutputFile(FirstBudget.FILE).write(out -> out.write(budget.text()));
        String answer = String.join("\n", answer(budget, needsSchema)) + "\n";
        StandardOutput.write(console(), console().charset(), out -> out.write(answer));
        return ExitCode.FINE;
    }

    private static List<String> answer(FirstBudget budget, boolean withSchema) {
        List<String> lines = new ArrayList<>();
        lines.add(FirstBudget.FILE + ": what "
                + BaselineChanges.models(budget.measured().size()) + " may cost");
        lines.add(FirstBudget.BASELINE + ": what they cost now");
        if (withSchema) {
            lines.add(FirstBudget.SCHEMA + ": for editors");
        }
        int shown = Math.min(MOST_SHOWN, budget.leftOut().size());
        budget.leftOut().subList(0, shown).forEach(file -> lines.add("left out: " + text(file)));
        if (shown < budget.leftOut().size()) {
            lines.add("left out: " + (budget.leftOut().size() - shown) + " more that have problems");
        }
        lines.add("commit these files; 'archmeter check' holds the models to them");
        return lines;
    }

    private static String text(FirstBudget.LeftOut file) {
        return file.file() + " has " + file.problems() + (file.problems() == 1 ? " problem" : " problems")
                + "; 'archmeter analyze' shows " + (file.problems() == 1 ? "it" : "them");
    }

    /** What people have written, and what they compare with. */
    private static void refuseToReplace() {
        Problems problems = new Problems();
        UsualBudget.allIn(HERE).forEach(there -> problems.add(exists(there, "change it, or remove it first")));
        if (Files.exists(HERE.resolve(FirstBudget.BASELINE))) {
            problems.add(exists(FirstBudget.BASELINE, "remove it first, if no budget compares with it any more"));
        }
        problems.throwIfAny();
    }

    private static Problem exists(String file, String remedy) {
        return Problem.at(Span.of(file), "file-exists", "this file is there already, and init replaces none", remedy);
    }
}
