package io.archmeter.op;

import io.archmeter.value.PlainValue;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What was written for an operator, of the right types, by argument. */
public final class Arguments {
    private final Map<String, PlainValue> written = new HashMap<>();
    private final Map<String, Object> read = new HashMap<>();

    /** Throws {@link Refusal} where the value is of the wrong kind. */
    public <T> void put(Argument<T> argument, PlainValue value) {
        read.put(argument.name(), argument.read(value));
        written.put(argument.name(), value);
    }

    /** The values as they were put, by the names of their arguments. */
    public Map<String, PlainValue> values() {
        return Map.copyOf(written);
    }

    /** What was written, or else the argument's fallback; that a required one is there has been checked before. */
    public <T> T get(Argument<T> argument) {
        Optional<T> found = find(argument);
        return found.isPresent() ? found.get() : argument.fallback().orElseThrow();
    }

    /** What was written, if it was. */
    @SuppressWarnings("unchecked") // put() stores what the argument of this name has read
    public <T> Optional<T> find(Argument<T> argument) {
        return Optional.ofNullable((T) read.get(argument.name()));
    }
}
