package io.archmeter.exec.vector;

import io.archmeter.exec.matrix.ChannelWinograd;
import io.archmeter.exec.matrix.WinogradTransform;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Transforms a vector of channels at a time, and multiplies four tiles with two vectors of output channels: see {@link NarrowTile}. */
public final class VectorChannelWinograd implements ChannelWinograd {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int WIDTH = 2 * LANES;
    private static final int INPUT = WinogradTransform.INPUT;
    private static final int OUTPUT = WinogradTransform.OUTPUT;

    private static final float[] NO_BIAS = new float[LANES];

    private VectorChannelWinograd() {}

    public static ChannelWinograd create() {
        return new VectorChannelWinograd();
    }

    @Override
    public int lanes() {
        return LANES;
    }

    @Override
    public int width() {
        return WIDTH;
    }

    @Override
    public int space() {
        return INPUT * INPUT * LANES;
    }

    @Override
    public void input(
            float[] x, int from, int down, int right, int channels, float[] y, int to, int step, float[] space) {
        for (int c = 0; c < channels; c += LANES) {
            for (int j = 0; j < INPUT; j++) {
                toPoints(x, from + j * right + c, down, space, j * LANES, INPUT * LANES);
            }
            for (int i = 0; i < INPUT; i++) {
                toPoints(space, i * INPUT * LANES, LANES, y, to + i * INPUT * step + c, step);
            }
        }
    }

    /** Bᵀ·x for a column x of six vectors. */
    private static void toPoints(float[] x, int from, int apart, float[] y, int to, int step) {
        FloatVector x0 = load(x, from);
        FloatVector x1 = load(x, from + apart);
        FloatVector x2 = load(x, from + 2 * apart);
        FloatVector x3 = load(x, from + 3 * apart);
        FloatVector x4 = load(x, from + 4 * apart);
        FloatVector x5 = load(x, from + 5 * apart);
        FloatVector even = x4.sub(x2.mul(4));
        FloatVector odd = x3.sub(x1.mul(4));
        FloatVector evenOfTwo = x4.sub(x2);
        FloatVector oddOfTwo = x3.sub(x1).mul(2);
        x0.mul(4).sub(x2.mul(5)).add(x4).intoArray(y, to);
        even.add(odd).intoArray(y, to + step);
        even.sub(odd).intoArray(y, to + 2 * step);
        evenOfTwo.add(oddOfTwo).intoArray(y, to + 3 * step);
        evenOfTwo.sub(oddOfTwo).intoArray(y, to + 4 * step);
        x1.mul(4).sub(x3.mul(5)).add(x5).intoArray(y, to + 5 * step);
    }

    @Override
    public void multiply(
            float[] tiles,
            int from,
            int pitch,
            float[] weights,
            int at,
            int depth,
            float[] sums,
            int to,
            int stride,
            boolean accumulate) {
        int second = from + pitch;
        int third = from + 2 * pitch;
        int fourth = from + 3 * pitch;
        FloatVector c00 = FloatVector.zero(SPECIES);
        FloatVector c01 = FloatVector.zero(SPECIES);
        FloatVector c10 = FloatVector.zero(SPECIES);
        FloatVector c11 = FloatVector.zero(SPECIES);
        FloatVector c20 = FloatVector.zero(SPECIES);
        FloatVector c21 = FloatVector.zero(SPECIES);
        FloatVector c30 = FloatVector.zero(SPECIES);
        FloatVector c31 = FloatVector.zero(SPECIES);
        if (accumulate) {
            c00 = load(sums, to);
            c01 = load(sums, to + LANES);
            c10 = load(sums, to + stride);
            c11 = load(sums, to + stride + LANES);
            c20 = load(sums, to + 2 * stride);
            c21 = load(sums, to + 2 * stride + LANES);
            c30 = load(sums, to + 3 * stride);
            c31 = load(sums, to + 3 * stride + LANES);
        }
        int k = 0;
        for (; k < depth - 1; k += 2, at += 2 * WIDTH) {
            FloatVector b0 = load(weights, at);
            FloatVector b1 = load(weights, at + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, tiles[from + k]);
            c00 = b0.fma(a0, c00);
            c01 = b1.fma(a0, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, tiles[second + k]);
            c10 = b0.fma(a1, c10);
            c11 = b1.fma(a1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, tiles[third + k]);
            c20 = b0.fma(a2, c20);
            c21 = b1.fma(a2, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, tiles[fourth + k]);
            c30 = b0.fma(a3, c30);
            c31 = b1.fma(a3, c31);
            FloatVector d0 = load(weights, at + WIDTH);
            FloatVector d1 = load(weights, at + WIDTH + LANES);
            FloatVector e0 = FloatVector.broadcast(SPECIES, tiles[from + k + 1]);
            c00 = d0.fma(e0, c00);
            c01 = d1.fma(e0, c01);
            FloatVector e1 = FloatVector.broadcast(SPECIES, tiles[second + k + 1]);
            c10 = d0.fma(e1, c10);
            c11 = d1.fma(e1, c11);
            FloatVector e2 = FloatVector.broadcast(SPECIES, tiles[third + k + 1]);
            c20 = d0.fma(e2, c20);
            c21 = d1.fma(e2, c21);
            FloatVector e3 = FloatVector.broadcast(SPECIES, tiles[fourth + k + 1]);
            c30 = d0.fma(e3, c30);
            c31 = d1.fma(e3, c31);
        }
        if (k < depth) {
            FloatVector b0 = load(weights, at);
            FloatVector b1 = load(weights, at + LANES);
            FloatVector a0 = FloatVector.broadcast(SPECIES, tiles[from + k]);
            c00 = b0.fma(a0, c00);
            c01 = b1.fma(a0, c01);
            FloatVector a1 = FloatVector.broadcast(SPECIES, tiles[second + k]);
            c10 = b0.fma(a1, c10);
            c11 = b1.fma(a1, c11);
            FloatVector a2 = FloatVector.broadcast(SPECIES, tiles[third + k]);
            c20 = b0.fma(a2, c20);
            c21 = b1.fma(a2, c21);
            FloatVector a3 = FloatVector.broadcast(SPECIES, tiles[fourth + k]);
            c30 = b0.fma(a3, c30);
            c31 = b1.fma(a3, c31);
        }
        c00.intoArray(sums, to);
        c01.intoArray(sums, to + LANES);
        c10.intoArray(sums, to + stride);
        c11.intoArray(sums, to + stride + LANES);
        c20.intoArray(sums, to + 2 * stride);
        c21.intoArray(sums, to + 2 * stride + LANES);
        c30.intoArray(sums, to + 3 * stride);
        c31.intoArray(sums, to + 3 * stride + LANES);
    }

    @Override
    public void output(
            float[] x,
            int from,
            int step,
            int channels,
            float[] bias,
            int at,
            float[] y,
            int to,
            int down,
            int right,
            float[] space) {
        for (int c = 0; c < channels; c += LANES) {
            for (int j = 0; j < INPUT; j++) {
                toOutputs(x, from + j * step + c, INPUT * step, NO_BIAS, 0, space, j * LANES, INPUT * LANES);
            }
            for (int i = 0; i < OUTPUT; i++) {
                toOutputs(space, i * INPUT * LANES, LANES, bias, at + c, y, to + i * down + c, right);
            }
        }
    }

    /** Aᵀ·x and the bias for a column x of six vectors. */
    private static void toOutputs(float[] x, int from, int apart, float[] biases, int at, float[] y, int to, int step) {
        FloatVector bias = load(biases, at);
        FloatVector x0 = load(x, from).add(bias);
        FloatVector x1 = load(x, from + apart);
        FloatVector x2 = load(x, from + 2 * apart);
        FloatVector x3 = load(x, from + 3 * apart);
        FloatVector x4 = load(x, from + 4 * apart);
        FloatVector x5 = load(x, from + 5 * apart);
        FloatVector sum = x1.add(x2);
        FloatVector difference = x1.sub(x2);
        FloatVector sumOfTwo = x3.add(x4);
        FloatVector differenceOfTwo = x3.sub(x4);
        x0.add(sum).add(sumOfTwo).intoArray(y, to);
        difference.add(differenceOfTwo.mul(2)).add(bias).intoArray(y, to + step);
        sum.add(sumOfTwo.mul(4)).add(bias).intoArray(y, to + 2 * step);
        difference.add(differenceOfTwo.mul(8)).add(x5).add(bias).intoArray(y, to + 3 * step);
    }

    private static FloatVector load(float[] x, int from) {
        return FloatVector.fromArray(SPECIES, x, from);
    }
}
