package io.archmeter.op;

import io.archmeter.graph.Op;
import io.archmeter.graph.Shape;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** One entry of the {@link Catalogue}: what a spec can ask of an operator. */
public final class Operator {
    private final String kind;
    private final String meaning;
    private final boolean joins;
    private final OpRule<Op> rule;

    @SuppressWarnings("unchecked") // the rule only ever meets what it has read itself, or what has its kind
    Operator(String kind, String meaning, boolean joins, OpRule<? extends Op> rule) {
        this.kind = kind;
        this.meaning = meaning;
        this.joins = joins;
        this.rule = (OpRule<Op>) rule;
    }

    /** Its name in a spec. */
    public String kind() {
        return kind;
    }

    /** One line for the manual and the schema. */
    public String meaning() {
        return meaning;
    }

    /** Whether it takes several inputs. */
    public boolean joins() {
        return joins;
    }

    public List<Argument<?>> arguments() {
        return rule.arguments();
    }

    /** The attributes for these inputs; throws {@link Refusal} where they do not go together. */
    public Op read(Arguments given, Inputs in) {
        return rule.read(given, in);
    }

    Map<String, PlainValue> attributes(Op op) {
        return rule.attributes(op).values();
    }

    Shape infer(Op op, Inputs in) {
        List<Long> extents = new ArrayList<>();
        for (Formula extent : rule.infer(op, in)) {
            extents.add(extent.value());
        }
        return new Shape(extents);
    }

    OpFacts facts(Op op, Inputs in, Shape out) {
        return new OpFacts(
                rule.infer(op, in), rule.weights(op, in), rule.work(op, in, out), rule.reach(op, in), rule.storage(op));
    }

    Storage storage(Op op) {
        return rule.storage(op);
    }

    Tape tape(Op op, Inputs in, Shape out) {
        return rule.tape(op, in, out);
    }
}
