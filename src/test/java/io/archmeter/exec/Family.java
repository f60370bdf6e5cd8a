package io.archmeter.exec;

import io.archmeter.graph.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Operators of one sort, and the inputs that they are tried on. */
enum Family {
    CONVOLUTION(3, 5, "conv"),
    LINEAR(2, 3, "linear"),
    POOLING(3, 5, "maxpool", "avgpool", "adaptiveavgpool", "globalavgpool"),
    NORMALIZATION(2, 5, "batchnorm", "lrn", "softmax"),
    ACTIVATION(2, 5, "relu", "sigmoid"),
    ELEMENTWISE(2, 5, "add", "multiply"),
    SHAPES(3, 5, "concat", "flatten", "zeropad", "identity", "dropout");

    private final int leastRank;
    private final int mostRank;
    private final List<String> kinds;

    Family(int leastRank, int mostRank, String... kinds) {
        this.leastRank = leastRank;
        this.mostRank = mostRank;
        this.kinds = List.of(kinds);
    }

    List<String> kinds() {
        return kinds;
    }

    String kind(SplittableRandom random) {
        return kinds.get(random.nextInt(kinds.size()));
    }

    /** The shape of a network's input. */
    Shape input(SplittableRandom random) {
        int rank = leastRank + random.nextInt(mostRank - leastRank + 1);
        List<Long> extents = new ArrayList<>(List.of(1L + random.nextInt(3), 1L + random.nextInt(8)));
        while (extents.size() < rank) {
            extents.add(1L + random.nextInt(rank == 5 ? 6 : 9));
        }
        return new Shape(extents);
    }
}
