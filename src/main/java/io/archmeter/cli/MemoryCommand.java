package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.report.answer.MemoryDocuments;
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
        List<MemoryDocuments.Network> networks = new ArrayList<>();
        for (Model model : models.load(named.references(), console())) {
            networks.add(new MemoryDocuments.Network(
                    model.facts(type),
                    model.memory(type, optimizer),
                    limit.map(bytes -> model.largestBatches(type, optimizer, bytes))));
        }
        output.answer(console(), new MemoryDocuments(networks, definitions));
        return ExitCode.FINE;
    }
}
