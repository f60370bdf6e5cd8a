package io.archmeter.sweep;

import io.archmeter.graph.DType;
import io.archmeter.spec.Block;
import io.archmeter.spec.Layer;
import io.archmeter.spec.NamedInput;
import io.archmeter.spec.Spec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A part of a network between two places where one tensor passes and nothing else. What it costs follows from that tensor's shape and from
 * the values that it reads, so that it is counted once for all networks that have it.
 */
final class Piece {
    private final Layer layer;
    private final boolean loops;
    private final List<String> reads;
    private final List<String> turnReads;
    private final List<Piece> parts;

    /**
     * @param loops whether its loops and its condition are gone through turn by turn
     * @param reads the names whose values its cost follows from
     * @param turnReads the same of one turn
     * @param parts what a turn consists of; none: it is counted as a whole
     */
    private Piece(Layer layer, boolean loops, List<String> reads, List<String> turnReads, List<Piece> parts) {
        this.layer = layer;
        this.loops = loops;
        this.reads = reads;
        this.turnReads = turnReads;
        this.parts = List.copyOf(parts);
    }

    /** The pieces of a spec, one after the other; empty where more than one tensor may pass between its layers. */
    static Optional<List<Piece>> of(Spec spec) {
        List<Layer> layers = spec.layers().map(Layer.Sequence::layers).orElse(List.of());
        if (!isFed(spec.inputs())
                || !spec.outputs().isEmpty()
                || !spec.heads().isEmpty()
                || layers.stream().anyMatch(Piece::takesByName)
                || !standAlone(layers)) {
            return Optional.empty();
        }
        // A loop's variable becomes a param of the part, and must not be taken there for another thing of that name.
        Set<String> taken = NamesRead.ofBlocks(spec.blocks());
        spec.params().forEach(param -> taken.add(param.name()));
        return Optional.of(of(layers, spec.blocks(), taken));
    }

    private static boolean isFed(List<NamedInput> inputs) {
        return inputs.size() == 1
                && inputs.get(0).batch()
                && !inputs.get(0).unused()
                && inputs.get(0).type() == DType.FLOAT32;
    }

    private static List<Piece> of(List<Layer> layers, Map<String, Block> blocks, Set<String> taken) {
        List<Piece> pieces = new ArrayList<>();
        layers.forEach(layer -> pieces.add(of(layer, blocks, taken)));
        return pieces;
    }

    private static Piece of(Layer layer, Map<String, Block> blocks, Set<String> taken) {
        boolean loops = layer.each().stream().noneMatch(each -> taken.contains(each.variable()))
                && !(layer.repeat().isPresent() && taken.contains("i"))
                && !(isLoop(layer) && below(layer).stream().anyMatch(Piece::hasOneName));
        boolean opens = loops
                && layer.body() instanceof Layer.Sequence sequence
                && standAlone(sequence.layers())
                && !layer.said().unused();
        List<Layer> inside = opens ? ((Layer.Sequence) layer.body()).layers() : List.of();
        return new Piece(
                layer, loops, NamesRead.of(layer, blocks), NamesRead.ofTurn(layer, blocks), of(inside, blocks, taken));
    }

    private static boolean isLoop(Layer layer) {
        return layer.repeat().isPresent() || !layer.each().isEmpty();
    }

    /** Whether a layer in a loop, or one below it, is called the same in each turn: that is a mistake which only all turns together show. */
    private static boolean hasOneName(Layer layer) {
        return layer.name().isPresent()
                ? layer.name().get().isFixed()
                : below(layer).stream().anyMatch(Piece::hasOneName);
    }

    /** Whether no condition is compared with that of the layer before: what changes in between is a mistake that only the whole shows. */
    private static boolean standAlone(List<Layer> layers) {
        for (int i = 1; i < layers.size(); i++) {
            if (layers.get(i).when().isPresent() && layers.get(i - 1).when().isPresent()) {
                return false;
            }
        }
        return layers.stream().allMatch(Layer::sound);
    }

    /** Whether a layer, or one below it, names another, which may lie in another piece. */
    private static boolean takesByName(Layer layer) {
        return !layer.from().isEmpty()
                || layer.weights().isPresent()
                || !layer.shared().isEmpty()
                || layer.said().alone().isPresent()
                || below(layer).stream().anyMatch(Piece::takesByName);
    }

    private static List<Layer> below(Layer layer) {
        if (layer.body() instanceof Layer.Sequence sequence) {
            return sequence.layers();
        }
        if (layer.body() instanceof Layer.Branches branches) {
            return branches.paths();
        }
        List<Layer> below = new ArrayList<>();
        if (layer.body() instanceof Layer.Residual residual) {
            below.addAll(residual.body().layers());
            below.addAll(residual.shortcut().layers());
        }
        return below;
    }

    /** The layer as it is written. */
    Layer layer() {
        return layer;
    }

    /** Whether its loops and its condition are gone through turn by turn. */
    boolean loops() {
        return loops;
    }

    /** The names whose values its cost follows from, sorted. */
    List<String> reads() {
        return reads;
    }

    /** The names whose values the cost of one turn follows from, those of its loops' variables among them; sorted. */
    List<String> turnReads() {
        return turnReads;
    }

    /** What a turn consists of; none: it is counted as a whole. */
    List<Piece> parts() {
        return parts;
    }

    /** What is counted as a whole: one turn of the layer, or all that it is where its loops are not gone through. */
    Layer.Sequence counted() {
        return new Layer.Sequence(List.of(
                loops
                        ? new Layer(
                                layer.at(),
                                layer.name(),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                layer.from(),
                                layer.weights(),
                                layer.shared(),
                                layer.said(),
                                layer.body(),
                                layer.sound())
                        : layer));
    }
}
