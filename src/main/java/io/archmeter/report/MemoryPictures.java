package io.archmeter.report;

import io.archmeter.analysis.MemoryReport;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.report.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/** A model's memory to be looked at: inference and training over their steps, and the arena. */
public final class MemoryPictures {
    /** So many blocks keep a picture below half a megabyte, and a larger one has no more that can be seen. */
    private static final int MOST_BLOCKS = 400;

    private MemoryPictures() {}

    /**
     * To be drawn.
     *
     * @param network what the report is about
     * @param after what the names of the pictures end in, so that those of several models are not alike; may be empty
     */
    public static List<Picture> drawn(NetworkFacts network, MemoryReport memory, String after) {
        List<Picture> pictures = new ArrayList<>();
        InferencePictures inference = new InferencePictures(network, memory, MOST_BLOCKS);
        inference.stack("inference" + after).ifPresent(pictures::add);
        inference.arena("arena" + after).ifPresent(pictures::add);
        TrainingPicture.of(network, memory, MOST_BLOCKS, "training" + after).ifPresent(pictures::add);
        return pictures;
    }

    /** With a block for each tensor, for who looks at them with a tool of their own: see {@link #drawn}. */
    public static List<Picture> whole(NetworkFacts network, MemoryReport memory, String after) {
        List<Picture> pictures = new ArrayList<>();
        new InferencePictures(network, memory, Integer.MAX_VALUE)
                .stack("inference" + after)
                .ifPresent(pictures::add);
        TrainingPicture.of(network, memory, Integer.MAX_VALUE, "training" + after)
                .ifPresent(pictures::add);
        return pictures;
    }
}
