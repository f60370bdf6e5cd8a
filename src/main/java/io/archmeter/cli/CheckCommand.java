package io.archmeter.cli;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.report.check.VerdictText;
import io.archmeter.snapshot.Baseline;
import io.archmeter.snapshot.Snapshot;
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
        List<MeasuredBudget> budgets = read(BudgetNames.read(given), given.find(BASELINE));
        CheckReport report = CheckReport.together(
                budgets.stream().map(budget -> budget.check(budgets)).toList());
        output.write(report, sources(budgets));
        if (report.fails()) {
            throw new Failed(output.isOnScreen() ? "" : "archmeter check: " + VerdictText.of(report) + "\n");
        }
    }

    /** All budgets are looked at before the problems of any are said. */
    private static List<MeasuredBudget> read(List<String> names, Optional<String> baseline) {
        List<MeasuredBudget> budgets = new ArrayList<>();
        Attempts attempts = new Attempts();
        for (String name : names) {
            attempts.at(() -> MeasuredBudget.of(name, baseline)).ifPresent(budgets::add);
        }
        attempts.throwIfAny();
        return budgets;
    }

    private static Sources sources(List<MeasuredBudget> budgets) {
        List<String> files = new ArrayList<>();
        List<Snapshot> models = new ArrayList<>();
        for (MeasuredBudget budget : budgets) {
            files.add(budget.file());
            budget.baseline().map(Baseline::file).ifPresent(files::add);
            models.addAll(budget.measured());
        }
        return Sources.of(files, models);
    }
}
