package io.archmeter.cli;

import io.archmeter.budget.check.CheckReport;
import io.archmeter.budget.run.BudgetRun;
import io.archmeter.report.check.VerdictText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Models held to their budgets. */
@Command(
        name = "check",
        description = "models held to their budgets; fails if one is over",
        footer = {
            "  archmeter check",
            "  archmeter check budgets/*.yaml --format github --also check.sarif --also junit=check.xml"
        })
final class CheckCommand extends Subcommand {
    @Parameters(paramLabel = "BUDGET", arity = "0..*", description = BudgetNames.MEANING)
    private List<String> files = new ArrayList<>();

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "compare with this one, or one of a revision (git:main:archmeter-baseline.json),"
                    + " and not with the one that the budget names")
    private Optional<String> baseline = Optional.empty();

    @Mixin
    private CheckOutputOptions output = new CheckOutputOptions();

    CheckCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        output.refuseTwice();
        CheckReport report =
                BudgetRun.of(BudgetNames.orUsual(files, console()), baseline).check();
        output.write(console(), report);
        if (report.fails() && !output.isOnScreen()) {
            console().err().print("archmeter check: " + VerdictText.of(report) + "\n");
        }
        return report.fails() ? ExitCode.FAILED : ExitCode.FINE;
    }
}
