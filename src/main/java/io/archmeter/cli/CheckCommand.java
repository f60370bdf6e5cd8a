package io.archmeter.cli;

import io.archmeter.budget.Budget;
import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.check.Checks;
import io.archmeter.budget.file.BaselineFile;
import io.archmeter.budget.file.BudgetFile;
import io.archmeter.budget.file.Subjects;
import io.archmeter.report.check.VerdictText;
import io.archmeter.snapshot.Baseline;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Models held to their budgets. */
final class CheckCommand implements Command {
    private static final Option BASELINE =
            Option.value("--baseline", "FILE", "compare with this one, and not with the one that the budget names");

    @Override
    public Syntax syntax() {
        return new Syntax(
                "check",
                "models held to their budgets; fails if one is over",
                new Syntax.Operands("[BUDGET ...]", BudgetNames.MEANING, 0, Integer.MAX_VALUE),
                Syntax.options(List.of(BASELINE), CheckOutput.OPTIONS),
                List.of(
                        "archmeter check",
                        "archmeter check budgets/*.yaml --format github --also check.sarif --also junit=check.xml"));
    }

    @Override
    public void run(Arguments given, Console console) {
        CheckOutput output = CheckOutput.read(given, console);
        given.throwIfWrong();
        CheckReport report = run(BudgetNames.read(given), given.find(BASELINE));
        output.write(report);
        if (report.fails()) {
            throw new Failed(output.isOnScreen() ? "" : "archmeter check: " + VerdictText.of(report) + "\n");
        }
    }

    /** All budgets are looked at before the problems of any are said. */
    private static CheckReport run(List<String> budgets, Optional<String> baseline) {
        List<CheckReport> reports = new ArrayList<>();
        Attempts attempts = new Attempts();
        for (String budget : budgets) {
            attempts.at(() -> run(BudgetFile.read(budget), baseline)).ifPresent(reports::add);
        }
        attempts.throwIfAny();
        return CheckReport.together(reports);
    }

    private static CheckReport run(Budget budget, Optional<String> baseline) {
        Optional<Baseline> past = baseline.or(() -> BaselineFile.of(budget)).map(BaselineFile::read);
        return Checks.run(Subjects.of(budget), past);
    }
}
