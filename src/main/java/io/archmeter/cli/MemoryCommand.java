package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.analysis.MemoryReport;
import io.archmeter.graph.DType;
import io.archmeter.report.MemoryDocument;
import io.archmeter.report.MemoryPictures;
import io.archmeter.report.MemorySteps;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import io.archmeter.report.document.NamedDocument;
import io.archmeter.report.picture.Picture;
import io.archmeter.training.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What models need of memory, at inference and in training. */
@Command(
        name = "memory",
        description = "what models need of memory: inference, training, by definition",
        footer = {
            "  archmeter memory resnet50 --batch 32 --optimizer momentum",
            "  archmeter memory vgg16 googlenet --limit 8GiB --format json",
            "  archmeter memory resnet50 -o resnet50.html",
            "  archmeter memory resnet50 -o resnet50.trace.json"
        })
final class MemoryCommand extends Subcommand {
    @Mixin
    private ModelArguments named = new ModelArguments();

    @Mixin
    private OptimizerOption given = new OptimizerOption();

    @Option(
            names = "--limit",
            paramLabel = "BYTES",
            converter = ByteCount.class,
            description = "also the largest batches that fit, e.g. into 8GiB, 512MiB or 6GB")
    private Optional<Long> limit = Optional.empty();

    @Option(names = "--definitions", description = "also what other tools and lectures call memory")
    private boolean definitions;

    @Mixin
    private ModelOptions models = new ModelOptions();

    @Option(
            names = CountingOptions.DTYPE,
            paramLabel = "TYPE",
            converter = NetworkType.class,
            completionCandidates = NetworkType.class,
            description = CountingOptions.DTYPE_MEANING)
    private DType type = DType.FLOAT32;

    @Mixin
    private OutputOptions output = new OutputOptions();

    MemoryCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Optimizer optimizer = given.given("memory", type).orElse(Optimizer.ADAM);
        List<MemoryDocument.Entry> entries = new ArrayList<>();
        List<Model> loaded = models.load(named.references(), console());
        for (Model model : loaded) {
            MemoryReport memory = model.memory(type, optimizer);
            entries.add(new MemoryDocument.Entry(
                    memory,
                    limit.map(bytes -> model.largestBatches(type, optimizer, bytes)),
                    pictures(model, memory, PictureNames.after(loaded, entries.size()))));
        }
        Document figures = MemoryDocument.of(entries, definitions);
        if (output.format() == Format.XLSX) {
            output.writeTogether(
                    console(), List.of(NamedDocument.of(figures), NamedDocument.of(MemorySteps.of(entries))));
        } else {
            output.write(console(), figures);
        }
        return ExitCode.FINE;
    }

    private List<Picture> pictures(Model model, MemoryReport memory, String after) {
        if (!output.format().showsPictures()) {
            return List.of();
        }
        return output.format() == Format.TRACE
                ? MemoryPictures.whole(model.facts(type), memory, after)
                : MemoryPictures.drawn(model.facts(type), memory, after);
    }
}
