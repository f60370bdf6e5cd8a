package io.archmeter.op;

/** What a pool makes of the elements under a window. */
public enum PoolFunction {
    /** Their mean. */
    MEAN("avgpool"),
    /** The largest of them. */
    LARGEST("maxpool");

    private final String kind;

    PoolFunction(String kind) {
        this.kind = kind;
    }

    /** The operator, of a family that has a word in front. */
    String kind(String family) {
        return family + kind;
    }
}
