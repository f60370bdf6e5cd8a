package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.report.MemoryDocument;
import io.archmeter.spec.LoadOptions;
import io.archmeter.training.Optimizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** What models need of memory, at inference and in training. */
final class MemoryCommand implements Command {
    private static final Option LIMIT =
            Option.value("--limit", "BYTES", "also the largest batches that fit, e.g. into 8GiB, 512MiB or 6GB");
    private static final Option DEFINITIONS =
            Option.flag("--definitions", "also what other tools and lectures call memory");

    @Override
    public Syntax syntax() {
        return new Syntax(
                "memory",
                "what models need of memory: inference, training, by definition",
                new Syntax.Operands("MODEL ...", Syntax.MODEL, 1, Integer.MAX_VALUE),
                Syntax.options(
                        List.of(CountingOptions.OPTIMIZER, LIMIT, DEFINITIONS),
                        ModelOptions.OPTIONS,
                        List.of(CountingOptions.DTYPE),
                        Output.OPTIONS),
                List.of(
                        "archmeter memory resnet50 --batch 32 --optimizer momentum",
                        "archmeter memory vgg16 googlenet --limit 8GiB --format json"));
    }

    @Override
    public void run(Arguments given, Console console) {
        LoadOptions options = ModelOptions.read(given);
        DType type = CountingOptions.readType(given);
        Optimizer optimizer = given.choice(CountingOptions.OPTIMIZER, List.of(Optimizer.values()))
                .orElse(Optimizer.ADAM);
        OptionalLong limit = limit(given);
        Output output = Output.read(given, console);
        given.throwIfWrong();
        List<MemoryDocument.Entry> entries = new ArrayList<>();
        for (Model model : Models.load(given.operands(), options)) {
            entries.add(new MemoryDocument.Entry(
                    model.memory(type, optimizer),
                    limit.isPresent()
                            ? Optional.of(model.largestBatches(type, optimizer, limit.getAsLong()))
                            : Optional.empty()));
        }
        output.write(MemoryDocument.of(entries, given.has(DEFINITIONS)));
    }

    private static OptionalLong limit(Arguments given) {
        Optional<String> written = given.find(LIMIT);
        OptionalLong limit = written.map(ByteCount::parse).orElse(OptionalLong.empty());
        if (written.isPresent() && limit.isEmpty()) {
            given.problem(
                    "bad-value",
                    "--limit must be an amount of memory, but is '" + written.get() + "'",
                    "write a whole number with B, kB, MB, GB, KiB, MiB or GiB, e.g. --limit 8GiB");
        }
        return limit;
    }
}
