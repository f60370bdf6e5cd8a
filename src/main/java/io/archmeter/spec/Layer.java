package io.archmeter.spec;

import io.archmeter.problem.Span;
import io.archmeter.spec.expression.Template;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.value.PlainValue;
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
 * @param weights whose weights it takes in place of its own
 * @param shared which of its weights are those of other layers
 * @param said what it says of itself, where that does not follow
 * @param sound whether it is known what it is; otherwise its output is not known, and what follows from that is no problem
 *     of its own
 */
public record Layer(
        Span at,
        Optional<Template> name,
        Optional<Unevaluated> when,
        Optional<Unevaluated> repeat,
        List<Each> each,
        List<Reference> from,
        Optional<Reference> weights,
        List<SharedWeight> shared,
        Statements said,
        Body body,
        boolean sound) {
    /** How deep layers may be nested in each other, groups and blocks together. */
    public static final int MOST_NESTED = 64;

    /** A layer without modifiers. */
    public static Layer plain(Span at, Optional<Template> name, Body body) {
        return new Layer(
                at,
                name,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Statements.NONE,
                body,
                true);
    }

    /** In place of something of which a problem, reported already, says that it is no layer. */
    public static Layer broken(Span at, Optional<Template> name) {
        Unevaluated unknown = new Unevaluated.Constant(at, new PlainValue.Unknown());
        return plain(at, name, new Call(at, unknown, List.of())).unsound();
    }

    public Layer unsound() {
        return new Layer(at, name, when, repeat, each, from, weights, shared, said, body, false);
    }

    /** One list of a {@code for}. */
    public record Each(Span at, String variable, Unevaluated list) {}

    /** The name of a layer whose output, or whose weights, are taken. */
    public record Reference(Span at, Template name) {}

    /**
     * A weight that another layer has.
     *
     * @param name what this layer calls it
     * @param source the path of the other, and what that calls it
     */
    public record SharedWeight(Span at, String name, Reference source) {}

    /**
     * What a layer says of itself.
     *
     * @param alone where it says that it takes nothing
     * @param stored the tensors that are stored for it in another form than its operator asks for
     * @param unused whether it is no mistake that nobody takes its output
     * @param functional whether its author calls a function there, and no module
     */
    public record Statements(
            Optional<Span> alone, Optional<Given> stored, boolean unused, Optional<Unevaluated> functional) {
        public static final Statements NONE =
                new Statements(Optional.empty(), Optional.empty(), false, Optional.empty());
    }

    /** What a layer consists of. */
    public sealed interface Body {}

    /** An operator or a block. */
    public record Call(Span at, Unevaluated kind, List<Given> given) implements Body {}

    /** Layers in sequence. */
    public record Sequence(List<Layer> layers) implements Body {}

    /** y = body(x) + shortcut(x) (He et al. 2016, arXiv:1512.03385, eq. 1 and 2). */
    public record Residual(Span at, Sequence body, Sequence shortcut) implements Body {}

    /** Layers side by side, all with the same input, and the operator that joins them. */
    public record Branches(Span at, List<Layer> paths, Call join) implements Body {}

    /**
     * An argument of a call.
     *
     * @param name its key; empty for the value of the operator's own key
     */
    public record Given(Span keyAt, String name, Unevaluated value) {}

    public boolean loops() {
        return repeat.isPresent() || !each.isEmpty();
    }
}
