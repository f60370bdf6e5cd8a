package io.archmeter.exec.matrix;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;

/** The classes that use the Vector API: found by reflection, because none of them can be loaded where Java lacks its module. */
final class VectorClasses {
    private static final String MODULE = "jdk.incubator.vector";
    private static final String PACKAGE = "io.archmeter.exec.vector.";

    private VectorClasses() {}

    /** What the method {@code create} of a class makes; empty where Java was started without the module. */
    static <T> Optional<T> create(Class<T> type, String name, Integer... arguments) {
        Optional<Module> vectors = ModuleLayer.boot().findModule(MODULE);
        if (vectors.isEmpty()) {
            return Optional.empty();
        }
        // Named in its descriptor, the compiler would warn all who require this module of an incubating one.
        VectorClasses.class.getModule().addReads(vectors.get());
        try {
            Class<?>[] types = new Class<?>[arguments.length];
            Arrays.fill(types, int.class);
            Method create = Class.forName(PACKAGE + name).getMethod("create", types);
            return Optional.of(type.cast(create.invoke(null, (Object[]) arguments)));
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException(PACKAGE + name + " is missing", missing);
        }
    }
}
