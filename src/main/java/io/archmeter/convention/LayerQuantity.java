package io.archmeter.convention;

import io.archmeter.graph.Weight;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The names that a price can use of any layer, and what they stand for. */
enum LayerQuantity {
    MULTIPLY_ADDS(
            "multiply_adds",
            "products that are added up, those on padding included",
            of -> LayerQuantities.number(of.layer().work().multiplyAdds()::value)),
    EFFECTIVE_MULTIPLY_ADDS(
            "effective_multiply_adds",
            "those of them that do not fall on padding",
            of -> LayerQuantities.number(of.layer().work().effectiveMultiplyAdds()::value)),
    INPUT(
            "input",
            "elements of the first input",
            of -> LayerQuantities.elements(of.layer().inputs().stream().limit(1).toList())),
    INPUTS(
            "inputs",
            "elements of all inputs",
            of -> LayerQuantities.elements(of.layer().inputs())),
    OUTPUT(
            "output",
            "elements of the first output",
            of -> LayerQuantities.elements(List.of(of.layer().output()))),
    OUTPUTS(
            "outputs",
            "elements of all outputs",
            of -> LayerQuantities.elements(of.layer().outputs())),
    PARAMETERS(
            "parameters",
            "elements of the parameters that it takes",
            of -> of.weights(weight -> weight.kind() == Weight.Kind.PARAMETER)),
    BUFFERS(
            "buffers",
            "elements of the buffers that it takes",
            of -> of.weights(weight -> weight.kind() == Weight.Kind.BUFFER)),
    BIASES(
            "biases",
            "elements of its biases, 0 where it has none",
            of -> of.weights(weight -> weight.name().contains("bias"))),
    BATCH("batch", "samples that pass at once: the first extent of the first input", LayerQuantity::batch),
    KERNEL_TAPS("kernel_taps", "taps of its window in one channel", of -> of.product(LayerWindow::kernel)),
    STRIDES("strides", "the product of its strides", of -> of.product(LayerWindow::stride)),
    WINDOW_KERNEL("window.kernel", "taps of its window along each spatial axis", of -> of.window(LayerWindow::kernel)),
    WINDOW_STRIDE("window.stride", "its strides, of each spatial axis", of -> of.window(LayerWindow::stride)),
    WINDOW_DILATION("window.dilation", "its dilations, of each spatial axis", of -> of.window(LayerWindow::dilation)),
    WINDOW_PADDING(
            "window.padding",
            "its padding, of each spatial axis that at both ends together",
            of -> of.window(LayerWindow::padding)),
    COVERED(
            "covered",
            "elements under all its windows, those of padding among them where count_include_pad says so",
            LayerQuantities::covered),
    IN_SHAPE(
            "in.shape",
            "the extents of the first input, batch in front",
            of -> of.layer().inputs().isEmpty()
                    ? new PlainValue.Items(List.of())
                    : LayerQuantities.shape(of.layer().inputs().get(0))),
    IN_SHAPES(
            "in.shapes",
            "the extents of all inputs, a list each",
            of -> LayerQuantities.shapes(of.layer().inputs())),
    IN_RANK(
            "in.rank",
            "the number of axes of the first input",
            of -> PlainValue.Num.of(
                    of.layer().inputs().isEmpty()
                            ? 0
                            : of.layer().inputs().get(0).rank())),
    IN_COUNT(
            "in.count",
            "how many inputs it has",
            of -> PlainValue.Num.of(of.layer().inputs().size())),
    OUT_SHAPE(
            "out.shape",
            "the extents of the first output, batch in front",
            of -> LayerQuantities.shape(of.layer().output())),
    OUT_RANK(
            "out.rank",
            "the number of axes of the first output",
            of -> PlainValue.Num.of(of.layer().output().rank())),
    ALONG_AXES(
            "along_axes",
            "elements along its axes: those that one mean, sum or normalization is taken over; 1 where it has no axes",
            LayerQuantities::alongAxes),
    BEFORE(
            "before",
            "the operator of the layer that makes its first input, as a text; empty where an input of the network does",
            of -> new PlainValue.Text(of.around().before())),
    ALONE(
            "alone",
            "whether no other layer takes its first input, nor does the network put that out",
            of -> new PlainValue.Flag(of.around().alone())),
    AFTER(
            "after",
            "the operator of the only layer that takes its output, as a text; empty where several do, or none",
            of -> new PlainValue.Text(of.around().after())),
    FUNCTIONAL(
            "functional",
            "whether the author calls a function there, and no module (functional: true in the spec)",
            of -> new PlainValue.Flag(of.layer().node().functional()));

    private final String key;
    private final String meaning;
    private final Function<LayerQuantities, PlainValue> read;

    LayerQuantity(String key, String meaning, Function<LayerQuantities, PlainValue> read) {
        this.key = key;
        this.meaning = meaning;
        this.read = read;
    }

    private static PlainValue batch(LayerQuantities of) {
        return LayerQuantities.number(() ->
                of.layer().inputs().isEmpty() || of.layer().inputs().get(0).rank() == 0
                        ? 1
                        : of.layer().inputs().get(0).batch());
    }

    PlainValue of(LayerQuantities layer) {
        return read.apply(layer);
    }

    String meaning() {
        return meaning;
    }

    static List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (LayerQuantity quantity : values()) {
            keys.add(quantity.key);
        }
        return keys;
    }

    static Optional<LayerQuantity> of(String key) {
        for (LayerQuantity quantity : values()) {
            if (quantity.key.equals(key)) {
                return Optional.of(quantity);
            }
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return key;
    }
}
