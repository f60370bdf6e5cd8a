package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConventionOptionTest {
    @TempDir
    Path folder;

    @Test
    void aColumnIsNamedByItsConvention() {
        Cli csv = Cli.run("compare", "resnet50", "--convention", "fvcore,FLOPs", "--format", "csv");

        assertThat(csv.out().lines().findFirst().orElseThrow()).contains(",fvcore,flops,");
        assertThat(csv.out()).contains(",4111512576,8178368512,");
    }

    /** What is heaviest for one is not for another: fvcore counts 2·64·112·112 of the first batch normalization, and flops nothing. */
    @Test
    void layersAreSortedByAConvention() {
        Cli table = Cli.run("analyze", "resnet18", "--convention", "fvcore", "--sort", "fvcore", "--format", "csv");

        assertThat(table.out().lines().skip(1).findFirst().orElseThrow()).startsWith("conv1,");
        Cli.run("analyze", "resnet18", "--sort", "fvcore").refuses("""
                archmeter analyze: error: [unknown-sort] --sort cannot be 'fvcore'
                    remedy: use one of: layer, parameters, buffers, multiply_adds, effective_multiply_adds, output_bytes
                """);
    }

    @Test
    void aColumnOfEveryTableIsNoConvention() throws IOException {
        String file = Files.writeString(folder.resolve("a.yaml"), "{convention: layer, multiply_add: 1, others: 0}")
                .toString();

        Cli.run("compare", "alexnet", "--convention", file).refuses("""
                --convention: error: [duplicate-name] tables have a column 'layer' already
                    remedy: give the convention another name, in its file
                """);
    }

    @Test
    void aFigureIsFoundOrNot() {
        assertThat(Cli.run("reconcile", "lenet5", "1.23G").code()).isEqualTo(1);
        Cli.run("reconcile", "alexnet", "fvcore").refuses("""
                TO: error: [missing-argument] there is one convention, and nothing to reconcile it with
                    remedy: name another, such as multiply_adds, or a figure such as 4.12G
                """);
    }

    @Test
    void aFigureThatIsPrintedLeavesARemainder() {
        assertThat(Cli.run("reconcile", "resnet50_v1", "multiply-adds", "3.8G", "--format", "csv")
                        .out())
                .contains("\n-57973248,a remainder that no convention explains,");
    }
}
