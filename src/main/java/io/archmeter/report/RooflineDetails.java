package io.archmeter.report;

import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Table;
import io.archmeter.report.document.Tone;
import io.archmeter.report.text.Readable;
import io.archmeter.roofline.Binding;
import io.archmeter.roofline.Bound;
import io.archmeter.roofline.DeviceBounds;
import io.archmeter.roofline.LeastTime;
import io.archmeter.roofline.Roofline;
import io.archmeter.roofline.Traffic;
import java.util.ArrayList;
import java.util.List;

/** What people see of a model below its layers: all of them one after the other, and as one. */
final class RooflineDetails {
    private RooflineDetails() {}

    /** @param drawn whether its pictures are among them; that of one model stands above its layers */
    static List<Detail> of(RooflineDocument.Entry model, boolean drawn) {
        List<Detail> details = new ArrayList<>();
        if (drawn) {
            model.pictures().forEach(picture -> details.add(Detail.Drawn.of(picture)));
        }
        details.add(whole(model));
        model.bounds().ifPresent(bounds -> details.addAll(remarks(bounds)));
        return details;
    }

    /** The whole network twice. */
    private static Detail whole(RooflineDocument.Entry model) {
        List<Measure<RooflineLine>> measures = new ArrayList<>();
        for (Measure<RooflineLine> measure : RooflineColumns.of(model.bounds().isPresent())) {
            Column column = measure.column();
            if (column.key().equals("layer")) {
                measures.add(new Measure<>(Column.name("executed", "executed"), measure.of()));
            } else if (!column.key().equals("operator") && !column.key().equals("other_operations")) {
                measures.add(measure);
            }
        }
        List<RooflineLine> lines =
                List.of(RooflineLine.total(model).named("layer by layer"), RooflineLine.fused(model));
        return new Detail.Listing(
                model.bounds().isPresent() ? "bounds on one pass, and no prediction" : "one pass",
                Table.of("executions", Measure.columns(measures), Measure.rows(measures, lines)));
    }

    private static List<Detail> remarks(DeviceBounds bounds) {
        List<Detail> remarks = new ArrayList<>();
        remarks.add(Detail.Remark.of(waiting(bounds)));
        bounds.fits().ifPresent(fits -> remarks.add(fits(bounds, fits)));
        return remarks;
    }

    /** How many layers wait for memory, and how much of the time that is. */
    private static String waiting(DeviceBounds bounds) {
        int layers = 0;
        LeastTime time = LeastTime.NONE;
        int moving = 0;
        for (Bound bound : bounds.layers()) {
            moving += bound.binding() == Binding.NOTHING ? 0 : 1;
            if (bound.binding() == Binding.MEMORY) {
                layers++;
                time = time.plus(bound.least());
            }
        }
        boolean known = bounds.layerByLayer().complete()
                && bounds.layerByLayer().picoseconds().signum() > 0;
        String share = known
                ? ", "
                        + Readable.percent(
                                time.rounded(),
                                Math.max(1, bounds.layerByLayer().rounded())) + " of the least time layer by layer"
                : "";
        return "bound by memory: " + layers + " of " + moving + " layers that move anything" + share;
    }

    private static Detail fits(DeviceBounds bounds, boolean fits) {
        long memory = bounds.device().memory().orElseThrow();
        return Detail.Remark.of(
                fits ? Tone.PLAIN : Tone.WARNING,
                "weights and peak memory together, "
                        + (bounds.network().needs().isExact() ? "" : "≥ ")
                        + Readable.bytes(bounds.network().needs().atLeast())
                        + (fits ? ", fit into the " : ", do not fit into the ") + Readable.bytes(memory) + " of "
                        + bounds.device().name());
    }

    /** All layers as one, for programs. */
    static Cell fused(RooflineDocument.Entry model) {
        Traffic traffic = model.network().fused();
        List<Cell.Member> members = new ArrayList<>(List.of(
                new Cell.Member("input_bytes", MetricCells.bytes(traffic.inputs())),
                new Cell.Member("weight_bytes", MetricCells.bytes(traffic.weights())),
                new Cell.Member("output_bytes", MetricCells.bytes(traffic.outputs())),
                new Cell.Member(RooflineColumns.MOVED, MetricCells.bytes(traffic.moved())),
                new Cell.Member(RooflineColumns.INTENSITY, RooflineColumns.intensity(RooflineLine.fused(model)))));
        model.bounds().map(DeviceBounds::fused).ifPresent(bound -> {
            members.add(new Cell.Member("compute_picoseconds", RooflineColumns.time(bound.compute())));
            members.add(new Cell.Member("memory_picoseconds", RooflineColumns.time(bound.memory())));
            members.add(new Cell.Member(RooflineColumns.LEAST, RooflineColumns.time(bound.least())));
        });
        return new Cell.Members(members);
    }

    /** The layers that read some rows of a table, for programs. */
    static Cell lookups(Roofline network) {
        return new Cell.Items(network.lookups().stream()
                .<Cell>map(lookup -> Cell.Members.of(
                        new Cell.Member("layer", new Cell.Text(lookup.layer())),
                        new Cell.Member("least_bytes", MetricCells.bytes(lookup.least())),
                        new Cell.Member("most_bytes", MetricCells.bytes(lookup.most()))))
                .toList());
    }
}
