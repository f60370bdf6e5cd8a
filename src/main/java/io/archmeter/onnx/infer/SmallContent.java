package io.archmeter.onnx.infer;

import io.archmeter.graph.UnknownException;
import java.util.ArrayList;
import java.util.List;

/** The elements of a small value, the last axis fastest; some may not be known. */
public record SmallContent(List<FollowedElement> elements) {
    /** Shapes, indices and anchors are small; what is larger decides no shape. */
    public static final int MOST_ELEMENTS = 4_096;

    public SmallContent {
        elements = List.copyOf(elements);
        if (elements.size() > MOST_ELEMENTS) {
            throw new IllegalArgumentException(elements.size() + " elements are not followed");
        }
    }

    public int size() {
        return elements.size();
    }

    public FollowedElement element(int index) {
        return elements.get(index);
    }

    /** Whether all elements are known. */
    public boolean isKnown() {
        for (FollowedElement element : elements) {
            if (element instanceof FollowedElement.Unknown) {
                return false;
            }
        }
        return true;
    }

    /**
     * An element as a whole number; a real one is cut off, as a cast does. Throws {@link UnknownException} where it is not known.
     */
    public long whole(int index) {
        FollowedElement element = elements.get(index);
        if (element instanceof FollowedElement.Real real) {
            return (long) real.value();
        }
        if (element instanceof FollowedElement.Unknown unknown) {
            throw new UnknownException(unknown.origin());
        }
        return element instanceof FollowedElement.Whole whole ? whole.value() : 0;
    }

    /** An element as a real number. Throws {@link UnknownException} where it is not known. */
    public double real(int index) {
        return elements.get(index) instanceof FollowedElement.Real real ? real.value() : whole(index);
    }

    /** All elements as whole numbers. Throws {@link UnknownException} where one is not known. */
    public List<Long> wholes() {
        List<Long> wholes = new ArrayList<>(size());
        for (int index = 0; index < size(); index++) {
            wholes.add(whole(index));
        }
        return wholes;
    }

    /** All elements as real numbers. Throws {@link UnknownException} where one is not known. */
    public List<Double> reals() {
        List<Double> reals = new ArrayList<>(size());
        for (int index = 0; index < size(); index++) {
            reals.add(real(index));
        }
        return reals;
    }
}
