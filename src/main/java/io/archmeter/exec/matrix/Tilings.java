package io.archmeter.exec.matrix;

/** The ways in which this Java machine can multiply matrices. */
public final class Tilings {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String VECTOR = "io.archmeter.exec.vector.VectorTiling";

    private Tilings() {}

    /** With the Vector API where Java was started with its module, and plain where not. */
    public static Tiling best() {
        return ModuleLayer.boot().findModule(MODULE).isPresent() ? vector() : plain();
    }

    public static Tiling plain() {
        return new PlainTiling();
    }

    /** By reflection, because the class cannot be loaded without the module. */
    private static Tiling vector() {
        try {
            return (Tiling) Class.forName(VECTOR).getMethod("create").invoke(null);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(VECTOR + " is missing", missing);
        }
    }
}
