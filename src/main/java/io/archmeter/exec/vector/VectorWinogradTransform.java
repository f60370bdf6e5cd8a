package io.archmeter.exec.vector;

import io.archmeter.exec.matrix.WinogradTransform;
import io.archmeter.exec.matrix.WinogradTransforms;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The transforms, of as many vectors at a time as there are lanes; a rest is left to the plain ones. */
public final class VectorWinogradTransform implements WinogradTransform {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    private final WinogradTransform plain = WinogradTransforms.plain();

    private VectorWinogradTransform() {}

    public static WinogradTransform create() {
        return new VectorWinogradTransform();
    }

    @Override
    public void input(float[] x, int from, int step, float[] y, int to, int stride, int vectors) {
        int whole = SPECIES.loopBound(vectors);
        for (int t = 0; t < whole; t += LANES) {
            int source = from + t;
            int target = to + t;
            FloatVector x0 = load(x, source);
            FloatVector x1 = load(x, source + step);
            FloatVector x2 = load(x, source + 2 * step);
            FloatVector x3 = load(x, source + 3 * step);
            FloatVector x4 = load(x, source + 4 * step);
            FloatVector x5 = load(x, source + 5 * step);
            FloatVector even = x4.sub(x2.mul(4));
            FloatVector odd = x3.sub(x1.mul(4));
            FloatVector evenOfTwo = x4.sub(x2);
            FloatVector oddOfTwo = x3.sub(x1).mul(2);
            x0.mul(4).sub(x2.mul(5)).add(x4).intoArray(y, target);
            even.add(odd).intoArray(y, target + stride);
            even.sub(odd).intoArray(y, target + 2 * stride);
            evenOfTwo.add(oddOfTwo).intoArray(y, target + 3 * stride);
            evenOfTwo.sub(oddOfTwo).intoArray(y, target + 4 * stride);
            x1.mul(4).sub(x3.mul(5)).add(x5).intoArray(y, target + 5 * stride);
        }
        plain.input(x, from + whole, step, y, to + whole, stride, vectors - whole);
    }

    @Override
    public void output(float[] x, int from, int step, float[] y, int to, int stride, int vectors) {
        int whole = SPECIES.loopBound(vectors);
        for (int t = 0; t < whole; t += LANES) {
            int source = from + t;
            int target = to + t;
            FloatVector x0 = load(x, source);
            FloatVector x1 = load(x, source + step);
            FloatVector x2 = load(x, source + 2 * step);
            FloatVector x3 = load(x, source + 3 * step);
            FloatVector x4 = load(x, source + 4 * step);
            FloatVector x5 = load(x, source + 5 * step);
            FloatVector sum = x1.add(x2);
            FloatVector difference = x1.sub(x2);
            FloatVector sumOfTwo = x3.add(x4);
            FloatVector differenceOfTwo = x3.sub(x4);
            x0.add(sum).add(sumOfTwo).intoArray(y, target);
            difference.add(differenceOfTwo.mul(2)).intoArray(y, target + stride);
            sum.add(sumOfTwo.mul(4)).intoArray(y, target + 2 * stride);
            difference.add(differenceOfTwo.mul(8)).add(x5).intoArray(y, target + 3 * stride);
        }
        plain.output(x, from + whole, step, y, to + whole, stride, vectors - whole);
    }

    private static FloatVector load(float[] x, int from) {
        return FloatVector.fromArray(SPECIES, x, from);
    }
}
