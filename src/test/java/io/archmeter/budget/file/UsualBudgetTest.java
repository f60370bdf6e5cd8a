package io.archmeter.budget.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsualBudgetTest {
    @TempDir
    Path temporary;

    private Path nets;

    @BeforeEach
    void aFolderInAFolder() throws IOException {
        nets = Files.createDirectories(temporary.resolve("project/models/nets"));
    }

    private void write(String file) throws IOException {
        Files.writeString(temporary.resolve(file), "budgets: []\n");
    }

    private UsualBudget found(String file, boolean above) {
        return new UsualBudget(temporary.resolve(file).toString(), above);
    }

    private Problem problem() {
        return catchThrowableOfType(ProblemException.class, () -> UsualBudget.find(nets))
                .problems()
                .get(0);
    }

    @Test
    void theNearestFolderCounts() throws IOException {
        write("project/archmeter-budget.yaml");
        assertThat(UsualBudget.find(nets)).isEqualTo(found("project/archmeter-budget.yaml", true));

        write("project/models/.archmeter-budget.json");
        assertThat(UsualBudget.find(nets)).isEqualTo(found("project/models/.archmeter-budget.json", true));

        write("project/models/nets/archmeter-budget.yml");
        assertThat(UsualBudget.find(nets)).isEqualTo(found("project/models/nets/archmeter-budget.yml", false));
    }

    @Test
    void theSearchEndsAtTheRootOfTheRepository() throws IOException {
        write("archmeter-budget.yaml");
        assertThat(UsualBudget.find(nets)).isEqualTo(found("archmeter-budget.yaml", true));

        Files.createDirectory(temporary.resolve("project/.git"));
        assertThat(problem().toString())
                .isEqualTo("archmeter-budget.yaml: error: [missing-file] there is no budget in this folder, nor in one"
                        + " above it, up to the root of the repository\n"
                        + "    remedy: name one, or let 'archmeter init' write it");

        write("project/archmeter-budget.yaml");
        assertThat(UsualBudget.find(nets)).isEqualTo(found("project/archmeter-budget.yaml", true));
    }

    @Test
    void severalInOneFolderAreNotChosenFrom() throws IOException {
        write("project/archmeter-budget.yaml");
        write("project/archmeter-budget.json");

        assertThat(problem().code()).isEqualTo("several-budgets");
        assertThat(problem().place())
                .hasToString(temporary.resolve("project/archmeter-budget.json").toString());
    }

    /** The budget of this repository, from the folder in which its tests run. */
    @Test
    void fromTheCurrentFolderItIsNamedAsItIsReached() {
        assertThat(UsualBudget.find(Path.of(""))).isEqualTo(new UsualBudget(".archmeter-budget.yaml", false));
        assertThat(UsualBudget.find(Path.of("specs"))).isEqualTo(new UsualBudget(".archmeter-budget.yaml", true));
    }
}
