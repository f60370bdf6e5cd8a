package io.archmeter.cli;

import org.junit.jupiter.api.Test;

/** What init refuses; what it writes is held in the package of budgets, and where it does so in {@link BudgetIT}. */
class InitCommandTest {
    /** In the folder of this repository, which has a budget. */
    @Test
    void aBudgetThatIsThereIsNotReplaced() {
        Cli.run("init", "resnet50").refuses("""
                .archmeter-budget.yaml: error: [file-exists] this file is there already, and init replaces none
                    remedy: change it, or remove it first
                """);
    }
}
