package io.archmeter.cli;

import java.lang.reflect.Constructor;

/** Classes by their names, which a build has written down. */
final class ClassNames {
    private ClassNames() {}

    static Class<?> find(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException gone) {
            throw new IllegalStateException(gone);
        }
    }

    /** An object of a class, made without arguments. */
    static Object create(String name) {
        try {
            Constructor<?> constructor = find(name).getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
