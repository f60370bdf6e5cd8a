package io.archmeter.op;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was written for an operator, of the right types, by argument. */
public final class Arguments {
    private final Map<String, Object> given = new HashMap<>();

    /** Throws {@link Refusal} where the value is of the wrong kind. */
    public <T> void put(Argument<T> argument, Value value) {
        given.put(argument.name(), argument.read(value));
    }

    /** What was written, or else the argument's fallback; that a required one is there has been checked before. */
    <T> T get(Argument<T> argument) {
        Optional<T> written = find(argument);
        return written.isPresent() ? written.get() : argument.fallback().orElseThrow();
    }

    @SuppressWarnings("unchecked") // put() stores what the argument of this name has read
    <T> Optional<T> find(Argument<T> argument) {
        return Optional.ofNullable((T) given.get(argument.name()));
    }
}
