package io.archmeter.analysis;

import io.archmeter.graph.Node;
import io.archmeter.op.Reach;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The receptive fields of a graph's nodes, found one after the other in the order of the graph. */
final class ReceptiveFields {
    private final List<Optional<ReceptiveField>> seen = new ArrayList<>();

    /** What the next node sees. */
    Optional<ReceptiveField> add(Node node, Reach reach) {
        Optional<ReceptiveField> before = before(node);
        Optional<ReceptiveField> field =
                before.isPresent() ? before.get().through(reach, node.output().spatial()) : before;
        seen.add(field);
        return field;
    }

    void addInput(Node input) {
        seen.add(Optional.of(ReceptiveField.ofInput(input.output().spatial())));
    }

    Optional<ReceptiveField> of(int node) {
        return seen.get(node);
    }

    /** What the positions that a node takes see, through all of its inputs. */
    Optional<ReceptiveField> before(Node node) {
        Optional<ReceptiveField> joined = seen.get(node.inputs().get(0));
        for (int input : node.inputs().subList(1, node.inputs().size())) {
            joined = joined.flatMap(some -> seen.get(input).flatMap(some::union));
        }
        return joined;
    }
}
