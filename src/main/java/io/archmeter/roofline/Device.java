package io.archmeter.roofline;

import io.archmeter.graph.DType;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * What a device can do at most, as its vendor says.
 *
 * @param title one line about it, may be empty
 * @param source where its figures stand, may be empty
 * @param memory bytes that it holds; empty where that depends on the machine around it
 * @param bandwidth bytes that it moves from and to that memory in a second, at least 1
 * @param operations that it does in a second, at least 1, by the type that it multiplies; a multiply-add is two
 * @param notes what is to be known of it, a sentence each
 */
public record Device(
        String name,
        String title,
        String source,
        OptionalLong memory,
        long bandwidth,
        Map<DType, Long> operations,
        List<String> notes) {
    public Device {
        operations = Collections.unmodifiableMap(new EnumMap<>(operations));
        notes = List.copyOf(notes);
        if (name.isBlank()) {
            throw new IllegalArgumentException("a device needs a name");
        }
        if (bandwidth < 1 || memory.orElse(1) < 1) {
            throw new IllegalArgumentException(name + " has no memory, or moves nothing");
        }
        if (operations.isEmpty() || operations.values().stream().anyMatch(each -> each < 1)) {
            throw new IllegalArgumentException(name + " does nothing");
        }
    }

    /** Operations in a second; empty where nobody says how many there are in this type. */
    public OptionalLong peak(DType type) {
        Long known = operations.get(type);
        return known == null ? OptionalLong.empty() : OptionalLong.of(known);
    }
}
