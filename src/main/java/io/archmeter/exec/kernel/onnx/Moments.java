package io.archmeter.exec.kernel.onnx;

import io.archmeter.exec.tensor.Tensor;

/** Mean and variance of elements, one after the other (Welford 1962). */
final class Moments {
    private long count;
    private double mean;
    private double distances;
    private double squares;

    static Moments of(Tensor tensor, int begin, int length) {
        Moments moments = new Moments();
        for (int i = 0; i < length; i++) {
            moments.add(tensor.data()[tensor.offset() + begin + i]);
        }
        return moments;
    }

    void add(double element) {
        count++;
        double before = element - mean;
        mean += before / count;
        distances += before * (element - mean);
        squares += element * element;
    }

    double mean() {
        return mean;
    }

    /** Divided by how many there are. */
    double variance() {
        return distances / count;
    }

    /** The mean of the squares. */
    double square() {
        return squares / count;
    }
}
