package io.archmeter.exec.kernel;

import io.archmeter.exec.tensor.Tensor;

/** Mean and variance of a channel in all samples of a batch; the variance divides by the number of elements, not by one less. */
record ChannelStatistics(double mean, double variance) {
    static ChannelStatistics of(Tensor x, int channel) {
        long elements = (long) x.batch() * x.positions();
        double mean = moment(x, channel, 0, 1) / elements;
        return new ChannelStatistics(mean, moment(x, channel, mean, 2) / elements);
    }

    /** The sum of powers of the distance from {@code middle}. */
    private static double moment(Tensor x, int channel, double middle, int power) {
        double sum = 0;
        for (int sample = 0; sample < x.batch(); sample++) {
            int from = x.offset() + (sample * x.channels() + channel) * x.positions();
            for (int i = from; i < from + x.positions(); i++) {
                double distance = x.data()[i] - middle;
                sum += power == 1 ? distance : distance * distance;
            }
        }
        return sum;
    }
}
