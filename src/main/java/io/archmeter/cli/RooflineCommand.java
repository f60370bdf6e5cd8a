package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.graph.DType;
import io.archmeter.report.RooflineDocument;
import io.archmeter.report.RooflinePicture;
import io.archmeter.report.document.Document;
import io.archmeter.report.picture.Picture;
import io.archmeter.roofline.Device;
import io.archmeter.roofline.DeviceBounds;
import io.archmeter.roofline.Roofline;
import io.archmeter.roofline.file.Devices;
import java.util.ArrayList;
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
        List<RooflineDocument.Entry> entries = new ArrayList<>();
        List<Model> loaded = models.load(named.references(), console());
        for (Model model : loaded) {
            Roofline network = Roofline.of(model.facts(type));
            Optional<DeviceBounds> bounds = found.map(known -> DeviceBounds.of(network, known));
            String after = PictureNames.after(loaded, entries.size());
            entries.add(new RooflineDocument.Entry(network, bounds, pictures(bounds, after)));
        }
        Document document = RooflineDocument.of(entries, sorting.order(found.isPresent()));
        output.write(console(), columns.of(document, output.format()));
        return ExitCode.FINE;
    }

    private List<Picture> pictures(Optional<DeviceBounds> bounds, String after) {
        return output.format().showsPictures()
                ? bounds.flatMap(known -> RooflinePicture.of(known, after))
                        .<List<Picture>>map(List::of)
                        .orElse(List.of())
                : List.of();
    }
}
