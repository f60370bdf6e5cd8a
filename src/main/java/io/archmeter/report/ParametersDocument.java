package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.LayerCost;
import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.facts.CostPart;
import io.archmeter.graph.Weight;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Every tensor of weights by its name. */
public final class ParametersDocument {
    private ParametersDocument() {}

    /**
     * The tensors of a network, in the order of execution.
     *
     * @param report of the same network: what it is, and what it has in total
     */
    public static Document of(CostReport report, List<Weight> tensors) {
        Map<String, List<String>> sharers = sharers(report);
        List<Measure<Weight>> measures = new ArrayList<>(List.of(
                new Measure<>(Column.text("kind", "kind"), tensor -> new Cell.Text(kind(tensor))),
                new Measure<>(Column.name("name", "name"), tensor -> new Cell.Text(tensor.fullName())),
                new Measure<>(Column.text("shape", "shape"), tensor -> new Cell.OneShape(tensor.shape())),
                new Measure<>(
                        Column.number("elements", "elements"), tensor -> MetricCells.exactCount(elements(tensor))),
                new Measure<>(
                        Column.number("bytes", "memory").leaving(1),
                        tensor -> MetricCells.bytes(Amount.of(tensor::bytes)))));
        if (!sharers.isEmpty()) {
            measures.add(new Measure<>(
                    Column.text("shared_with", "shared with"),
                    tensor -> Facts.names(sharers.getOrDefault(tensor.module(), List.of()))));
        }
        Table table = Table.of("tensors", Measure.columns(measures), Measure.rows(measures, tensors));
        return new Document("parameters", 1, Facts.title(report), about(report), table, Facts.said(report));
    }

    /** The layers that take the weights of a module beside its own, by the module. */
    private static Map<String, List<String>> sharers(CostReport report) {
        Map<String, List<String>> sharers = new HashMap<>();
        for (LayerCost layer : report.layers()) {
            for (String module : layer.weightsOf()) {
                sharers.computeIfAbsent(module, newcomer -> new ArrayList<>()).add(layer.name());
            }
        }
        return sharers;
    }

    private static List<HeaderField> about(CostReport report) {
        Cost total = report.total();
        List<HeaderField> about = new ArrayList<>();
        about.add(HeaderField.of("model", new Cell.Text(report.model())));
        about.add(HeaderField.of("title", new Cell.Text(report.title())));
        about.add(HeaderField.of("training", new Cell.Flag(report.training(), "")));
        about.add(
                HeaderField.above("dtype", "dtype", new Cell.Text(report.type().toString())));
        about.add(HeaderField.above(
                "parameters", "parameters", MetricCells.exactCount(total.amount(CostPart.PARAMETERS))));
        about.add(HeaderField.above("buffers", "buffers", MetricCells.exactCount(total.amount(CostPart.BUFFERS))));
        List<String> origins = total.amount(CostPart.PARAMETERS).origins();
        about.addAll(Facts.unknown(
                Amount.together(origins, total.amount(CostPart.BUFFERS).origins())));
        return about;
    }

    private static Amount elements(Weight tensor) {
        return Amount.of(tensor.shape()::elements);
    }

    private static String kind(Weight tensor) {
        return tensor.kind().name().toLowerCase(Locale.ROOT);
    }
}
