package io.archmeter.onnx.infer;

import io.archmeter.graph.DType;
import io.archmeter.graph.Extent;
import io.archmeter.graph.Shape;
import io.archmeter.onnx.file.DimensionMessage;
import io.archmeter.onnx.file.TypeMessage;
import io.archmeter.onnx.model.ModelValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;

/** The shapes of a model's inputs: what the file says, and what is said from outside of the extents that it leaves open. */
final class BoundInputs {
    /** What exporters call a batch; those without a name of their own have a made-up one, as {@code unk__31} of tf2onnx. */
    private static final Pattern BATCH = Pattern.compile(
            "(?:.*batch.*|n|b|bs|none|unk__\\d+|unnamed.*|p2o\\.dynamicdimension\\.0|dynamic_axes_\\d+)");

    private final Bindings bindings;
    private final List<OpenExtent> open = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Set<String> sequences = new HashSet<>();

    BoundInputs(Bindings bindings) {
        this.bindings = bindings;
    }

    /** The extents that were left open, so far. */
    List<OpenExtent> open() {
        return open;
    }

    /** @param only whether the model has no other input */
    Fact of(ModelValue input, Optional<TypeMessage> declared, boolean only) {
        Fact fact = declared.map(type -> of(input, type, only))
                .orElseGet(() -> new Fact.AnyTensor(DType.FLOAT32, new Extent.Unknown(input.name())));
        List<FollowedElement> elements = bindings.elements().get(input.name());
        if (elements != null
                && fact instanceof Fact.Tensor tensor
                && tensor.shape().unknown().isEmpty()) {
            return tensor.shape().elements() == elements.size() ? tensor.with(new SmallContent(elements)) : tensor;
        }
        return fact;
    }

    private Fact of(ModelValue input, TypeMessage type, boolean only) {
        if (type instanceof TypeMessage.Tensor tensor) {
            return tensor(input, tensor, only);
        }
        if (type instanceof TypeMessage.Sequence sequence) {
            return new Fact.Sequence(
                    sequence.of().map(of -> Declared.fact(of, input.name())), length(input), Optional.empty());
        }
        if (type instanceof TypeMessage.Maybe maybe && maybe.of().isPresent()) {
            return of(input, maybe.of().get(), only);
        }
        return new Fact.Anything(new Extent.Unknown(input.name()));
    }

    /** How many elements a sequence has is never in the file. */
    private Extent length(ModelValue input) {
        Long bound = bindings.extents().get(input.name());
        if (bound == null) {
            return new Extent.Unknown(input.name());
        }
        sequences.add(input.name());
        return Extent.of(bound);
    }

    private Fact tensor(ModelValue input, TypeMessage.Tensor tensor, boolean only) {
        Optional<DType> type = ElementTypes.of(tensor.elements());
        if (type.isEmpty()) {
            return new Fact.Anything(new Extent.Unknown(input.name()));
        }
        Shape bound = bindings.shapes().get(input.name());
        if (bound != null) {
            return Fact.tensor(type.get(), bound);
        }
        if (only && bindings.input().isPresent()) {
            return Fact.tensor(
                    type.get(), bindings.input().get().batched(bindings.batch().orElse(1L)));
        }
        if (tensor.dimensions().isEmpty()) {
            return new Fact.AnyTensor(type.get(), new Extent.Unknown(input.name()));
        }
        List<Extent> axes = new ArrayList<>();
        for (DimensionMessage dimension : tensor.dimensions().get()) {
            axes.add(extent(
                    input, axes.size(), dimension, tensor.dimensions().get().size()));
        }
        return Fact.tensor(type.get(), Shape.ofAxes(axes));
    }

    private Extent extent(ModelValue input, int axis, DimensionMessage dimension, int rank) {
        Long bound = bindings.extents().get(input.name() + "." + axis);
        if (bound == null && dimension.value().orElse(0) > 0) {
            return Extent.of(
                    axis == 0 && rank > 1
                            ? batch(input, dimension.value().getAsLong())
                            : dimension.value().getAsLong());
        }
        OptionalLong extent = OptionalLong.empty();
        Optional<String> saidBy = Optional.of("--bind");
        if (bound != null) {
            extent = OptionalLong.of(bound);
        } else if (!dimension.parameter().isEmpty()) {
            extent = ExtentExpressions.value(dimension.parameter(), bindings.extents());
        }
        if (extent.isEmpty() && axis == 0 && isBatch(dimension.parameter(), rank)) {
            extent = OptionalLong.of(bindings.batch().orElse(1L));
            saidBy = bindings.batch().map(given -> "--batch");
        }
        OpenExtent found = new OpenExtent(
                input.name(),
                axis,
                nameOf(input, dimension.parameter()),
                extent,
                extent.isEmpty() ? Optional.empty() : saidBy);
        open.add(found);
        return extent.isPresent() ? Extent.of(extent.getAsLong()) : new Extent.Unknown(found.bindable());
    }

    /** A name that another axis of the input has says nothing for certain of this one: some exporters give all axes one name. */
    private String nameOf(ModelValue input, String name) {
        boolean again = open.stream()
                .anyMatch(extent ->
                        extent.input().equals(input.name()) && extent.name().equals(name));
        return again ? "" : name;
    }

    /** A first axis of 1 is the batch, which can be another one. */
    private long batch(ModelValue input, long declared) {
        long batch = bindings.batch().orElse(declared);
        if (declared != 1 && batch != declared) {
            notes.add("--batch " + batch + " does not hold for input '" + input.name()
                    + "', whose first axis the file fixes to " + declared);
            return declared;
        }
        if (batch != declared) {
            notes.add("the file fixes the first axis of input '" + input.name() + "' to 1; here it is " + batch
                    + " (--batch)");
        }
        return batch;
    }

    /** What is to be said of batches that the file fixes. */
    List<String> notes() {
        return notes;
    }

    /** Whether the first of several axes is a batch, if it is called so. */
    static boolean isBatch(String name, int rank) {
        return name.isEmpty()
                ? rank > 1
                : BATCH.matcher(name.toLowerCase(Locale.ROOT)).matches();
    }

    /** What is bound by a name that no input has, and no open extent. */
    List<String> unknownNames(Set<String> values) {
        List<String> unknown = new ArrayList<>();
        for (String name : bindings.extents().keySet()) {
            boolean used = open.stream()
                    .anyMatch(extent -> extent.qualified().equals(name)
                            || ExtentExpressions.names(extent.name()).contains(name));
            if (!used && !sequences.contains(name) && !values.contains(name)) {
                unknown.add(name);
            }
        }
        return unknown;
    }
}
