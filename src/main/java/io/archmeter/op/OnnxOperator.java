package io.archmeter.op;

import io.archmeter.graph.Extent;
import io.archmeter.graph.Op;
import io.archmeter.graph.Output;
import io.archmeter.graph.Shape;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An operator of an ONNX file that none of the catalogue's says exactly. What follows for it was worked out by the rules of ONNX, for
 * these inputs.
 *
 * @param type its name with its domain: {@code TopK}, {@code com.microsoft.FusedConv}
 * @param version that of the operators of its domain
 * @param settings its attributes by their names in the file
 * @param tensors those of its attributes that are tensors
 * @param regions those of its attributes that are graphs, by their names
 * @param given what it takes, place by place as the file has it
 * @param inputs the shapes of its operands, which it was worked out for; behind what it takes itself, what its regions take
 * @param outputs what it puts out
 * @param slots the places of these among all that the operator could put out
 * @param work what it computes
 * @param storage where its output may lie
 */
public record OnnxOperator(
        String type,
        long version,
        Map<String, PlainValue> settings,
        Map<String, OnnxInput.Known> tensors,
        Map<String, OnnxRegion> regions,
        List<OnnxInput> given,
        List<Shape> inputs,
        List<Output> outputs,
        List<Integer> slots,
        Work work,
        Storage storage)
        implements Op {
    public OnnxOperator {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        tensors = Map.copyOf(tensors);
        regions = Map.copyOf(regions);
        given = List.copyOf(given);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        slots = List.copyOf(slots);
        if (slots.size() != outputs.size()) {
            throw new IllegalArgumentException(
                    type + " has " + outputs.size() + " outputs in " + slots.size() + " places");
        }
    }

    @Override
    public String kind() {
        return type;
    }

    static final OpRule<OnnxOperator> RULE = new OpRule<>() {
        @Override
        protected List<Argument<?>> arguments() {
            return List.of();
        }

        @Override
        protected Set<Trait> traits() {
            return Set.of(Trait.ANY_TYPE);
        }

        @Override
        protected OnnxOperator read(Arguments given, Inputs in) {
            throw new IllegalStateException("no spec can write an operator of ONNX");
        }

        @Override
        protected Attributes attributes(OnnxOperator op) {
            Attributes attributes = new Attributes();
            op.settings.forEach(attributes::and);
            return attributes;
        }

        @Override
        protected List<OutputDeclaration> outputs(OnnxOperator op, Inputs in) {
            List<OutputDeclaration> outputs = new ArrayList<>(op.outputs.size());
            for (Output output : op.outputs) {
                outputs.add(new OutputDeclaration(output.name(), extents(output.shape()), output.type()));
            }
            return outputs;
        }

        private List<Formula> extents(Shape shape) {
            List<Formula> extents = new ArrayList<>(shape.rank());
            for (Extent extent : shape.axes()) {
                extents.add(Formula.of(extent));
            }
            return extents;
        }

        /** They are the file's. */
        @Override
        protected List<WeightDeclaration> weights(OnnxOperator op, Inputs in) {
            return List.of();
        }

        @Override
        protected Work work(OnnxOperator op, Inputs in, List<Shape> out) {
            return op.work;
        }

        @Override
        protected Reach reach(OnnxOperator op, Inputs in) {
            return op.storage == Storage.IN_PLACE ? Reach.POINTWISE : Reach.UNKNOWN;
        }

        @Override
        protected Storage storage(OnnxOperator op) {
            return op.storage;
        }

        /** What PyTorch would save in its place is not known. */
        @Override
        protected Tape tape(OnnxOperator op, Inputs in, List<Shape> out) {
            return Tape.notKnown(in, out, Extent.Unknown.HERE);
        }
    };
}
