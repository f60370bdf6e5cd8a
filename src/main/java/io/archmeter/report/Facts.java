package io.archmeter.report;

import io.archmeter.analysis.CostReport;
import io.archmeter.analysis.LayerCost;
import io.archmeter.facts.Amount;
import io.archmeter.facts.Cost;
import io.archmeter.facts.CostPart;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.memory.MemoryPlan;
import io.archmeter.metric.Metric;
import io.archmeter.report.document.Cell;
import io.archmeter.report.document.HeaderField;
import io.archmeter.report.document.MetricCells;
import io.archmeter.report.document.Note;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;

/** What all documents say of a model in the same words. */
final class Facts {
    /** A column that is there where a layer takes the weights of another. */
    static final String WEIGHTS_OF = "weights_of";

    static final String WEIGHTS_OF_LABEL = "weights of";

    private Facts() {}

    /** What was counted; without this a number says nothing (the words are those of the manual). */
    static List<Note> notes() {
        List<Note> notes = new ArrayList<>();
        for (Metric metric : Metric.values()) {
            if (metric.explanation().isPresent() && !metric.isOfOtherTools()) {
                List<String> keys = new ArrayList<>(List.of(metric.toString()));
                metric.memoryName().ifPresent(keys::add);
                notes.add(new Note(metric.header() + ": " + metric.explanation().get(), keys));
            }
        }
        return notes;
    }

    /** What is to be said of the network itself, a line each. */
    static List<Note> said(CostReport report) {
        return said(report.notes());
    }

    /** Sentences that hold for a whole document. */
    static List<Note> said(List<String> notes) {
        return notes.stream().map(note -> new Note(note, List.of())).toList();
    }

    static String title(CostReport report) {
        return title(report.model(), report.title());
    }

    static String title(String model, String title) {
        return title.isEmpty() ? model : model + ": " + title;
    }

    /** Of one model. */
    static List<HeaderField> of(CostReport report) {
        List<HeaderField> facts = new ArrayList<>();
        facts.add(HeaderField.of("model", new Cell.Text(report.model())));
        facts.add(HeaderField.of("title", new Cell.Text(report.title())));
        Cell first = new Cell.OneShape(report.input());
        if (report.inputs().size() == 1) {
            facts.add(HeaderField.above("input", "input", first));
        } else {
            facts.add(HeaderField.of("input", first));
            facts.add(HeaderField.above("inputs", "inputs", named(report.inputs())));
            facts.add(types(report));
        }
        if (report.outputs().size() > 1) {
            facts.add(HeaderField.above("outputs", "outputs", named(report.outputs())));
        }
        facts.addAll(counting(report));
        facts.addAll(unknown(report.origins()));
        if (!report.notes().isEmpty()) {
            facts.add(HeaderField.of("notes", names(report.notes())));
        }
        return facts;
    }

    /** The types of several inputs; people see them where not all are that of the network's floating-point numbers. */
    private static HeaderField types(CostReport report) {
        List<Cell.Member> types = new ArrayList<>();
        boolean alike = true;
        for (Value input : report.inputs()) {
            types.add(new Cell.Member(input.name(), new Cell.Text(input.type().toString())));
            alike &= input.type() == report.type();
        }
        Cell cell = new Cell.Members(types);
        return alike
                ? HeaderField.of("input_dtypes", cell)
                : HeaderField.above("input_dtypes", "dtypes of inputs", cell);
    }

    /** Shapes by the names of their values. */
    private static Cell named(List<Value> values) {
        List<Cell.Member> members = new ArrayList<>(values.size());
        for (Value value : values) {
            members.add(new Cell.Member(value.name(), new Cell.OneShape(value.shape())));
        }
        return new Cell.Members(members);
    }

    /** What a network is given, in one cell: a shape, or those of several inputs. */
    static Cell inputs(CostReport report) {
        return inputs(report.inputs().stream().map(Value::shape).toList());
    }

    /** What a network is given, in one cell: a shape, or those of several inputs. */
    static Cell inputs(List<Shape> shapes) {
        return shapes.size() == 1 ? new Cell.OneShape(shapes.get(0)) : new Cell.Shapes(shapes);
    }

    /** How it was counted, which is the same for all models of a document. */
    static List<HeaderField> counting(CostReport report) {
        return List.of(
                HeaderField.above("batch", "batch", batch(report.input())),
                HeaderField.above("dtype", "dtype", new Cell.Text(report.type().toString())),
                HeaderField.above(
                        "training",
                        "",
                        new Cell.Flag(report.training(), report.training() ? "training" : "inference")));
    }

    /** How many samples pass at once; empty where nobody knows, or the input is a scalar. */
    static Cell batch(Shape input) {
        return input.rank() > 0 && input.axis(0) instanceof Extent.Known ? new Cell.Count(input.batch()) : Cell.EMPTY;
    }

    /** The totals of Keras's {@code model.summary()}: it counts running statistics among parameters, and no batches. */
    static HeaderField keras(Cost total) {
        Amount trainable = total.amount(CostPart.PARAMETERS);
        Amount others = Amount.exactly(total.nonTrainable());
        return HeaderField.below(
                "keras_parameters",
                "parameters as Keras counts:",
                Cell.Members.of(
                        new Cell.Member("total", MetricCells.exactCount(trainable.plus(others))),
                        new Cell.Member("trainable", MetricCells.exactCount(trainable)),
                        new Cell.Member("non_trainable", "non-trainable", MetricCells.exactCount(others))));
    }

    /** What the tensors of a forward pass take at once. */
    static List<HeaderField> of(MemoryPlan memory) {
        return List.of(
                HeaderField.below("peak", "peak memory", peak(memory)),
                HeaderField.below("arena_bytes", "arena", MetricCells.bytes(memory.arena())));
    }

    /** The layer at which most is held. */
    static Cell peak(MemoryPlan memory) {
        Cell known = new Cell.PeakMemory(memory.peak());
        return memory.most().isExact() ? known : new Cell.AtLeast(known, false);
    }

    /** Where comes from what is not known, so that totals are incomplete; nothing where all is known. */
    static List<HeaderField> unknown(List<String> origins) {
        return origins.isEmpty()
                ? List.of()
                : List.of(HeaderField.below(
                        "unknown", "incomplete, because not all is known of what comes from", names(origins)));
    }

    /** The same of several models, of which one names its own. */
    static List<HeaderField> unknownOf(List<CostReport> reports) {
        List<String> origins = List.of();
        for (CostReport report : reports) {
            List<String> own = report.origins();
            origins = Amount.together(
                    origins,
                    reports.size() == 1
                            ? own
                            : own.stream()
                                    .map(origin -> report.model() + " " + origin)
                                    .toList());
        }
        return unknown(origins);
    }

    /** The part that some layers have of a total; empty where one of them is not known in full. */
    static Cell share(Metric metric, Cost part, Cost total) {
        OptionalLong known = metric.of(part);
        OptionalLong whole = metric.of(total);
        return known.isPresent() && whole.isPresent()
                ? Cell.Percent.of(known.getAsLong(), whole.getAsLong())
                : Cell.EMPTY;
    }

    /** Whether there is a layer with several outputs. */
    static boolean hasSeveralOutputs(CostReport report) {
        for (LayerCost layer : report.layers()) {
            if (layer.outputs().size() > 1) {
                return true;
            }
        }
        return false;
    }

    /** All of them, where there are several. */
    static Cell severalOutputs(LayerCost layer) {
        return layer.outputs().size() > 1 ? new Cell.Shapes(layer.outputs()) : Cell.EMPTY;
    }

    /** Whether a layer takes the weights of another. */
    static boolean sharesWeights(CostReport report) {
        for (LayerCost layer : report.layers()) {
            if (!layer.weightsOf().isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** The operators whose layers alone are shown, for programs; nothing where all are. */
    static List<HeaderField> only(Set<String> operators) {
        return operators.isEmpty() ? List.of() : List.of(HeaderField.of("only", names(List.copyOf(operators))));
    }

    /** The names of layers. */
    static Cell names(List<String> names) {
        return names.isEmpty()
                ? Cell.EMPTY
                : new Cell.Items(names.stream().<Cell>map(Cell.Text::new).toList());
    }

    /** Elementary operations outside sums of products. */
    static Cell others(Cost cost) {
        Map<String, Long> named = cost.others().isEmpty() ? Map.of() : new LinkedHashMap<>();
        cost.others().forEach((kind, count) -> named.put(kind.toString(), count));
        Cell known = new Cell.Counts(named);
        return cost.amount(CostPart.OTHERS).isExact() ? known : new Cell.AtLeast(known, named.isEmpty());
    }

    static Cell name(LayerCost layer) {
        return new Cell.Text(layer.name());
    }
}
