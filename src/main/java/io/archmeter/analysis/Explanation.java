package io.archmeter.analysis;

import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Weight;
import io.archmeter.op.Catalogue;
import io.archmeter.op.Formula;
import io.archmeter.op.Inputs;
import io.archmeter.op.OpFacts;
import io.archmeter.op.Reach;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * How each number of a layer comes about.
 *
 * @param layer its row in the report
 */
public record Explanation(LayerCost layer, List<Line> lines) {
    /** One number: what it is, and the arithmetic that gives it. */
    public record Line(String quantity, Formula formula) {}

    public Explanation {
        lines = List.copyOf(lines);
    }

    /** Explains the layers that count, in the order of the report. */
    public static List<Explanation> of(Graph graph, DType type, boolean training) {
        Iterator<LayerCost> rows =
                Analyzer.analyze(graph, type, training).layers().iterator();
        ReceptiveFields fields = new ReceptiveFields();
        List<Explanation> all = new ArrayList<>();
        for (Node node : graph.nodes()) {
            if (node.isInput()) {
                fields.addInput(graph, node);
                continue;
            }
            OpFacts facts = Catalogue.facts(node.op(), new Inputs(graph.inputsOf(node)), graph.outputsOf(node));
            if (training || !node.auxiliary()) {
                List<Line> lines = counts(graph.in(type), node, facts);
                Optional<FieldOfView> before = fields.before(node);
                if (fields.add(graph, node, facts.reach()).isPresent()) {
                    lines.addAll(sight(graph, node, facts.reach(), before.orElseThrow()));
                }
                all.add(new Explanation(rows.next(), lines));
            } else {
                fields.add(graph, node, facts.reach());
            }
        }
        return all;
    }

    private static List<Line> counts(Graph graph, Node node, OpFacts facts) {
        List<Line> lines = new ArrayList<>();
        int rank = facts.outputs().get(0).extents().size();
        for (int axis = 0; axis < rank; axis++) {
            Formula extent = facts.outputs().get(0).extents().get(axis);
            if (!(extent instanceof Formula.Count)) {
                lines.add(new Line("output " + AxisName.of(axis, rank), extent));
            }
        }
        addUnlessZero(lines, "parameters", Analyzer.elements(graph.weightsOf(node), Weight.Kind.PARAMETER));
        addUnlessZero(lines, "buffers", Analyzer.elements(graph.weightsOf(node), Weight.Kind.BUFFER));
        addUnlessZero(lines, "multiply-adds", facts.work().multiplyAdds());
        addUnlessZero(lines, "effective multiply-adds", facts.work().effectiveMultiplyAdds());
        facts.work().others().forEach((kind, count) -> lines.add(new Line(kind + " operations", count)));
        lines.add(new Line("output bytes", outputBytes(graph.outputOf(node), graph.type())));
        return lines;
    }

    private static Formula outputBytes(Shape output, DType type) {
        return Formula.product(Formula.elements(output), Formula.of(type.bytes(1)));
    }

    /** The receptive field, where the layer makes it larger than that of its input. */
    private static List<Line> sight(Graph graph, Node node, Reach reach, FieldOfView before) {
        List<Line> lines = new ArrayList<>();
        int rank = 2 + before.axes().size();
        List<Long> positions = graph.inputsOf(node).get(0).spatial();
        for (int a = 0; a < before.axes().size(); a++) {
            String quantity = "receptive field " + AxisName.of(a + 2, rank);
            if (!(before.axes().get(a) instanceof SeenWindows.Even seen)) {
                continue;
            }
            if (reach instanceof Reach.Sliding sliding
                    && sliding.axes().size() == before.axes().size()) {
                lines.add(new Line(quantity, seen.sizeThrough(sliding.axes().get(a))));
            } else if (reach instanceof Reach.Whole
                    && positions.size() == before.axes().size()) {
                lines.add(new Line(quantity, seen.sizeThrough(positions.get(a))));
            }
        }
        return lines;
    }

    private static void addUnlessZero(List<Line> lines, String quantity, Formula formula) {
        if (formula.value() != 0) {
            lines.add(new Line(quantity, formula));
        }
    }
}
