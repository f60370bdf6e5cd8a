package io.archmeter.cli;

import java.lang.reflect.Field;
import java.util.List;
import picocli.CommandLine.Model.IGetter;
import picocli.CommandLine.Model.IScope;
import picocli.CommandLine.Model.ISetter;

/** A field of a command, or of options that it shares with others: where picocli puts what is given. */
record BoundField(Object owner, Field field) implements IGetter, ISetter {
    BoundField {
        field.setAccessible(true);
    }

    /** @param path names of fields, from a command on: {@code output}, {@code destination}, {@code width} */
    static BoundField of(Object command, List<String> path) {
        BoundField bound = of(command, path.get(0));
        return path.size() == 1 ? bound : of(bound.<Object>get(), path.subList(1, path.size()));
    }

    private static BoundField of(Object owner, String name) {
        for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (field.getName().equals(name)) {
                    return new BoundField(owner, field);
                }
            }
        }
        throw new IllegalStateException(owner.getClass() + " has no field " + name);
    }

    @Override
    @SuppressWarnings("unchecked") // picocli asks for the type that it has read of the field
    public <T> T get() {
        try {
            return (T) field.get(owner);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public <T> T set(T value) {
        T before = get();
        try {
            field.set(owner, value);
        } catch (IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
        return before;
    }

    Class<?> type() {
        return field.getType();
    }

    /** The object that has the field, as picocli asks for it. */
    IScope scope() {
        return new Owner(owner);
    }

    private record Owner(Object object) implements IScope {
        @Override
        @SuppressWarnings("unchecked") // nobody asks for another type
        public <T> T get() {
            return (T) object;
        }

        @Override
        public <T> T set(T value) {
            throw new UnsupportedOperationException("an argument stays with its command");
        }
    }
}
