package io.archmeter.exec.vector;

import io.archmeter.exec.matrix.WinogradTransform;
import io.archmeter.exec.matrix.WinogradTransforms;
import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorShuffle;
import jdk.incubator.vector.VectorSpecies;

/**
 * The transforms with a column or a tile in each lane; those that do not fill a vector are left to the plain transforms.
 *
 * <p>Rows of tiles lie in four vectors as they are in memory, four elements of a tile and then the next tile. Taking them apart, into
 * a vector for each of the four, is the transposition of a matrix of 4×4 parts of vectors: each vector is sorted by element and turned
 * as far as its number says, the parts that belong together are blended, and turned back. Putting them together is the reverse. It is
 * all written out, because the compiler stops inlining methods of ours in a method that has become as long as these are with what they
 * call, and vectors that are passed to a method are made objects: measured, three times slower.
 */
public final class VectorWinogradTransform implements WinogradTransform {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int PART = LANES / 4;

    private static final VectorShuffle<Float> SORT_0 = sort(0);
    private static final VectorShuffle<Float> SORT_1 = sort(1);
    private static final VectorShuffle<Float> SORT_2 = sort(2);
    private static final VectorShuffle<Float> SORT_3 = sort(3);
    private static final VectorShuffle<Float> MIX_0 = mix(0);
    private static final VectorShuffle<Float> MIX_1 = mix(1);
    private static final VectorShuffle<Float> MIX_2 = mix(2);
    private static final VectorShuffle<Float> MIX_3 = mix(3);
    private static final VectorShuffle<Float> TURN_1 = turn(PART);
    private static final VectorShuffle<Float> TURN_2 = turn(2 * PART);
    private static final VectorShuffle<Float> TURN_3 = turn(3 * PART);
    private static final VectorShuffle<Float> NEXT = turn(1);
    private static final VectorMask<Float> PART_1 = lanes(PART, 2 * PART);
    private static final VectorMask<Float> PART_2 = lanes(2 * PART, 3 * PART);
    private static final VectorMask<Float> PART_3 = lanes(3 * PART, LANES);
    private static final VectorMask<Float> LAST = lanes(LANES - 1, LANES);

    private final WinogradTransform plain = WinogradTransforms.plain();

    private VectorWinogradTransform() {}

    public static WinogradTransform create() {
        return PART > 0 ? new VectorWinogradTransform() : WinogradTransforms.plain();
    }

    @Override
    public void inputColumns(float[] x, int from, int step, int columns) {
        int whole = SPECIES.loopBound(columns);
        for (int at = from; at < from + whole; at += LANES) {
            FloatVector x0 = load(x, at);
            FloatVector x1 = load(x, at + step);
            FloatVector x2 = load(x, at + 2 * step);
            FloatVector x3 = load(x, at + 3 * step);
            FloatVector x4 = load(x, at + 4 * step);
            FloatVector x5 = load(x, at + 5 * step);
            FloatVector even = x4.sub(x2.mul(4));
            FloatVector odd = x3.sub(x1.mul(4));
            FloatVector evenOfTwo = x4.sub(x2);
            FloatVector oddOfTwo = x3.sub(x1).mul(2);
            x0.mul(4).sub(x2.mul(5)).add(x4).intoArray(x, at);
            even.add(odd).intoArray(x, at + step);
            even.sub(odd).intoArray(x, at + 2 * step);
            evenOfTwo.add(oddOfTwo).intoArray(x, at + 3 * step);
            evenOfTwo.sub(oddOfTwo).intoArray(x, at + 4 * step);
            x1.mul(4).sub(x3.mul(5)).add(x5).intoArray(x, at + 5 * step);
        }
        plain.inputColumns(x, from + whole, step, columns - whole);
    }

    @Override
    public void inputRows(float[] x, int from, float[][] y, int to, int tiles) {
        int whole = SPECIES.loopBound(tiles);
        for (int t = 0; t < whole; t += LANES) {
            int at = from + OUTPUT * t;
            FloatVector sorted0 = load(x, at).rearrange(SORT_0);
            FloatVector sorted1 = load(x, at + LANES).rearrange(SORT_1);
            FloatVector sorted2 = load(x, at + 2 * LANES).rearrange(SORT_2);
            FloatVector sorted3 = load(x, at + 3 * LANES).rearrange(SORT_3);
            FloatVector x0 =
                    sorted0.blend(sorted1, PART_1).blend(sorted2, PART_2).blend(sorted3, PART_3);
            FloatVector x1 = sorted3.blend(sorted0, PART_1)
                    .blend(sorted1, PART_2)
                    .blend(sorted2, PART_3)
                    .rearrange(TURN_1);
            FloatVector x2 = sorted2.blend(sorted3, PART_1)
                    .blend(sorted0, PART_2)
                    .blend(sorted1, PART_3)
                    .rearrange(TURN_2);
            FloatVector x3 = sorted1.blend(sorted2, PART_1)
                    .blend(sorted3, PART_2)
                    .blend(sorted0, PART_3)
                    .rearrange(TURN_3);
            FloatVector x4 = x0.rearrange(NEXT).blend(x[at + OUTPUT * LANES], LAST);
            FloatVector x5 = x1.rearrange(NEXT).blend(x[at + OUTPUT * LANES + 1], LAST);
            FloatVector even = x4.sub(x2.mul(4));
            FloatVector odd = x3.sub(x1.mul(4));
            FloatVector evenOfTwo = x4.sub(x2);
            FloatVector oddOfTwo = x3.sub(x1).mul(2);
            x0.mul(4).sub(x2.mul(5)).add(x4).intoArray(y[0], to + t);
            even.add(odd).intoArray(y[1], to + t);
            even.sub(odd).intoArray(y[2], to + t);
            evenOfTwo.add(oddOfTwo).intoArray(y[3], to + t);
            evenOfTwo.sub(oddOfTwo).intoArray(y[4], to + t);
            x1.mul(4).sub(x3.mul(5)).add(x5).intoArray(y[5], to + t);
        }
        plain.inputRows(x, from + OUTPUT * whole, y, to + whole, tiles - whole);
    }

    @Override
    public void outputColumns(float[] x, int from, int step, float[] y, int to, int stride, int columns) {
        int whole = SPECIES.loopBound(columns);
        for (int t = 0; t < whole; t += LANES) {
            int source = from + t;
            int target = to + t;
            FloatVector x1 = load(x, source + step);
            FloatVector x2 = load(x, source + 2 * step);
            FloatVector x3 = load(x, source + 3 * step);
            FloatVector x4 = load(x, source + 4 * step);
            FloatVector sum = x1.add(x2);
            FloatVector difference = x1.sub(x2);
            FloatVector sumOfTwo = x3.add(x4);
            FloatVector differenceOfTwo = x3.sub(x4);
            load(x, source).add(sum).add(sumOfTwo).intoArray(y, target);
            difference.add(differenceOfTwo.mul(2)).intoArray(y, target + stride);
            sum.add(sumOfTwo.mul(4)).intoArray(y, target + 2 * stride);
            difference
                    .add(differenceOfTwo.mul(8))
                    .add(load(x, source + 5 * step))
                    .intoArray(y, target + 3 * stride);
        }
        plain.outputColumns(x, from + whole, step, y, to + whole, stride, columns - whole);
    }

    @Override
    public void outputRows(float[] x, int from, int step, float bias, float[] y, int to, int tiles) {
        int whole = SPECIES.loopBound(tiles);
        for (int t = 0; t < whole; t += LANES) {
            int source = from + t;
            int target = to + OUTPUT * t;
            FloatVector x1 = load(x, source + step);
            FloatVector x2 = load(x, source + 2 * step);
            FloatVector x3 = load(x, source + 3 * step);
            FloatVector x4 = load(x, source + 4 * step);
            FloatVector x5 = load(x, source + 5 * step);
            FloatVector sum = x1.add(x2);
            FloatVector difference = x1.sub(x2);
            FloatVector sumOfTwo = x3.add(x4);
            FloatVector differenceOfTwo = x3.sub(x4);
            FloatVector y0 = load(x, source).add(sum).add(sumOfTwo).add(bias);
            FloatVector y1 = difference.add(differenceOfTwo.mul(2)).add(bias).rearrange(TURN_3);
            FloatVector y2 = sum.add(sumOfTwo.mul(4)).add(bias).rearrange(TURN_2);
            FloatVector y3 =
                    difference.add(differenceOfTwo.mul(8)).add(x5).add(bias).rearrange(TURN_1);
            y0.blend(y1, PART_1)
                    .blend(y2, PART_2)
                    .blend(y3, PART_3)
                    .rearrange(MIX_0)
                    .intoArray(y, target);
            y3.blend(y0, PART_1)
                    .blend(y1, PART_2)
                    .blend(y2, PART_3)
                    .rearrange(MIX_1)
                    .intoArray(y, target + LANES);
            y2.blend(y3, PART_1)
                    .blend(y0, PART_2)
                    .blend(y1, PART_3)
                    .rearrange(MIX_2)
                    .intoArray(y, target + 2 * LANES);
            y1.blend(y2, PART_1)
                    .blend(y3, PART_2)
                    .blend(y0, PART_3)
                    .rearrange(MIX_3)
                    .intoArray(y, target + 3 * LANES);
        }
        plain.outputRows(x, from + whole, step, bias, y, to + OUTPUT * whole, tiles - whole);
    }

    private static FloatVector load(float[] x, int from) {
        return FloatVector.fromArray(SPECIES, x, from);
    }

    /** From four elements of each tile to element 0 of all, 1 of all, …, turned by so many parts to the right. */
    private static VectorShuffle<Float> sort(int turned) {
        return shuffle(lane -> 4 * (lane % PART) + (lane / PART + 4 - turned) % 4);
    }

    /** The reverse of {@link #sort}. */
    private static VectorShuffle<Float> mix(int turned) {
        return shuffle(lane -> (lane + turned) % 4 * PART + lane / 4);
    }

    /** By so many lanes to the left. */
    private static VectorShuffle<Float> turn(int lanes) {
        return shuffle(lane -> (lane + lanes) % LANES);
    }

    private static VectorShuffle<Float> shuffle(IntUnaryOperator source) {
        return VectorShuffle.fromOp(SPECIES, source);
    }

    private static VectorMask<Float> lanes(int first, int end) {
        boolean[] set = new boolean[LANES];
        Arrays.fill(set, first, end, true);
        return VectorMask.fromArray(SPECIES, set, 0);
    }
}
