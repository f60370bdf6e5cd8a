package io.archmeter.roofline;

import io.archmeter.facts.Amount;
import io.archmeter.facts.LayerFacts;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.graph.DType;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Operand;
import io.archmeter.graph.Shape;
import io.archmeter.graph.Value;
import io.archmeter.graph.WeightUse;
import io.archmeter.op.Axis;
import io.archmeter.op.Reach;
import io.archmeter.op.Storage;
import io.archmeter.op.Trait;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * What layers read and write. A tensor that a layer takes twice it reads once. It reads all of a tensor, but for what the windows of a
 * convolution or a pool leave out, what is cut off, rows of tables that no index stands for, and what is there for its shape alone.
 */
final class Reads {
    private final NetworkFacts network;
    private final Graph graph;
    private final Sources sources;

    Reads(NetworkFacts network) {
        this.network = network;
        this.graph = network.graph();
        this.sources = new Sources(network);
    }

    /** Whether all that a layer puts out is there before it runs. */
    boolean isStill(LayerFacts layer) {
        return layer.node().outputs().stream().noneMatch(sources::isMade);
    }

    /** What a layer reads, each tensor once; throws {@link ArithmeticException} where a number does not fit a {@code long}. */
    List<Read> of(LayerFacts layer) {
        if (isStill(layer)) {
            return List.of();
        }
        Map<Operand, Amount> most = new LinkedHashMap<>();
        List<Operand> inputs = layer.node().inputs();
        for (int place = 0; place < inputs.size(); place++) {
            most.merge(sources.of(inputs.get(place)), input(layer, place), Read::more);
        }
        for (WeightUse use : layer.node().weights()) {
            if (!isCounter(use.operand())) {
                most.merge(sources.of(use.operand()), weight(layer, use), Read::more);
            }
        }
        List<Read> reads = new ArrayList<>(most.size());
        most.forEach((source, bytes) -> reads.add(new Read(source, bytes.from(layer.name()))));
        return reads;
    }

    /** What a layer writes. */
    Amount written(LayerFacts layer) {
        Amount bytes = Amount.ZERO;
        for (int output : layer.node().outputs()) {
            if (sources.isMade(output)) {
                bytes = bytes.plus(network.bytes(output).from(layer.name()));
            }
        }
        return bytes;
    }

    /** Where an output of the network lies. */
    Operand source(int output) {
        return sources.of(Operand.value(output));
    }

    /** The table of a layer that reads rows by indices: what it reads of it; empty where the layer does nothing of the kind. */
    Optional<Lookup> lookup(LayerFacts layer) {
        if (layer.has(Trait.INDICES)) {
            return layer.node().weights().stream()
                    .findFirst()
                    .map(use -> new Lookup(
                            layer.name(),
                            weight(layer, use),
                            Amount.of(() -> Math.min(
                                    bytesOf(use.operand()),
                                    RowsRead.ofEach(
                                            rowBytes(layer, use), layer.inputs().get(0))))));
        }
        return layer.has(Trait.ROWS)
                ? Optional.of(new Lookup(
                        layer.name(),
                        input(layer, 0),
                        Amount.of(() -> Math.min(bytesOf(layer.node().inputs().get(0)), put(layer)))))
                : Optional.empty();
    }

    private Amount input(LayerFacts layer, int place) {
        Operand operand = layer.node().inputs().get(place);
        if (place > 0) {
            return layer.has(Trait.SHAPED_BY_ANOTHER) ? Amount.ZERO : Amount.of(() -> bytesOf(operand));
        }
        if (layer.has(Trait.ROWS)) {
            return Amount.of(() -> RowsRead.ofSamples(
                    shape(operand), type(operand), layer.inputs().get(1)));
        }
        return layer.storage() == Storage.PARTS ? written(layer) : Amount.of(first(layer, operand));
    }

    private LongSupplier first(LayerFacts layer, Operand operand) {
        Reach reach = layer.reach();
        if (reach instanceof Reach.Taken) {
            return () -> Math.min(bytesOf(operand), put(layer));
        }
        if (reach instanceof Reach.Sliding sliding) {
            return () -> type(operand).bytes(seen(shape(operand), layer.output(), sliding.axes()));
        }
        return () -> bytesOf(operand);
    }

    /** Elements that windows see: all channels of the positions that a window sees along each axis. */
    private static long seen(Shape in, Shape out, List<Axis> axes) {
        long seen = 1;
        int spatial = in.rank() - axes.size();
        for (int axis = 0; axis < in.rank(); axis++) {
            boolean slides = axis >= spatial && out.rank() == in.rank();
            long extent = in.extent(axis);
            seen = Math.multiplyExact(
                    seen, slides ? Touched.by(axes.get(axis - spatial), extent, out.extent(axis)) : extent);
        }
        return seen;
    }

    private Amount weight(LayerFacts layer, WeightUse use) {
        return layer.has(Trait.INDICES)
                ? Amount.of(() -> RowsRead.least(
                        layer.op(), rowBytes(layer, use), layer.inputs().get(0)))
                : Amount.of(() -> bytesOf(use.operand()));
    }

    /** Bytes of a row of a table: as many elements as the last axis of what comes out has. */
    private long rowBytes(LayerFacts layer, WeightUse use) {
        return type(use.operand()).bytes(layer.output().extent(layer.output().rank() - 1));
    }

    /** Bytes of all that a layer puts out. */
    private long put(LayerFacts layer) {
        long bytes = 0;
        for (Value output : graph.valuesOf(layer.node())) {
            bytes = Math.addExact(bytes, output.bytes());
        }
        return bytes;
    }

    private boolean isCounter(Operand operand) {
        return operand instanceof Operand.OfWeight weight
                && graph.weights().get(weight.number()).isCounter();
    }

    private long bytesOf(Operand operand) {
        return type(operand).bytes(shape(operand).elements());
    }

    private Shape shape(Operand operand) {
        return operand instanceof Operand.OfWeight
                ? graph.weights().get(operand.number()).shape()
                : graph.values().get(operand.number()).shape();
    }

    private DType type(Operand operand) {
        return operand instanceof Operand.OfWeight
                ? graph.weights().get(operand.number()).type()
                : graph.values().get(operand.number()).type();
    }
}
