package io.archmeter.spec;

import io.archmeter.op.Value;
import io.archmeter.problem.Span;
import java.util.List;
import java.util.Optional;

/**
 * A layer, or a group of layers, as it is written.
 *
 * @param name what it is called; empty: it is numbered, or adds no level to the path
 * @param when whether it exists
 * @param repeat how many times it stands there
 * @param each lists over which it is repeated side by side
 * @param from whose outputs it takes; none: that of the layer before it
 * @param sound whether it is known what it is; otherwise its output is not known, and what follows from that is no problem
 *     of its own
 */
record Layer(
        Span at,
        Optional<Template> name,
        Optional<Written> when,
        Optional<Written> repeat,
        List<Each> each,
        List<Reference> from,
        Body body,
        boolean sound) {

    /** A layer without modifiers. */
    static Layer plain(Span at, Optional<Template> name, Body body) {
        return new Layer(at, name, Optional.empty(), Optional.empty(), List.of(), List.of(), body, true);
    }

    /** In place of something of which a problem, reported already, says that it is no layer. */
    static Layer broken(Span at, Optional<Template> name) {
        Written unknown = new Written.Constant(at, new Value.Unknown());
        return plain(at, name, new Call(at, unknown, List.of())).unsound();
    }

    Layer unsound() {
        return new Layer(at, name, when, repeat, each, from, body, false);
    }

    /** One list of a {@code for}. */
    record Each(Span at, String variable, Written list) {}

    /** The name of a layer whose output is taken. */
    record Reference(Span at, Template name) {}

    /** What a layer consists of. */
    sealed interface Body {}

    /** An operator or a block. */
    record Call(Span at, Written kind, List<Given> given) implements Body {}

    /** Layers in sequence. */
    record Sequence(List<Layer> layers) implements Body {}

    /** y = body(x) + shortcut(x) (He et al. 2016, arXiv:1512.03385, eq. 1 and 2). */
    record Residual(Span at, Sequence body, Sequence shortcut) implements Body {}

    /** Layers side by side, all with the same input, and the operator that joins them. */
    record Branches(Span at, List<Layer> paths, Call join) implements Body {}

    /**
     * An argument of a call.
     *
     * @param name its key; empty for the value of the operator's own key
     */
    record Given(Span keyAt, String name, Written value) {}

    boolean loops() {
        return repeat.isPresent() || !each.isEmpty();
    }
}
