package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.facts.CostPart;
import io.archmeter.facts.UsedWeight;
import io.archmeter.graph.Weight;
import io.archmeter.op.StoredWeight;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.List;

/** Every tensor of weights by its name. */
public final class ParametersDocument {
    private ParametersDocument() {}

    /**
     * The tensors of a network, in the order of execution.
     *
     * @param report of the same network: what it is, and what it has in total
     */
    public static Document of(CostReport report, List<UsedWeight> tensors) {
        boolean shared = tensors.stream().anyMatch(tensor -> !tensor.sharers().isEmpty());
        List<Measure<UsedWeight>> measures = new ArrayList<>(List.of(
                new Measure<>(Column.text("kind", "kind"), tensor -> new Cell.Text(kind(tensor.weight()))),
                new Measure<>(
                        Column.name("name", "name"),
                        tensor -> new Cell.Text(tensor.weight().fullName())),
                new Measure<>(
                        Column.text("shape", "shape"),
                        tensor -> new Cell.OneShape(tensor.weight().shape())),
                new Measure<>(
                        Column.number("elements", "elements"),
                        tensor -> MetricCells.exactCount(elements(tensor.weight()))),
                new Measure<>(
                        Column.number("bytes", "memory").leaving(1),
                        tensor -> MetricCells.bytes(Amount.of(tensor.weight()::bytes)))));
        if (shared) {
            measures.add(
                    new Measure<>(Column.text("shared_with", "shared with"), tensor -> Facts.names(tensor.sharers())));
        }
        Table table = Table.of("tensors", Measure.columns(measures), Measure.rows(measures, tensors));
        return new Document("parameters", 1, Facts.title(report), about(report, tensors), table, Facts.said(report));
    }

    /** How many parameters there are if each layer counts all that it takes. */
    private static Amount byUse(List<UsedWeight> tensors) {
        Amount sum = Amount.ZERO;
        for (UsedWeight tensor : tensors) {
            if (tensor.weight().kind() == Weight.Kind.PARAMETER) {
                Amount elements = elements(tensor.weight());
                for (int user = 0; user <= tensor.sharers().size(); user++) {
                    sum = sum.plus(elements);
                }
            }
        }
        return sum;
    }

    private static List<HeaderField> about(CostReport report, List<UsedWeight> tensors) {
        Cost total = report.total();
        List<HeaderField> about = new ArrayList<>();
        about.add(HeaderField.of("model", new Cell.Text(report.model())));
        about.add(HeaderField.of("title", new Cell.Text(report.title())));
        about.add(HeaderField.of("training", new Cell.Flag(report.training(), "")));
        about.add(
                HeaderField.above("dtype", "dtype", new Cell.Text(report.type().toString())));
        about.add(HeaderField.above(
                "parameters", "parameters", MetricCells.exactCount(total.amount(CostPart.PARAMETERS))));
        if (tensors.stream()
                .anyMatch(tensor -> tensor.weight().kind() == Weight.Kind.PARAMETER
                        && !tensor.sharers().isEmpty())) {
            about.add(HeaderField.above("parameters_by_use", "by use", MetricCells.exactCount(byUse(tensors))));
        }
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
        return StoredWeight.word(tensor.kind());
    }
}
