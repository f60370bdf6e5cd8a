package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleBinaryOperator;

/** Tensors joined element by element; extents of 1, and those that one lacks in front, are stretched. */
final class Joins {
    /** Before this version, axes of the second input were placed by an attribute. */
    private static final int STRETCHED = 7;

    private Joins() {}

    interface Join {
        double of(double[] elements);
    }

    /** The kernel of an operator that joins; empty where it is none. */
    static Optional<OnnxKernel> kernel(String type) {
        return of(type).map(function -> call -> apply(call, function));
    }

    /** {@code Where}. */
    static void where(OnnxCall call) {
        List<Tensor> inputs = inputs(call);
        Tensor y = call.output(
                Positions.shape(stretched(inputs.stream().map(Tensor::shape).toList())));
        join(inputs, y, elements -> elements[0] != 0 ? elements[1] : elements[2]);
    }

    /** {@code BiasGelu}: of a sum. */
    static void biasGelu(OnnxCall call) {
        join(call, inputs(call), elements -> Functions.gelu(elements[0] + elements[1]));
    }

    /** {@code FastGelu}: its bias may be left out. */
    static void fastGelu(OnnxCall call) {
        join(
                call,
                inputs(call),
                elements -> Functions.tanhGelu(elements.length > 1 ? elements[0] + elements[1] : elements[0]));
    }

    /** {@code Mean}. */
    static void mean(OnnxCall call) {
        join(call, inputs(call), elements -> {
            double sum = 0;
            for (double element : elements) {
                sum += element;
            }
            return sum / elements.length;
        });
    }

    /** Joins any number of inputs, from the first to the last. */
    private static void apply(OnnxCall call, Function function) {
        DoubleBinaryOperator step = function.of(call);
        join(call, inputs(call), elements -> {
            double joined = elements[0];
            for (int i = 1; i < elements.length; i++) {
                joined = step.applyAsDouble(joined, elements[i]);
            }
            return joined;
        });
    }

    private interface Function {
        DoubleBinaryOperator of(OnnxCall call);
    }

    private static Optional<Function> of(String type) {
        return Optional.ofNullable(
                switch (type) {
                    case "Add", "Sum" -> call -> Double::sum;
                    case "And" -> call -> (a, b) -> truth(a != 0 && b != 0);
                    case "BitShift" -> Joins::shift;
                    case "BitwiseAnd" -> call -> (a, b) -> (long) a & (long) b;
                    case "BitwiseOr" -> call -> (a, b) -> (long) a | (long) b;
                    case "BitwiseXor" -> call -> (a, b) -> (long) a ^ (long) b;
                    case "Div" -> Joins::quotient;
                    case "Equal" -> call -> (a, b) -> truth(a == b);
                    case "Greater" -> call -> (a, b) -> truth(a > b);
                    case "GreaterOrEqual" -> call -> (a, b) -> truth(a >= b);
                    case "Less" -> call -> (a, b) -> truth(a < b);
                    case "LessOrEqual" -> call -> (a, b) -> truth(a <= b);
                    case "Max" -> call -> Math::max;
                    case "Min" -> call -> Math::min;
                    case "Mod" -> Joins::remainder;
                    case "Mul" -> call -> (a, b) -> a * b;
                    case "Or" -> call -> (a, b) -> truth(a != 0 || b != 0);
                    case "PRelu" -> call -> (x, slope) -> x < 0 ? slope * x : x;
                    case "Pow" -> Joins::power;
                    case "Sub" -> call -> (a, b) -> a - b;
                    case "Xor" -> call -> (a, b) -> truth(a != 0 != (b != 0));
                    default -> null;
                });
    }

    private static double truth(boolean value) {
        return value ? 1 : 0;
    }

    private static DoubleBinaryOperator shift(OnnxCall call) {
        boolean left = call.settings().text("direction", "LEFT").equals("LEFT");
        return (a, b) -> left ? (long) a << (long) b : (long) a >>> (long) b;
    }

    /** Of whole numbers, that of the operator's type is cut off. */
    private static DoubleBinaryOperator quotient(OnnxCall call) {
        return call.outputType(0).isWhole() ? (a, b) -> b == 0 ? 0 : (long) a / (long) b : (a, b) -> a / b;
    }

    private static DoubleBinaryOperator remainder(OnnxCall call) {
        return call.settings().flag("fmod", false) ? (a, b) -> a % b : (a, b) -> a - b * Math.floor(a / b);
    }

    private static DoubleBinaryOperator power(OnnxCall call) {
        return call.outputType(0).isWhole() ? (a, b) -> (long) Math.pow(a, b) : Math::pow;
    }

    private static List<Tensor> inputs(OnnxCall call) {
        List<Tensor> inputs = new ArrayList<>();
        for (int i = 0; i < call.inputs(); i++) {
            if (call.has(i)) {
                inputs.add(call.input(i));
            }
        }
        if (call.version() < STRETCHED && inputs.size() == 2 && call.settings().has("axis")) {
            inputs.set(
                    1,
                    placed(inputs.get(1), inputs.get(0).rank(), call.settings().whole("axis", 0)));
        }
        return inputs;
    }

    private static Tensor placed(Tensor tensor, int rank, long axis) {
        List<Long> extents = new ArrayList<>(tensor.shape().extents());
        extents.addAll(Collections.nCopies(rank - Positions.axis(axis, rank) - tensor.rank(), 1L));
        return new Tensor(tensor.data(), tensor.offset(), new Shape(extents));
    }

    /** An element of all inputs is read before the one at its place is written, since the output may lie where an input does. */
    static void join(OnnxCall call, List<Tensor> inputs, Join join) {
        int[] extents = stretched(inputs.stream().map(Tensor::shape).toList());
        join(inputs, call.outputInPlace(Positions.shape(extents)), join);
    }

    /** The same in an array of its own. */
    static Tensor joined(List<Tensor> inputs, Join join) {
        int[] extents = stretched(inputs.stream().map(Tensor::shape).toList());
        Tensor y = Trips.zeros(Positions.shape(extents));
        join(inputs, y, join);
        return y;
    }

    private static void join(List<Tensor> inputs, Tensor y, Join join) {
        int[] extents = Positions.extents(y.shape());
        int[][] steps = new int[inputs.size()][];
        for (int i = 0; i < steps.length; i++) {
            steps[i] = steps(inputs.get(i).shape(), extents.length);
        }
        double[] elements = new double[inputs.size()];
        if (inputs.stream().allMatch(x -> x.shape().equals(y.shape()))) {
            int count = y.elements();
            for (int number = 0; number < count; number++) {
                for (int i = 0; i < elements.length; i++) {
                    Tensor x = inputs.get(i);
                    elements[i] = x.data()[x.offset() + number];
                }
                y.data()[y.offset() + number] = (float) join.of(elements);
            }
            return;
        }
        Positions.each(extents, (position, number) -> {
            for (int i = 0; i < elements.length; i++) {
                Tensor x = inputs.get(i);
                elements[i] = x.data()[x.offset() + Positions.place(position, steps[i])];
            }
            y.data()[y.offset() + number] = (float) join.of(elements);
        });
    }

    /** The extents of all shapes together. */
    static int[] stretched(List<Shape> shapes) {
        int rank = shapes.stream().mapToInt(Shape::rank).max().orElse(0);
        int[] extents = new int[rank];
        Arrays.fill(extents, 1);
        for (Shape shape : shapes) {
            for (int axis = 0; axis < shape.rank(); axis++) {
                int at = rank - shape.rank() + axis;
                extents[at] = shape.extent(axis) == 1 ? extents[at] : (int) shape.extent(axis);
            }
        }
        return extents;
    }

    /** The steps of a tensor along the axes of what it is stretched to: none along those where it has one element. */
    static int[] steps(Shape shape, int rank) {
        int[] own = Positions.steps(Positions.extents(shape));
        int[] steps = new int[rank];
        for (int axis = 0; axis < own.length; axis++) {
            steps[rank - own.length + axis] = shape.extent(axis) == 1 ? 0 : own[axis];
        }
        return steps;
    }
}
