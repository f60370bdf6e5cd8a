package io.archmeter.exec.matrix;

import java.util.Optional;

/** The classes that use the Vector API: found by reflection, because none of them can be loaded where Java lacks its module. */
final class VectorClasses {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String PACKAGE = "io.archmeter.exec.vector.";

    private VectorClasses() {}

    /** What the method {@code create} of a class makes; empty where Java was started without the module. */
    static <T> Optional<T> create(Class<T> type, String name) {
        if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    type.cast(Class.forName(PACKAGE + name).getMethod("create").invoke(null)));
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(PACKAGE + name + " is missing", missing);
        }
    }
}
