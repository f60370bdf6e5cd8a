package io.archmeter.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Packs the items of the long lists of a file. Most files have none. */
final class Packer {
    private final List<Object> objects = new ArrayList<>(0);
    private Optional<PackedWriter> writer = Optional.empty();

    byte[] packed(List<SourceValue> items) {
        if (writer.isEmpty()) {
            writer = Optional.of(new PackedWriter(objects));
        }
        return writer.get().packed(items);
    }

    /** @param file in which they stand */
    List<SourceValue> unpacked(byte[] packed, String file) {
        return new PackedReader(file, objects, packed).values();
    }
}
