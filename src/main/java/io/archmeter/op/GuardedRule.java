package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.provider.Providers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/** The rule of an operator of a project: what it throws, or answers without sense, is a {@link Refusal} that says so. */
final class GuardedRule extends OpRule<Op> {
    private final String kind;
    private final OpRule<Op> rule;
    private final List<Argument<?>> arguments;
    private final Set<Trait> traits;

    GuardedRule(String kind, OpRule<Op> rule) {
        this.kind = kind;
        this.rule = rule;
        this.arguments = guarded(rule.arguments());
        this.traits = Set.copyOf(rule.traits());
    }

    private List<Argument<?>> guarded(List<Argument<?>> all) {
        List<Argument<?>> guarded = new ArrayList<>();
        all.forEach(argument -> guarded.add(guarded(argument)));
        return List.copyOf(guarded);
    }

    private <T> Argument<T> guarded(Argument<T> argument) {
        return new Argument<>(
                argument.name(),
                argument.meaning(),
                argument.form(),
                argument.choices(),
                value -> ask(() -> argument.read(value)),
                argument.writer(),
                argument.fallback(),
                argument.optional(),
                argument.usual());
    }

    @Override
    protected List<Argument<?>> arguments() {
        return arguments;
    }

    @Override
    protected Set<Trait> traits() {
        return traits;
    }

    @Override
    protected Op read(Arguments given, Inputs in) {
        Op op = ask(() -> rule.read(given, in));
        require(kind.equals(op.kind()), "reads attributes of the kind '" + op.kind() + "'");
        return op;
    }

    @Override
    protected Attributes attributes(Op op) {
        return Providers.ask(rule, () -> rule.attributes(op));
    }

    @Override
    protected List<OutputDeclaration> outputs(Op op, Inputs in) {
        List<OutputDeclaration> outputs = ask(() -> List.copyOf(rule.outputs(op, in)));
        require(!outputs.isEmpty(), "puts out no tensor");
        List<Shape> shapes = new ArrayList<>();
        for (OutputDeclaration declared : outputs) {
            Output output = ask(declared::output);
            require(output.shape().rank() <= Shape.MOST_AXES, "puts out a tensor of too many axes");
            shapes.add(output.shape());
        }
        require(
                storage(op).fits(in.first(), shapes),
                "puts out other tensors than its input, or parts of it, that it shows");
        return outputs;
    }

    @Override
    protected List<WeightDeclaration> weights(Op op, Inputs in) {
        return ask(() -> List.copyOf(rule.weights(op, in)));
    }

    @Override
    protected Work work(Op op, Inputs in, List<Shape> out) {
        Work work = ask(() -> rule.work(op, in, out));
        boolean negative = isLess(work.effectiveMultiplyAdds(), Formula.ZERO)
                || isLess(work.multiplyAdds(), work.effectiveMultiplyAdds());
        for (Map.Entry<ElementaryOperation, Formula> other : work.others().entrySet()) {
            negative |= isLess(other.getValue(), Formula.ZERO);
        }
        require(!negative, "counts work that there cannot be");
        return work;
    }

    private static boolean isLess(Formula one, Formula other) {
        try {
            return one.value() < other.value();
        } catch (UnknownException notKnown) {
            return false;
        }
    }

    @Override
    protected Reach reach(Op op, Inputs in) {
        Reach reach = ask(() -> rule.reach(op, in));
        int axes = in.first().spatialRank();
        int along = reach instanceof Reach.Sliding sliding
                ? sliding.axes().size()
                : reach instanceof Reach.Uneven uneven ? uneven.axes().size() : axes;
        require(along == axes, "slides along other axes than its input has");
        return reach;
    }

    @Override
    protected Storage storage(Op op) {
        return ask(() -> rule.storage(op));
    }

    @Override
    protected Tape tape(Op op, Inputs in, List<Shape> out) {
        Tape tape = ask(() -> rule.tape(op, in, out));
        require(
                tape.inputs() == in.size() && tape.outputs().size() == out.size(),
                "tells of other tensors in training than at inference");
        return tape;
    }

    private <T> T ask(Supplier<T> question) {
        T answer;
        try {
            answer = question.get();
        } catch (Refusal | ArithmeticException | UnknownException said) {
            throw said;
        } catch (RuntimeException | LinkageError thrown) {
            throw broken("throws " + thrown);
        }
        if (answer == null) {
            throw broken("gives null");
        }
        return answer;
    }

    private void require(boolean sound, String fact) {
        if (!sound) {
            throw broken(fact);
        }
    }

    private Refusal broken(String fact) {
        return new Refusal("broken-operator", "", kind + " " + fact, "mend its rule, or leave the layer out");
    }
}
