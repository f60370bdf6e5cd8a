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
 * @param settings its attributes by their names in the file
 * @param inputs the shapes that it was worked out for
 * @param outputs what it puts out
 * @param work what it computes
 * @param storage where its output may lie
 */
public record OnnxOperator(
        String type,
        Map<String, PlainValue> settings,
        List<Shape> inputs,
        List<Output> outputs,
        Work work,
        Storage storage)
        implements Op {
    public OnnxOperator {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
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
