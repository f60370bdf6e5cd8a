package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;
import io.archmeter.graph.Shape;
import java.util.concurrent.atomic.LongAdder;

/** Scaled dot products of queries and keys, softmax, and sums of values; several heads of queries may share one of keys. */
final class HeadProducts {
    private final Heads query;
    private final Heads key;
    private final Heads value;
    private final double scale;
    private final double cap;
    private final double[] added;
    private final double[][] scores = new double[4][];
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

    void run(OnnxCall call) {
        for (int mode = 0; mode < scores.length; mode++) {
            scores[mode] = new double[added.length];
        }
        LongAdder done = new LongAdder();
        call.workers().forEach(query.batch() * query.heads(), head -> {
            int shared = head / query.heads() * key.heads() + head % query.heads() / (query.heads() / key.heads());
            long multiplied = 0;
            for (int row = 0; row < query.rows(); row++) {
                multiplied += row(head, shared, row);
            }
            done.add(multiplied);
        });
        call.count(done.sum());
    }

    /** @return how many multiply-adds it did */
    private long row(int head, int shared, int row) {
        long multiplied = 0;
        int at = (head * query.rows() + row) * key.rows();
        double largest = Double.NEGATIVE_INFINITY;
        for (int other = 0; other < key.rows(); other++) {
            double sum = 0;
            for (int i = 0; i < query.width(); i++) {
                sum += (double) query.elements()[(head * query.rows() + row) * query.width() + i]
                        * key.elements()[(shared * key.rows() + other) * key.width() + i];
            }
            multiplied += query.width();
            scores[0][at + other] = sum * scale;
            scores[1][at + other] = sum * scale + added[at + other];
            scores[2][at + other] = cap == 0 ? scores[1][at + other] : cap * Math.tanh(scores[1][at + other] / cap);
            largest = Math.max(largest, scores[2][at + other]);
        }
        double total = 0;
        for (int other = 0; other < key.rows(); other++) {
            scores[3][at + other] = Math.exp(scores[2][at + other] - largest);
            total += scores[3][at + other];
        }
        for (int other = 0; other < key.rows(); other++) {
            scores[3][at + other] /= total;
            for (int i = 0; i < value.width(); i++) {
                sums[(head * query.rows() + row) * value.width() + i] += (float)
                        (scores[3][at + other] * value.elements()[(shared * value.rows() + other) * value.width() + i]);
            }
            multiplied += value.width();
        }
        return multiplied;
    }

    /** The scores: as products, with masks, bent, or as shares. */
    double[] scores(int mode) {
        return scores[mode];
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
