package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Alone;
import io.archmeter.exec.tensor.KernelCall;
import io.archmeter.exec.tensor.Tensor;
import io.archmeter.exec.tensor.Workers;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.op.OnnxInput;
import io.archmeter.op.OnnxOperator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One run of an operator of ONNX: what it takes, place by place as ONNX numbers them, and what it puts out. */
final class OnnxCall {
    private final OnnxOperator op;
    private final KernelCall call;
    private final Map<String, Tensor> constants;
    private final Map<String, RegionRun> regions;
    private final KernelSettings settings;
    private final List<Tensor> outputs = new ArrayList<>();

    OnnxCall(OnnxOperator op, KernelCall call, Map<String, Tensor> constants, Map<String, RegionRun> regions) {
        this.op = op;
        this.call = call;
        this.constants = constants;
        this.regions = regions;
        this.settings = new KernelSettings(op.settings());
    }

    /** Its name with its domain. */
    String type() {
        return op.type();
    }

    /** The version of the operators of its domain. */
    long version() {
        return op.version();
    }

    KernelSettings settings() {
        return settings;
    }

    /** The elements of an attribute that is a tensor, or one number where it is not there. */
    List<Double> tensor(String name, double otherwise) {
        OnnxInput.Known known = op.tensors().get(name);
        return known == null ? List.of(otherwise) : known.elements();
    }

    /** How many inputs it has, those that are left out between others among them. */
    int inputs() {
        return op.given().size();
    }

    boolean has(int input) {
        return input < inputs() && !(op.given().get(input) instanceof OnnxInput.LeftOut);
    }

    /** Whether the elements of an input are known, as those of attributes are. */
    boolean isKnown(int input) {
        return has(input) && op.given().get(input) instanceof OnnxInput.Known;
    }

    Tensor input(int input) {
        OnnxInput given = op.given().get(input);
        if (given instanceof OnnxInput.Computed computed) {
            return call.input(computed.operand());
        }
        if (given instanceof OnnxInput.Constant constant) {
            return constants.get(constant.role());
        }
        if (given instanceof OnnxInput.Known known) {
            float[] elements = new float[known.elements().size()];
            for (int i = 0; i < elements.length; i++) {
                elements[i] = known.elements().get(i).floatValue();
            }
            return new Tensor(elements, 0, known.shape());
        }
        throw new IllegalStateException(type() + " has no elements of its input " + (input + 1));
    }

    /** The type of the elements of an input, where it is told. */
    Optional<DType> inputType(int input) {
        OnnxInput given = op.given().get(input);
        if (given instanceof OnnxInput.Computed computed) {
            return Optional.of(computed.type());
        }
        if (given instanceof OnnxInput.Constant constant) {
            return Optional.of(constant.type());
        }
        return given instanceof OnnxInput.Known known ? Optional.of(known.type()) : Optional.empty();
    }

    Shape shape(int input) {
        return op.given().get(input) instanceof OnnxInput.ShapeAlone alone
                ? alone.shape()
                : input(input).shape();
    }

    /** A copy of the elements of an input. */
    float[] elements(int input) {
        Tensor tensor = input(input);
        float[] elements = new float[tensor.elements()];
        System.arraycopy(tensor.data(), tensor.offset(), elements, 0, elements.length);
        return elements;
    }

    /** The whole numbers of an input: those that are known are exact up to 2^53, and saturated beyond 2^63. */
    List<Long> wholes(int input) {
        if (op.given().get(input) instanceof OnnxInput.Known known) {
            return known.elements().stream().map(Double::longValue).toList();
        }
        List<Long> wholes = new ArrayList<>();
        for (float element : elements(input)) {
            wholes.add((long) element);
        }
        return wholes;
    }

    /** The first or only number of an input, or another where it is left out. */
    double number(int input, double otherwise) {
        if (!has(input)) {
            return otherwise;
        }
        return op.given().get(input) instanceof OnnxInput.Known known
                ? known.elements().get(0)
                : input(input).data()[input(input).offset()];
    }

    /** Whether somebody wants an output. */
    boolean wants(int slot) {
        return op.slots().contains(slot);
    }

    /** Whether somebody wants an output, or one behind it. */
    boolean wantsFrom(int slot) {
        return !op.slots().isEmpty() && slot <= op.slots().get(op.slots().size() - 1);
    }

    /** The type of the elements of an output that somebody wants. */
    DType outputType(int slot) {
        return op.outputs().get(op.slots().indexOf(slot)).type();
    }

    /** Memory for an output, which overlaps no input; one that nobody wants is forgotten. */
    Tensor output(int slot, Shape shape) {
        int place = op.slots().indexOf(slot);
        return made(
                place < 0
                        ? new Tensor(new float[Math.toIntExact(shape.elements())], 0, shape)
                        : call.output(place, shape));
    }

    Tensor output(Shape shape) {
        return output(0, shape);
    }

    /** Memory for the only output of a kernel that reads an element of its inputs before it writes the one at the same place. */
    Tensor outputInPlace(Shape shape) {
        boolean fits = op.slots().equals(List.of(0))
                && call.inputs() > 0
                && call.input(0).elements() == shape.elements();
        return fits ? made(call.outputInPlace(shape)) : output(shape);
    }

    /** The first input as the first output, perhaps under another shape. */
    void pass(Shape shape) {
        boolean computed = op.given().get(0) instanceof OnnxInput.Computed first && first.operand() == 0;
        if (computed && op.slots().equals(List.of(0))) {
            made(call.view(shape));
            return;
        }
        Tensor from = input(0);
        Tensor to = output(shape);
        System.arraycopy(from.data(), from.offset(), to.data(), to.offset(), to.elements());
    }

    private Tensor made(Tensor output) {
        outputs.add(output);
        return output;
    }

    /** What a region makes of what it is given; it is counted. */
    List<Tensor> run(String region, List<Tensor> given) {
        return regions.get(region).run(given, call);
    }

    /** The same, which is not counted: nobody asks for more of what it makes than the shapes. */
    List<Tensor> probe(String region, List<Tensor> given) {
        List<Tensor> inputs = new ArrayList<>();
        for (int number = 0; number < call.inputs(); number++) {
            inputs.add(call.input(number));
        }
        return regions.get(region).run(given, Alone.before(inputs, call.workers()));
    }

    /** A tensor as an output, which has memory of its own. */
    void put(int slot, Tensor from) {
        Tensor to = output(slot, from.shape());
        System.arraycopy(from.data(), from.offset(), to.data(), to.offset(), to.elements());
    }

    /** Multiply-adds that were done. */
    void count(long multiplyAdds) {
        call.count(multiplyAdds, 0);
    }

    Workers workers() {
        return call.workers();
    }

    /** An infinity is one that a bound, a mask or a division by zero has made: what follows from it is no fault. */
    void tellInfinity() {
        for (Tensor output : outputs) {
            int end = output.end();
            for (int i = output.offset(); i < end; i++) {
                if (Float.isInfinite(output.data()[i])) {
                    call.putsOutInfinity();
                    return;
                }
            }
        }
    }
}
