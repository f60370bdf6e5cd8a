package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.graph.UnknownException;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One entry of the {@link Catalogue}: what a spec can ask of an operator. */
public final class Operator {
    private final String kind;
    private final String meaning;
    private final Category category;
    private Optional<OpRule<Op>> rule = Optional.empty();

    /**
     * An operator.
     *
     * @param kind its name in a spec, and the {@link Op#kind} of what its rule reads
     * @param meaning one line for the manual and the schema
     * @param category what sort of operator it is; one of {@link Category#JOIN} or {@link Category#PRODUCT} takes several inputs
     */
    @SuppressWarnings("unchecked") // the rule only ever meets what it has read itself, or what has its kind
    public Operator(String kind, String meaning, Category category, OpRule<? extends Op> rule) {
        this(kind, meaning, category);
        this.rule = Optional.of((OpRule<Op>) rule);
    }

    /** One that is built in, whose rule is that of {@link Rules}. */
    Operator(String kind, String meaning, Category category) {
        this.kind = kind;
        this.meaning = meaning;
        this.category = category;
    }

    /** Two threads that ask for it first may load it both; its rules are equal. */
    @SuppressWarnings("unchecked") // as above
    private OpRule<Op> rule() {
        if (rule.isEmpty()) {
            rule = Optional.of((OpRule<Op>) Rules.of(kind));
        }
        return rule.get();
    }

    /** The same, whose rule is not trusted. */
    Operator guarded() {
        return new Operator(kind, meaning, category, new GuardedRule(kind, rule()));
    }

    /** Its name in a spec. */
    public String kind() {
        return kind;
    }

    /** One line for the manual and the schema. */
    public String meaning() {
        return meaning;
    }

    public Category category() {
        return category;
    }

    /** Whether it takes several inputs. */
    public boolean joins() {
        return category == Category.JOIN || category == Category.PRODUCT;
    }

    /** What it is good for. */
    public Set<Trait> traits() {
        return rule().traits();
    }

    public List<Argument<?>> arguments() {
        return rule().arguments();
    }

    /**
     * The attributes for these inputs, in a network of float32; throws {@link Refusal} where they do not go together.
     */
    public Op read(Arguments given, Inputs in) {
        TypeCheck.require(this, in.types());
        return known(() -> rule().read(given, in));
    }

    Map<String, PlainValue> attributes(Op op) {
        return rule().attributes(op).values();
    }

    Inferred infer(Op op, Inputs in) {
        return new Inferred(inferOutputs(op, in), known(() -> rule().weights(op, in)));
    }

    List<Output> inferOutputs(Op op, Inputs in) {
        List<Output> outputs = new ArrayList<>();
        for (OutputDeclaration declared : known(() -> rule().outputs(op, in))) {
            outputs.add(declared.output());
        }
        return outputs;
    }

    /** What is asked before a layer is there has to be answered with what is known. */
    private static <T> T known(Supplier<T> question) {
        try {
            return question.get();
        } catch (UnknownException notKnown) {
            String origin = notKnown.unknown().origin();
            throw new Refusal(
                    UnknownExtent.CODE,
                    "",
                    "works on an extent that is not known, which comes from '" + origin + "'",
                    UnknownExtent.remedy(origin));
        }
    }

    OpFacts facts(Op op, Inputs in, List<Shape> out) {
        return new OpFacts(this, op, in, out);
    }

    List<OutputDeclaration> outputs(Op op, Inputs in) {
        return rule().outputs(op, in);
    }

    Storage storage(Op op) {
        return rule().storage(op);
    }

    Work work(Op op, Inputs in, List<Shape> out) {
        try {
            return rule().work(op, in, out);
        } catch (UnknownException notKnown) {
            return Work.notKnown(notKnown.unknown());
        }
    }

    Reach reach(Op op, Inputs in) {
        try {
            return rule().reach(op, in);
        } catch (UnknownException notKnown) {
            return Reach.UNKNOWN;
        }
    }

    Tape tape(Op op, Inputs in, List<Shape> out) {
        try {
            return rule().tape(op, in, out);
        } catch (UnknownException notKnown) {
            return Tape.notKnown(in, out, notKnown.unknown());
        }
    }
}
