package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.Explanation;
import io.archmeter.analysis.LayerCost;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.facts.UsedWeight;
import io.archmeter.graph.Node;
import io.archmeter.graph.Weight;
import io.archmeter.op.Catalogue;
import io.archmeter.report.document.Card;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.Column;
import io.archmeter.report.document.Detail;
import io.archmeter.report.document.Measure;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Row;
import io.archmeter.report.document.Section;
import io.archmeter.report.document.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/** What a page shows of a layer that somebody chooses: all that is known of it. */
final class LayerCards {
    /** How many layers are named that take a value; a weight, or a concatenation, may have hundreds of neighbours. */
    private static final int NAMED = 12;

    private static final String SEEN = "receptive field";

    private final CostReport report;
    private final NetworkFacts network;
    private final Neighbours neighbours;
    private final Map<Weight, List<String>> sharers = new IdentityHashMap<>();
    private final Map<String, LayerFacts> facts = new HashMap<>();

    /** @param report all layers of the network, not folded */
    LayerCards(CostReport report, NetworkFacts network) {
        this.report = report;
        this.network = network;
        this.neighbours = new Neighbours(network, report.training());
        for (UsedWeight used : network.weightsWithUsers(report.training())) {
            sharers.put(used.weight(), used.sharers());
        }
        network.layers(report.training()).forEach(layer -> facts.put(layer.name(), layer));
    }

    Card of(Explanation explanation) {
        LayerCost row = explanation.layer();
        LayerFacts layer = facts.get(row.name());
        List<Detail> details = new ArrayList<>();
        details.add(terms(heading(row), "", attributes(row)));
        details.add(numbers(explanation.lines(), false));
        if (!layer.weights().isEmpty()) {
            details.add(new Detail.Listing("weights", weights(layer)));
        }
        InputWindows.of(report, row).ifPresent(details::add);
        if (explanation.lines().stream().anyMatch(line -> isSeen(line))) {
            details.add(numbers(explanation.lines(), true));
        }
        details.addAll(names("takes", neighbours.before(layer)));
        details.addAll(names("is taken by", neighbours.after(layer)));
        details.add(terms(Row.NONE, "", places(layer.node())));
        return new Card(row.name(), details);
    }

    private static Row heading(LayerCost row) {
        return Row.of(new Cell.Text(row.operator()), new Cell.Shapes(row.inputs()), new Cell.Shapes(row.outputs()));
    }

    private static List<Row> attributes(LayerCost row) {
        List<Row> rows = new ArrayList<>();
        row.op()
                .filter(op -> !Catalogue.attributes(op).isEmpty())
                .ifPresent(op -> rows.add(Row.of(new Cell.Text("attributes"), new Cell.Attributes(op))));
        if (!row.weightsOf().isEmpty()) {
            rows.add(Row.of(new Cell.Text(Facts.WEIGHTS_OF_LABEL), Facts.names(row.weightsOf())));
        }
        return rows;
    }

    private static boolean isSeen(Explanation.Line line) {
        return line.quantity().startsWith(SEEN);
    }

    private static Detail numbers(List<Explanation.Line> lines, boolean ofField) {
        List<Measure<Explanation.Line>> measures = ExplainDocument.measures();
        List<Explanation.Line> shown =
                lines.stream().filter(line -> isSeen(line) == ofField).toList();
        return new Detail.Listing(
                "",
                new Table(
                        "",
                        "numbers",
                        Table.Layout.EQUATIONS,
                        List.of(),
                        Measure.columns(measures),
                        List.of(Section.of(Row.NONE, Measure.rows(measures, shown)))));
    }

    /** A term and what is to be said of it, in each row. */
    private static Detail terms(Row heading, String caption, List<Row> rows) {
        List<Column> columns = heading.cells().isEmpty()
                ? List.of()
                : List.of(Column.text("operator", ""), Column.text("inputs", ""), Column.text("output", "→"));
        return new Detail.Listing(
                caption,
                new Table(
                        "",
                        "terms",
                        Table.Layout.EQUATIONS,
                        columns,
                        List.of(Column.text("term", "term"), Column.text("said", "")),
                        List.of(Section.of(heading, rows))));
    }

    private Table weights(LayerFacts layer) {
        boolean shared =
                layer.weights().stream().anyMatch(weight -> !sharedBy(weight).isEmpty());
        List<Measure<Weight>> measures = new ArrayList<>(List.of(
                new Measure<>(Column.text("name", "name"), weight -> new Cell.Text(nameOf(weight, layer))),
                new Measure<>(Column.text("shape", "shape"), weight -> new Cell.OneShape(weight.shape())),
                new Measure<>(
                        Column.number("elements", "elements"),
                        weight -> MetricCells.exactCount(io.archmeter.facts.Amount.of(weight.shape()::elements))),
                new Measure<>(
                        Column.number("bytes", "memory"),
                        weight -> MetricCells.bytes(io.archmeter.facts.Amount.of(weight::bytes)))));
        if (shared) {
            measures.add(
                    new Measure<>(Column.text("shared", "also taken by"), weight -> Facts.names(sharedBy(weight))));
        }
        return Table.of("weights", Measure.columns(measures), Measure.rows(measures, layer.weights()));
    }

    private List<String> sharedBy(Weight weight) {
        return sharers.getOrDefault(weight, List.of());
    }

    private static String nameOf(Weight weight, LayerFacts layer) {
        return weight.module().equals(layer.name()) && !weight.name().isEmpty() ? weight.name() : weight.fullName();
    }

    private static List<Detail> names(String caption, List<String> names) {
        if (names.isEmpty()) {
            return List.of();
        }
        int shown = Math.min(names.size(), NAMED);
        List<Row> rows = names.subList(0, shown).stream()
                .map(name -> Row.of(new Cell.Text(name)))
                .toList();
        String more = shown < names.size() ? " " + names.size() + ", among them" : "";
        return List.of(
                new Detail.Listing(caption + more, Table.of("layers", List.of(Column.name("layer", "layer")), rows)));
    }

    private static List<Row> places(Node node) {
        List<Row> rows = new ArrayList<>(List.of(
                Row.of(new Cell.Text("written at"), new Cell.Text(node.place().toString()))));
        if (!node.calls().isEmpty()) {
            List<Cell> calls = new ArrayList<>();
            node.calls().forEach(call -> calls.add(new Cell.Text(call.toString())));
            rows.add(Row.of(new Cell.Text("called at"), new Cell.Items(calls)));
        }
        return rows;
    }
}
