package io.archmeter.spec.flat;

import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import io.archmeter.op.Catalogue;
import io.archmeter.problem.Span;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * A flat model as a file.
 *
 * @param sums of the files that the model is written in, by their paths
 */
public record FlatFile(Map<String, Long> sums, FlatModel model) {
    /** Raised whenever the format changes: a file of another version is none. */
    private static final int VERSION = 6;

    /** In the header of a layer, beside the number of its inputs. */
    private static final int AUXILIARY = 1;

    private static final int FUNCTIONAL = 2;
    private static final int FLAGS = 2;

    public FlatFile {
        sums = Collections.unmodifiableMap(new LinkedHashMap<>(sums));
    }

    /** The file in bytes. */
    public byte[] bytes() {
        FlatOutput out = new FlatOutput();
        out.number(VERSION);
        out.number(sums.size());
        sums.forEach((path, sum) -> {
            out.text(path);
            out.number(sum);
        });
        out.text(model.name());
        out.text(model.title());
        out.number(model.inputs().size());
        model.inputs().forEach(input -> write(input, out));
        List<Call> calls = writeCalls(out);
        List<List<Span>> trails = writeTrails(out);
        out.number(model.layers().size());
        for (int i = 0; i < model.layers().size(); i++) {
            FlatLayer layer = model.layers().get(i);
            out.text(layer.name());
            out.number(calls.indexOf(Call.of(layer.call())));
            int flags = (layer.auxiliary() ? AUXILIARY : 0) | (layer.functional() ? FUNCTIONAL : 0);
            out.number((long) layer.inputs().size() << FLAGS | flags);
            layer.inputs().forEach(out::number);
            // No layer has the number 0, because a graph begins with its inputs.
            out.number(layer.weightsOf().orElse(0));
            out.place(layer.place());
            out.number(trails.indexOf(layer.calls()));
        }
        out.number(model.outputs().size());
        model.outputs().forEach(out::number);
        return out.bytes();
    }

    private static void write(FlatSample input, FlatOutput out) {
        out.text(input.name());
        out.number(input.shape().rank());
        input.shape().extents().forEach(out::number);
        out.text(input.type().name());
        out.place(input.place());
    }

    /** A call by what it says: equal ones are written once. */
    private record Call(String operator, Map<String, PlainValue> values) {
        static Call of(FlatCall call) {
            return new Call(
                    call.operator().kind(), new TreeMap<>(call.arguments().values()));
        }
    }

    private List<Call> writeCalls(FlatOutput out) {
        List<Call> calls = model.layers().stream()
                .map(layer -> Call.of(layer.call()))
                .distinct()
                .toList();
        out.number(calls.size());
        for (Call call : calls) {
            out.text(call.operator());
            out.number(call.values().size());
            call.values().forEach((name, value) -> {
                out.text(name);
                out.value(value);
            });
        }
        return calls;
    }

    /** The calls of blocks that lead to layers: those of a block have the same, which are written once. */
    private List<List<Span>> writeTrails(FlatOutput out) {
        List<List<Span>> trails =
                model.layers().stream().map(FlatLayer::calls).distinct().toList();
        out.number(trails.size());
        for (List<Span> trail : trails) {
            out.number(trail.size());
            trail.forEach(out::place);
        }
        return trails;
    }

    /** The file that some bytes are; empty where they have another version. */
    public static Optional<FlatFile> of(byte[] bytes) {
        FlatInput in = new FlatInput(bytes);
        if (in.size() != VERSION) {
            return Optional.empty();
        }
        Map<String, Long> sums = new LinkedHashMap<>();
        for (int i = in.size(); i > 0; i--) {
            sums.put(in.text(), in.number());
        }
        String name = in.text();
        String title = in.text();
        List<FlatSample> inputs = new ArrayList<>();
        for (int i = in.size(); i > 0; i--) {
            inputs.add(new FlatSample(in.text(), readShape(in), DType.valueOf(in.text()), in.place()));
        }
        FlatCall[] calls = readCalls(in);
        List<List<Span>> trails = readTrails(in);
        int size = in.size();
        List<FlatLayer> layers = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            layers.add(readLayer(in, calls, trails));
        }
        List<Integer> outputs = new ArrayList<>();
        for (int i = in.size(); i > 0; i--) {
            outputs.add(in.size());
        }
        return Optional.of(new FlatFile(sums, new FlatModel(name, title, inputs, layers, outputs)));
    }

    private static Shape readShape(FlatInput in) {
        int rank = in.size();
        List<Long> extents = new ArrayList<>(rank);
        for (int i = 0; i < rank; i++) {
            extents.add(in.number());
        }
        return new Shape(extents);
    }

    private static FlatCall[] readCalls(FlatInput in) {
        FlatCall[] calls = new FlatCall[in.size()];
        for (int i = 0; i < calls.length; i++) {
            String operator = in.text();
            int size = in.size();
            Map<String, PlainValue> values = new LinkedHashMap<>();
            for (int j = 0; j < size; j++) {
                values.put(in.text(), in.value());
            }
            calls[i] = FlatCall.of(Catalogue.find(operator).orElseThrow(), values);
        }
        return calls;
    }

    private static List<List<Span>> readTrails(FlatInput in) {
        int size = in.size();
        List<List<Span>> trails = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            Span[] trail = new Span[in.size()];
            for (int j = 0; j < trail.length; j++) {
                trail[j] = in.place();
            }
            trails.add(List.of(trail));
        }
        return trails;
    }

    private static FlatLayer readLayer(FlatInput in, FlatCall[] calls, List<List<Span>> trails) {
        String name = in.text();
        FlatCall call = calls[in.size()];
        int header = in.size();
        List<Integer> inputs = new ArrayList<>(header >> FLAGS);
        for (int i = header >> FLAGS; i > 0; i--) {
            inputs.add(in.size());
        }
        int source = in.size();
        OptionalInt weightsOf = source == 0 ? OptionalInt.empty() : OptionalInt.of(source);
        return new FlatLayer(
                name,
                call,
                inputs,
                weightsOf,
                (header & AUXILIARY) != 0,
                (header & FUNCTIONAL) != 0,
                in.place(),
                trails.get(in.size()));
    }
}
