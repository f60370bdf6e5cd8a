package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.report.answer.Documents;
import io.archmeter.report.answer.RooflineDocuments;
import io.archmeter.roofline.Device;
import io.archmeter.roofline.Roofline;
import io.archmeter.roofline.file.Devices;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What models move and compute, and the least time that this takes. */
@Command(
        name = "roofline",
        description = "what layers move and compute, and the least time that takes on a device",
        footer = {
            "  archmeter roofline resnet50",
            "  archmeter roofline resnet50 --device a100-40gb --dtype float16 --batch 32",
            "  archmeter roofline vgg16 --device my-board.yaml --sort moved_bytes --top 10",
            "  archmeter roofline resnet50 --device h100-sxm -o resnet50.html"
        })
final class RooflineCommand extends Subcommand {
    private static final String DEVICE = "--device";

    @Mixin
    private ModelArguments named = new ModelArguments();

    @Option(
            names = DEVICE,
            paramLabel = "DEVICE",
            description = "also least times: a name from 'archmeter devices', or a file")
    private Optional<String> device = Optional.empty();

    @Mixin
    private RooflineSortingOptions sorting = new RooflineSortingOptions();

    @Mixin
    private ColumnsOption columns = new ColumnsOption();

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

    RooflineCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        Optional<Device> found = device.map(word -> Devices.find(word, DEVICE));
        List<Model> loaded = models.load(named.references(), console());
        Documents answer = new RooflineDocuments(
                loaded.stream().map(model -> Roofline.of(model.facts(type))).toList(),
                loaded.stream().map(model -> model.graph().name()).toList(),
                found,
                sorting.order(found.isPresent()));
        output.answer(console(), answer.with(columns::of));
        return ExitCode.FINE;
    }
}
