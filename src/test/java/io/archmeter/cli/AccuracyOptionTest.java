package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Accuracies beside what models cost. */
class AccuracyOptionTest {
    @TempDir
    private Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("accuracies.csv"), text).toString();
    }

    @Test
    void everyFormatHasThem() throws IOException {
        String file = file("model,accuracy\nvgg16,71.5\n");

        Cli.run("compare", "alexnet", "vgg16", "--accuracy", file, "--width", "200")
                .prints("  layers  accuracy (%)  parameters  ", "\nvgg16    1×3×224×224      40        71.500  ");
        Cli.run("compare", "alexnet", "vgg16", "--accuracy", file, "--format", "csv")
                .prints(",layers,accuracy,parameters,", ",22,,61100840,", ",40,71.500,138357544,");
        Cli.run("compare", "alexnet", "vgg16", "--accuracy", file, "--format", "json")
                .prints("\"accuracy\": null,", "\"accuracy\": 71.500,");
        Cli.run("compare", "alexnet", "--format", "csv").doesNotPrint("accuracy");
    }

    @Test
    void itIsSaidWhereTheyAreFrom() throws IOException {
        String file = file("model,accuracy\nalexnet,56\na,1\nb,1\nc,1\nd,1\ne,1\nf,1\n");

        Cli.run("compare", "alexnet", "--accuracy", file)
                .prints("accuracy in percent, quoted and not counted: " + file)
                .prints("not among these models: a, b, c, d, e and 1 more");
        Cli.run("compare", "alexnet", "--accuracy", "torchvision")
                .prints("56.522", "quoted and not counted: torchvision 0.28, weights IMAGENET1K_V1")
                .doesNotPrint("not among these models");
    }

    @Test
    void whatCannotBeReadIsRefused() throws IOException {
        String file = file("model,accuracy\nvgg16,seventy\n");

        Cli.run("compare", "vgg16", "--accuracy", file)
                .refusesWith(file + ":2:7: error: [bad-accuracy] 'seventy' is no percentage");
        Cli.run("compare", "vgg16", "--accuracy", folder.resolve("torchvison").toString())
                .refusesWith("[missing-file] there is no such file");
        Cli.run("compare", "vgg16", "--by", "stage", "--accuracy", file).refuses("""
                archmeter compare --by: error: [surplus-option] --accuracy is of whole models, and not of their parts
                    remedy: leave it out, or leave out --by
                """);
    }

    @Test
    void theyAreUpWhereTheyAreKnown() {
        String[] words = {"compare", "alexnet", "vgg16", "resnet50", "--format", "svg", "--picture", "scatter"};
        Cli.run(words).prints("<title>parameters over multiply-adds;");

        String[] more = {
            "compare",
            "alexnet",
            "vgg16",
            "resnet50",
            "--format",
            "svg",
            "--picture",
            "scatter",
            "--accuracy",
            "torchvision"
        };
        assertThat(Cli.run(more).prints("<title>accuracy over multiply-adds;").out())
                .contains("<title>resnet50: multiply-adds 4.09 G, accuracy 76.130%, parameters 25.56 M</title>");
    }
}
