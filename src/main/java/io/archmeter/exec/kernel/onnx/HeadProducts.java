package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.concurrent.atomic.LongAdder;

/** Scaled dot products of queries and keys, softmax, and sums of values; several heads of queries may share one of keys. */
final class HeadProducts {
    /** Nobody asks for the scores. */
    private static final int NONE = -1;

    private static final int LAST = 3;

    private final Heads query;
    private final Heads key;
    private final Heads value;
    private final double scale;
    private final double cap;
    private final double[] added;
    private int shown = NONE;
    private double[] scores = new double[0];
    private final float[] sums;

    /** @param cap beyond which scores are bent; 0 where they are not */
    HeadProducts(Heads query, Heads key, Heads value, double scale, double cap) {
        this.query = query;
        this.key = key;
        this.value = value;
        this.scale = scale;
        this.cap = cap;
        this.added = new double[query.batch() * query.heads() * query.rows() * key.rows()];
        this.sums = new float[query.batch() * query.heads() * query.rows() * value.width()];
    }

    /** Adds a mask to the scores, stretched over them; one of truth values leaves out what is false. */
    void mask(Tensor mask, boolean truth) {
        int[] extents = {query.batch(), query.heads(), query.rows(), key.rows()};
        int[] steps = Joins.steps(mask.shape(), extents.length);
        Positions.each(extents, (position, number) -> {
            float element = mask.data()[mask.offset() + Positions.place(position, steps)];
            added[number] += truth ? element != 0 ? 0 : Double.NEGATIVE_INFINITY : element;
        });
    }

    /** A row sees no keys behind its own, which comes after those of the past. */
    void causal(int past) {
        for (int i = 0; i < added.length; i++) {
            int row = i / key.rows() % query.rows();
            added[i] = i % key.rows() > row + past ? Double.NEGATIVE_INFINITY : added[i];
        }
    }

    /** How many keys each sample has, or for each of its keys whether it counts. */
    void lengths(Tensor given) {
        int ofSample = query.heads() * query.rows() * key.rows();
        for (int i = 0; i < added.length; i++) {
            int sample = i / ofSample;
            int at = i % key.rows();
            boolean counts = given.rank() == 1
                    ? at < given.data()[given.offset() + sample]
                    : given.data()[given.offset() + sample * key.rows() + at] != 0;
            added[i] = counts ? added[i] : Double.NEGATIVE_INFINITY;
        }
    }

    /** Scores are to be shown: 0 as products, 1 bent, 2 with masks too, 3 as shares ({@code qk_matmul_output_mode} of {@code Attention}). */
    void show(int mode) {
        if (mode < 0 || mode > LAST) {
            throw new IllegalArgumentException("there are no scores of mode " + mode);
        }
        shown = mode;
        scores = new double[added.length];
    }

    void run(OnnxCall call) {
        LongAdder done = new LongAdder();
        call.workers().forEach(query.batch() * query.heads(), head -> {
            int shared = head / query.heads() * key.heads() + head % query.heads() / (query.heads() / key.heads());
            double[] ofRow = new double[key.rows()];
            long multiplied = 0;
            for (int row = 0; row < query.rows(); row++) {
                multiplied += row(head, shared, row, ofRow);
            }
            done.add(multiplied);
        });
        call.count(done.sum());
    }

    /** @return how many multiply-adds it did */
    private long row(int head, int shared, int row, double[] ofRow) {
        long multiplied = 0;
        int at = (head * query.rows() + row) * key.rows();
        double largest = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < ofRow.length; other++) {
            double sum = 0;
            for (int i = 0; i < query.width(); i++) {
                sum += (double) query.elements()[(head * query.rows() + row) * query.width() + i]
                        * key.elements()[(shared * key.rows() + other) * key.width() + i];
            }
            multiplied += query.width();
            double product = sum * scale;
            double bent = cap == 0 ? product : cap * Math.tanh(product / cap);
            double masked = bent + added[at + other];
            keep(0, at + other, product);
            keep(1, at + other, bent);
            keep(2, at + other, masked);
            ofRow[other] = masked;
            largest = Math.max(largest, masked);
        }
        double total = 0;
        for (int other = 0; other < ofRow.length; other++) {
            // ONNX, Attention: who may see no key gets zeros.
            ofRow[other] = largest == Double.NEGATIVE_INFINITY ? 0 : Math.exp(ofRow[other] - largest);
            total += ofRow[other];
        }
        for (int other = 0; other < ofRow.length; other++) {
            double share = total == 0 ? 0 : ofRow[other] / total;
            keep(LAST, at + other, share);
            for (int i = 0; i < value.width(); i++) {
                sums[(head * query.rows() + row) * value.width() + i] +=
                        (float) (share * value.elements()[(shared * value.rows() + other) * value.width() + i]);
            }
            multiplied += value.width();
        }
        return multiplied;
    }

    private void keep(int mode, int at, double score) {
        if (mode == shown) {
            scores[at] = score;
        }
    }

    /** Those that are to be shown. */
    double[] scores() {
        return scores;
    }

    Tensor result() {
        return new Tensor(sums, 0, Shape.of(query.batch(), query.heads(), query.rows(), value.width()));
    }

    /** The shape where heads lie side by side. */
    Shape sideBySide() {
        return Shape.of(query.batch(), query.rows(), (long) query.heads() * value.width());
    }

    void put(Tensor to, boolean sideBySide) {
        int width = value.width();
        for (int i = 0; i < sums.length; i++) {
            int row = i / width % query.rows();
            int head = i / width / query.rows();
            int beside = (head / query.heads() * query.rows() + row) * query.heads() + head % query.heads();
            to.data()[to.offset() + (sideBySide ? beside * width + i % width : i)] = sums[i];
        }
    }
}
