package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.DType;
import io.archmeter.graph.Shape;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** {@code Attention} of ONNX: heads in an axis of their own, or side by side in the last. */
final class Attentions {
    private Attentions() {}

    static void run(OnnxCall call) {
        boolean sideBySide = call.shape(0).rank() == 3;
        int queryHeads = sideBySide
                ? (int) call.settings().whole("q_num_heads", 1)
                : call.input(0).extent(1);
        int keyHeads = sideBySide
                ? (int) call.settings().whole("kv_num_heads", 1)
                : call.input(1).extent(1);
        Heads query = Heads.of(call.input(0), queryHeads);
        Heads key = Heads.of(call.input(1), keyHeads).after(call, 4);
        Heads value = Heads.of(call.input(2), keyHeads).after(call, 5);
        int past = key.rows()
                - (sideBySide ? call.input(1).extent(1) : call.input(1).extent(2));
        double scale = call.settings().real("scale", 1 / Math.sqrt(query.width()));
        HeadProducts products =
                new HeadProducts(query, key, value, scale, call.settings().real("softcap", 0));
        if (call.has(3)) {
            products.mask(call.input(3), isTruth(call));
        }
        if (call.settings().flag("is_causal", false)) {
            products.causal(past);
        }
        if (call.wants(3)) {
            products.show((int) call.settings().whole("qk_matmul_output_mode", 0));
        }
        products.run(call);
        Tensor result = products.result();
        Tensor y = call.output(0, sideBySide ? products.sideBySide() : result.shape());
        products.put(y, sideBySide);
        put(call, 1, key);
        put(call, 2, value);
        if (call.wants(3)) {
            double[] chosen = products.scores();
            Tensor scores = call.output(3, Shape.of(query.batch(), query.heads(), query.rows(), key.rows()));
            for (int i = 0; i < chosen.length; i++) {
                scores.data()[scores.offset() + i] = (float) chosen[i];
            }
        }
    }

    /** Masks of truth values let pass; those of numbers are added. What the type is shows in its elements. */
    private static boolean isTruth(OnnxCall call) {
        return call.inputType(3).map(type -> type == DType.BOOL).orElse(false);
    }

    private static void put(OnnxCall call, int slot, Heads heads) {
        if (call.wants(slot)) {
            Tensor to = call.output(slot, Shape.of(heads.batch(), heads.heads(), heads.rows(), heads.width()));
            System.arraycopy(heads.elements(), 0, to.data(), to.offset(), heads.elements().length);
        }
    }

    /** {@code com.microsoft.Attention}: the projections of one input are part of it. */
    static void projected(OnnxCall call) {
        Tensor x = call.input(0);
        int heads = (int) call.settings().whole("num_heads", 1);
        Tensor projected = Matrices.product(call, x, call.input(1));
        int width = projected.extent(2);
        float[] bias = call.has(2) ? call.elements(2) : new float[width];
        List<Long> widths = call.settings().wholes("qkv_hidden_sizes").orElse(Collections.nCopies(3, width / 3L));
        Heads[] parts = new Heads[3];
        int begin = 0;
        for (int part = 0; part < parts.length; part++) {
            int own = widths.get(part).intValue();
            Tensor tensor =
                    new Tensor(new float[x.extent(0) * x.extent(1) * own], 0, Shape.of(x.extent(0), x.extent(1), own));
            for (int i = 0; i < tensor.elements(); i++) {
                int column = begin + i % own;
                tensor.data()[i] = projected.data()[i / own * width + column] + bias[column];
            }
            parts[part] = Heads.of(tensor, heads);
            begin += own;
        }
        Heads query = parts[0];
        Heads key = parts[1];
        Heads value = parts[2];
        double scale = call.settings().real("scale", 0);
        HeadProducts products =
                new HeadProducts(query, key, value, scale == 0 ? 1 / Math.sqrt(query.width()) : scale, 0);
        if (call.settings().flag("unidirectional", false)) {
            products.causal(0);
        }
        if (call.has(3)) {
            products.lengths(call.input(3));
        }
        if (call.has(5)) {
            products.mask(call.input(5), false);
        }
        products.run(call);
        products.put(call.output(0, products.sideBySide()), true);
    }

    /** {@code com.microsoft.MultiHeadAttention}: of projected queries, keys and values, side by side. */
    static void severalHeads(OnnxCall call) {
        int heads = (int) call.settings().whole("num_heads", 1);
        float[][] parts = {call.elements(0), call.elements(1), call.elements(2)};
        if (call.has(3)) {
            float[] bias = call.elements(3);
            int begin = 0;
            for (int part = 0; part < parts.length; part++) {
                int width = call.input(part).extent(2);
                for (int i = 0; i < parts[part].length; i++) {
                    parts[part][i] += bias[begin + i % width];
                }
                begin += width;
            }
        }
        Heads[] all = new Heads[3];
        Arrays.setAll(all, part -> Heads.of(new Tensor(parts[part], 0, call.shape(part)), heads));
        double scale = call.settings().real("scale", 0);
        HeadProducts products =
                new HeadProducts(all[0], all[1], all[2], scale == 0 ? 1 / Math.sqrt(all[0].width()) : scale, 0);
        if (call.has(4)) {
            products.lengths(call.input(4));
        }
        if (call.has(5)) {
            products.mask(call.input(5), false);
        }
        if (call.settings().flag("unidirectional", false)) {
            products.causal(0);
        }
        products.run(call);
        products.put(call.output(0, products.sideBySide()), true);
    }
}
