package io.archmeter.spec.parse;

import io.archmeter.problem.Problems;
import io.archmeter.spec.Block;
import io.archmeter.spec.Layer;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses blocks that use themselves, directly or through others: their layers would never end. */
final class RecursionCheck {
    private final Map<String, Block> blocks;
    private final Problems problems;
    private final Set<String> done = new HashSet<>();
    private final Deque<Block> callers = new ArrayDeque<>();
    private int nested;

    private RecursionCheck(Map<String, Block> blocks, Problems problems) {
        this.blocks = blocks;
        this.problems = problems;
    }

    static void check(Map<String, Block> blocks, Problems problems) {
        RecursionCheck check = new RecursionCheck(blocks, problems);
        blocks.values().forEach(check::visit);
    }

    private void visit(Block block) {
        if (!done.add(block.name())) {
            return;
        }
        callers.addLast(block);
        visit(block.layers().layers());
        callers.removeLast();
    }

    private void visit(List<Layer> layers) {
        if (nested == Layer.MOST_NESTED) {
            // Deeper layers are refused where they are expanded, and Java's stack is not endless either.
            return;
        }
        nested++;
        for (Layer layer : layers) {
            if (layer.body() instanceof Layer.Call call) {
                visit(call);
            } else if (layer.body() instanceof Layer.Sequence sequence) {
                visit(sequence.layers());
            } else if (layer.body() instanceof Layer.Residual residual) {
                visit(residual.body().layers());
                visit(residual.shortcut().layers());
            } else if (layer.body() instanceof Layer.Branches branches) {
                visit(branches.paths());
            }
        }
        nested--;
    }

    private void visit(Layer.Call call) {
        if (!(call.kind() instanceof Unevaluated.Constant constant
                && constant.value() instanceof PlainValue.Text text)) {
            return;
        }
        Optional<Block> used = Block.find(text.text(), blocks, callers.getLast().imported());
        if (used.isEmpty()) {
            return;
        }
        List<String> names = callers.stream().map(Block::name).toList();
        if (names.contains(text.text())) {
            problems.add(
                    call.at(),
                    "recursive-block",
                    "block " + text.text() + " uses itself: " + String.join(" → ", names) + " → " + text.text(),
                    used.get().remedyOfRecursion());
            return;
        }
        visit(used.get());
    }
}
