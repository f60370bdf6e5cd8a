package io.archmeter.exec.tensor;

import io.archmeter.graph.Shape;

/**
 * A region of the arena under a shape: N×C×…, the last axis fastest.
 *
 * @param data the array that it lies in, with others
 * @param offset where its first element lies
 */
public record Tensor(float[] data, int offset, Shape shape) {
    public Tensor {
        if (offset < 0 || offset > data.length - elements(shape)) {
            throw new IllegalArgumentException("a tensor of " + shape + " at " + offset + " lies beside the arena");
        }
    }

    public int elements() {
        return elements(shape);
    }

    /** After its last element. */
    public int end() {
        return offset + elements();
    }

    public int rank() {
        return shape.rank();
    }

    public int extent(int axis) {
        return (int) shape.extent(axis);
    }

    public int batch() {
        return extent(0);
    }

    public int channels() {
        return extent(1);
    }

    /** Elements of one channel of one sample: the product of the spatial extents. */
    public int positions() {
        int positions = 1;
        for (int axis = 2; axis < rank(); axis++) {
            positions *= extent(axis);
        }
        return positions;
    }

    /** Whether both are the same elements of the same array. */
    public boolean sameElementsAs(Tensor other) {
        return data == other.data && offset == other.offset && elements() == other.elements();
    }

    /** Whether an element belongs to both. */
    public boolean overlaps(Tensor other) {
        return data == other.data && offset < other.end() && other.offset < end();
    }

    private static int elements(Shape shape) {
        return Math.toIntExact(shape.elements());
    }
}
