package io.archmeter.reports;

import io.archmeter.Archmeter;
import io.archmeter.budget.Measuring;
import io.archmeter.budget.UnloadedModel;
import io.archmeter.budget.file.BudgetFile;
import io.archmeter.budget.file.BudgetSchema;
import io.archmeter.budget.file.BudgetedModels;
import io.archmeter.cli.CommandPage;
import io.archmeter.cli.Main;
import io.archmeter.convention.file.ConventionSchema;
import io.archmeter.convention.file.Conventions;
import io.archmeter.load.BundledModel;
import io.archmeter.manual.OperatorTable;
import io.archmeter.roofline.file.DeviceSchema;
import io.archmeter.snapshot.file.Baseline;
import io.archmeter.spec.library.BundleIndex;
import io.archmeter.spec.load.SpecSchema;
import io.archmeter.sweep.file.SpaceSchema;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The files that the program writes about itself: the one list of them. */
final class Reports {
    /** Where the files lie that are nothing but reports. */
    static final Path FOLDER = Path.of("reports");

    static final List<Report> ALL = List.of(
            new Report("reports/lecture.md", LecturePage::text),
            new Report("reports/lecture.html", LectureHtml::text),
            command("googlenet.svg", "analyze googlenet --depth 1 --format svg"),
            command("resnet50-memory.svg", "memory resnet50 --batch 32 --format svg --picture training"),
            command("alexnet-vgg16.svg", "compare alexnet vgg16 --format svg --picture layers"),
            command("compare.txt", "compare alexnet vgg16 googlenet resnet50"),
            command("compare-by-stage.txt", "compare alexnet vgg16 googlenet resnet50 --by stage --width 140"),
            command("compare-by-kind.md", "compare alexnet vgg16 googlenet resnet50 --by kind --format markdown"),
            command("alexnet.txt", "analyze alexnet"),
            command("alexnet-explained.txt", "explain alexnet"),
            command("alexnet-verified.txt", "verify alexnet"),
            command("alexnet-memory.txt", "memory alexnet --batch 128 --optimizer momentum --limit 8GiB --definitions"),
            command("memory.csv", "memory alexnet vgg16 googlenet resnet50 --batch 32 --format csv"),
            command("resnet50-memory.md", "memory resnet50 --batch 32 --definitions --format markdown"),
            command("googlenet-training.csv", "analyze googlenet --training --format csv"),
            command("resnet50-modules.txt", "analyze resnet50 --depth 2 --width 100"),
            command("resnet50.json", "analyze resnet50 --format json"),
            command("resnet50-parameters.csv", "parameters resnet50 --format csv"),
            command("vgg16.md", "analyze vgg16 --format markdown"),
            command(
                    "resnet50-roofline.txt",
                    "roofline resnet50 --device a100-40gb --dtype float16 --batch 32 --width 150"),
            new Report("reports/conventions.csv", Reports::allConventions),
            command("resnet50-reconciled.txt", "reconcile resnet50 multiply-adds fvcore"),
            command("diff-vgg16-vgg19.txt", "diff vgg16 vgg19"),
            command("diff-resnet50-resnet101.md", "diff resnet50 resnet101 --format markdown"),
            // What check compares with comes first.
            new Report("reports/baseline.json", Reports::baseline),
            command("check.txt", "check"),
            new Report("reports/models.csv", Reports::allModels),
            new Report("specs/" + BundleIndex.FILE, ModelIndex::text),
            new Report("src/site/markdown/operators.md", OperatorTable::inPage),
            new Report("src/site/markdown/commands.md", CommandPage::text),
            new Report("specs/archmeter.schema.json", SpecSchema::json),
            new Report("specs/archmeter-budget.schema.json", BudgetSchema::json),
            new Report("specs/archmeter-convention.schema.json", ConventionSchema::json),
            new Report("specs/archmeter-device.schema.json", DeviceSchema::json),
            new Report("specs/archmeter-space.schema.json", SpaceSchema::json));

    private Reports() {}

    /** What a command prints. */
    private static Report command(String name, String words) {
        return new Report(FOLDER.resolve(name).toString(), () -> printed(words.split(" ")));
    }

    /** The totals of all models that come with the tool. */
    private static String allModels() {
        Stream<String> names = Archmeter.bundled().stream().map(BundledModel::name);
        return printed(
                Stream.concat(Stream.of("compare", "--format", "csv"), names).toArray(String[]::new));
    }

    /** What all conventions count of some models. */
    private static String allConventions() {
        String names = String.join(",", Conventions.names());
        return printed(
                ("compare alexnet vgg16 googlenet resnet50 mobilenet_v2 efficientnet_b0 vit_b_16 swin_t maxvit_t --format csv"
                                + " --convention " + names)
                        .split(" "));
    }

    /** What the models of this repository's own budget cost. */
    private static String baseline() throws IOException {
        StringWriter text = new StringWriter();
        List<UnloadedModel> models = BudgetedModels.of(BudgetFile.read(".archmeter-budget.yaml"));
        new Baseline("reports/baseline.json", Measuring.snapshots(models)).write(text);
        return text.toString();
    }

    private static String printed(String... words) {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(printed, false, StandardCharsets.UTF_8);
        if (Main.run(words, out, System.err, Map.of()) != 0) {
            throw new IllegalStateException("failed: " + String.join(" ", words));
        }
        out.flush();
        return printed.toString(StandardCharsets.UTF_8);
    }

    /** A file, and what stands in it. */
    record Report(String name, Text text) {
        Path file() {
            return Path.of(name);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** Writes a report. */
    interface Text {
        String write() throws IOException;
    }
}
