package io.archmeter.source;

import io.archmeter.problem.Span;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes parts of a file as {@link PackedReader} reads them: a line that names a layer takes some bytes and not some hundred. What a file says
 * again and again stands in a list beside them, and is written as its number.
 */
final class PackedWriter {
    /** How a value begins; a scalar has its form above. */
    static final int SCALAR = 0;

    static final int ITEMS = 1;
    static final int MAPPING = 2;
    /** One that is held as it is, because it is packed already. */
    static final int KEPT = 3;

    static final int KIND_BITS = 2;
    static final int FORM_BITS = 2;

    /** Where the characters of a value begin, from where it begins. */
    static final int SAME = 0;

    static final int AFTER_QUOTE = 1;
    static final int ELSEWHERE = 2;

    /** Where a file says more than that, its words are not looked for any more. */
    private static final int MOST_LOOKED_FOR = 10_000;

    private final List<Object> objects;
    private final Map<Object, Integer> numbers = new IdentityHashMap<>();
    private byte[] bytes = new byte[1 << 10];
    private int size;
    private int line;

    /** @param objects the list of what parts of the file name by its number; it grows */
    PackedWriter(List<Object> objects) {
        this.objects = objects;
    }

    /** The values in bytes. */
    byte[] packed(List<SourceValue> values) {
        size = 0;
        line = 0;
        number(values.size());
        values.forEach(this::value);
        return Arrays.copyOf(bytes, size);
    }

    private void value(SourceValue value) {
        if (value instanceof SourceValue.Scalar scalar) {
            int where = where(scalar.at(), scalar.textAt());
            number(SCALAR | scalar.form().ordinal() << KIND_BITS | where << (KIND_BITS + FORM_BITS));
            place(scalar.at());
            elsewhere(where, scalar.textAt());
            object(scalar.value());
        } else if (value instanceof SourceValue.Mapping mapping) {
            number(MAPPING);
            place(mapping.at());
            number(mapping.entries().size());
            mapping.entries().forEach(this::entry);
        } else if (((SourceValue.Items) value).items() instanceof LongList<SourceValue>) {
            number(KEPT);
            object(value);
        } else {
            SourceValue.Items items = (SourceValue.Items) value;
            number(ITEMS);
            place(items.at());
            number(items.items().size());
            items.items().forEach(this::value);
        }
    }

    private void entry(SourceValue.Entry entry) {
        int where = where(entry.keyAt(), entry.nameAt());
        number(where);
        place(entry.keyAt());
        elsewhere(where, entry.nameAt());
        object(entry.key());
        value(entry.value());
    }

    private static int where(Span at, Span textAt) {
        if (textAt.equals(at)) {
            return SAME;
        }
        return textAt.equals(at.plus(1)) ? AFTER_QUOTE : ELSEWHERE;
    }

    private void elsewhere(int where, Span textAt) {
        if (where == ELSEWHERE) {
            place(textAt);
        }
    }

    /** Mostly on the line of the place before, or the next one; what an alias repeats stands above. */
    private void place(Span at) {
        int lines = at.line() - line;
        line = at.line();
        number(lines >= 0 ? lines << 1 : -lines << 1 | 1);
        number(at.column());
    }

    private void object(Object object) {
        Integer known = numbers.get(object);
        if (known != null) {
            number(known);
            return;
        }
        if (numbers.size() < MOST_LOOKED_FOR) {
            numbers.put(object, objects.size());
        }
        number(objects.size());
        objects.add(object);
    }

    /** Seven bits to a byte, the lowest first; the eighth says that more follow (LEB128). Never negative. */
    private void number(int number) {
        int rest = number;
        while (rest > 0x7F) {
            write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        write(rest);
    }

    private void write(int next) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = (byte) next;
    }
}
