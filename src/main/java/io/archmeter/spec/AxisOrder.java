package io.archmeter.spec;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/**
 * Notices samples whose axes seem to stand in another order than C×H×W: channels last, as TensorFlow has them (N×H×W×C), or
 * with the batch in front, as PyTorch prints them (N×C×H×W). Each of these shapes is a network too, only another one; so it is
 * asked about, and not taken in silence.
 */
final class AxisOrder {
    /** Where maps are smaller, as many channels as rows are usual: inside of networks. */
    private static final long SMALLEST_IMAGE = 16;

    private static final long MOST_UNEQUAL = 4;

    /** Channels of grey, coloured and transparent images. */
    private static final List<Long> OF_IMAGES = List.of(1L, 3L, 4L);

    /** Three channels and a few frames are a film, and no batch. */
    private static final long COLOURED = 3;

    /**
     * What a shape seems to be.
     *
     * @param look in the words of a problem
     * @param sample C×H×W, as it seems to be meant
     * @param batch how many samples there seem to be; empty: one, which does not say so
     */
    private record Guess(String look, Shape sample, OptionalLong batch) {}

    /** What is wrong, and what to do about it. */
    record Question(String fact, String remedy) {}

    private AxisOrder() {}

    /**
     * The question whether another order is meant; empty where the shape looks as it should.
     *
     * @param written how a shape is written where this one was
     */
    static Optional<Question> about(Shape sample, Function<Shape, String> written) {
        return guess(sample)
                .map(guess -> new Question(
                        "input " + sample + " looks like " + guess.look(),
                        "write " + written.apply(guess.sample()) + batch(guess.batch())
                                + "; if it is meant so, name the axes: " + NamedAxes.of(sample)));
    }

    private static String batch(OptionalLong batch) {
        return batch.isEmpty() ? "" : ", and the batch apart: --batch " + batch.getAsLong();
    }

    private static Optional<Guess> guess(Shape sample) {
        return switch (sample.rank()) {
            case 3 -> isOfImages(sample, 2) && isImage(sample, 0) ? channelsLast(sample) : Optional.empty();
            case 4 -> ofFour(sample);
            case 5 -> isImage(sample, 3) ? behindBatch(sample, "N×C×D×H×W") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private static Optional<Guess> ofFour(Shape sample) {
        if (isOfImages(sample, 3) && isImage(sample, 1)) {
            return isImage(sample, 0) ? channelsLast(sample) : channelsLastBehindBatch(sample);
        }
        boolean batch = sample.extent(0) != COLOURED && isOfImages(sample, 1) && isImage(sample, 2);
        return batch ? behindBatch(sample, "N×C×H×W") : Optional.empty();
    }

    private static Optional<Guess> channelsLast(Shape sample) {
        String axes = sample.rank() == 3 ? "H×W×C" : "D×H×W×C";
        return Optional.of(new Guess(axes + ", channels last", channelsFirst(sample, 0), OptionalLong.empty()));
    }

    private static Optional<Guess> channelsLastBehindBatch(Shape sample) {
        return Optional.of(new Guess(
                "N×H×W×C, with the batch in front and channels last",
                channelsFirst(sample, 1),
                OptionalLong.of(sample.extent(0))));
    }

    private static Optional<Guess> behindBatch(Shape sample, String axes) {
        Shape rest = new Shape(sample.extents().subList(1, sample.rank()));
        return Optional.of(new Guess(axes + ", with the batch in front", rest, OptionalLong.of(sample.extent(0))));
    }

    /** The last axis, then the others from a given one. */
    private static Shape channelsFirst(Shape sample, int from) {
        int last = sample.rank() - 1;
        List<Long> extents = new ArrayList<>(List.of(sample.extent(last)));
        extents.addAll(sample.extents().subList(from, last));
        return new Shape(extents);
    }

    private static boolean isOfImages(Shape sample, int axis) {
        return OF_IMAGES.contains(sample.extent(axis));
    }

    /** Whether an axis and the one after it look like the height and the width of an image. */
    private static boolean isImage(Shape sample, int axis) {
        long smaller = Math.min(sample.extent(axis), sample.extent(axis + 1));
        long larger = Math.max(sample.extent(axis), sample.extent(axis + 1));
        return smaller >= SMALLEST_IMAGE && larger / MOST_UNEQUAL <= smaller;
    }
}
