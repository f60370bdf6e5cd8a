package io.archmeter.onnx;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Queries as batch×(heads of keys)×(queries' heads for each)×T×D, and keys and values with a 1 in the third place, which is stretched. */
final class HeadsInOnnx {
    private final OnnxLayer layer;
    private final boolean divided;
    private final List<Long> batch;
    private final long keyHeads;
    private final long together;
    private final long depth;
    private final long queryPositions;
    private final long keyPositions;

    /** @param heads of the queries where these are N×T×C; those of N×heads×T×D have an axis of their own */
    HeadsInOnnx(OnnxLayer layer, Shape query, Shape key, long heads) {
        int rank = query.rank();
        this.layer = layer;
        this.divided = rank == 3;
        this.batch = query.extents().subList(0, divided ? 1 : rank - 3);
        this.depth = divided ? query.extent(2) / heads : query.extent(rank - 1);
        this.keyHeads = divided ? key.extent(2) / depth : key.extent(rank - 3);
        this.together = (divided ? heads : query.extent(rank - 3)) / keyHeads;
        this.queryPositions = query.extent(rank - 2);
        this.keyPositions = key.extent(rank - 2);
    }

    long depth() {
        return depth;
    }

    long queryPositions() {
        return queryPositions;
    }

    long keyPositions() {
        return keyPositions;
    }

    String queries(String value, Shape shape) {
        return apart("queries", value, shape, together, false);
    }

    /** Their last two axes have changed places. */
    String keys(String value, Shape shape) {
        return apart("keys", value, shape, 1, true);
    }

    String values(String value, Shape shape) {
        return apart("values", value, shape, 1, false);
    }

    /** A mask, …×heads×T×T or N×T×T, beside products of queries' heads that are divided among those of keys. */
    String mask(String value, Shape shape) {
        int rank = shape.rank();
        boolean whole = rank == 3 || shape.extent(rank - 3) == 1;
        List<Long> extents = new ArrayList<>(shape.extents().subList(0, rank == 3 ? 1 : rank - 3));
        Collections.addAll(
                extents, whole ? 1 : keyHeads, whole ? 1 : together, shape.extent(rank - 2), shape.extent(rank - 1));
        return layer.step("mask", Call.of("Reshape", value, layer.constant("mask_shape", extents)));
    }

    private String apart(String name, String value, Shape shape, long second, boolean swapped) {
        long positions = shape.extent(shape.rank() - 2);
        long last = shape.extent(shape.rank() - 1);
        List<Long> extents = new ArrayList<>(batch);
        if (divided) {
            Collections.addAll(extents, positions, keyHeads, second, last / keyHeads / second);
        } else {
            Collections.addAll(extents, keyHeads, second, positions, last);
        }
        int first = batch.size();
        List<Long> axes = LongStream.range(0, first + 4L).boxed().collect(Collectors.toList());
        if (divided) {
            Collections.rotate(axes.subList(first, first + 3), -1);
        }
        if (swapped) {
            Collections.swap(axes, first + 2, first + 3);
        }
        String apart = layer.step(name + "_apart", Call.of("Reshape", value, layer.constant(name + "_shape", extents)));
        return layer.step(name, Call.of("Transpose", apart).with("perm", axes));
    }

    /** What has come out, as the layer puts it out. */
    Call joined(String sums, Shape output) {
        String shape = layer.constant("output_shape", output.extents());
        if (!divided) {
            return Call.of("Reshape", sums, shape);
        }
        String ordered = layer.step("ordered", Call.of("Transpose", sums).with("perm", List.of(0L, 3L, 1L, 2L, 4L)));
        return Call.of("Reshape", ordered, shape);
    }
}
