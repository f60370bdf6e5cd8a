package io.archmeter.source;

import io.archmeter.problem.Span;
import io.archmeter.value.PlainValue;
import java.util.ArrayList;
import java.util.List;

/** Reads what {@link PackedWriter} has written: the same values, as new objects. */
final class PackedReader {
    private static final SourceValue.Form[] FORMS = SourceValue.Form.values();

    private final String file;
    private final List<Object> objects;
    private final byte[] bytes;
    private int position;
    private int line;

    /** @param objects the list beside the bytes */
    PackedReader(String file, List<Object> objects, byte[] bytes) {
        this.file = file;
        this.objects = objects;
        this.bytes = bytes;
    }

    List<SourceValue> values() {
        int size = number();
        List<SourceValue> values = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            values.add(value());
        }
        return values;
    }

    private SourceValue value() {
        int header = number();
        return switch (header & (1 << PackedWriter.KIND_BITS) - 1) {
            case PackedWriter.SCALAR -> scalar(header >> PackedWriter.KIND_BITS);
            case PackedWriter.ITEMS -> new SourceValue.Items(place(), values());
            case PackedWriter.MAPPING -> mapping();
            default -> (SourceValue) object();
        };
    }

    private SourceValue scalar(int header) {
        Span at = place();
        Span textAt = textAt(at, header >> PackedWriter.FORM_BITS);
        SourceValue.Form form = FORMS[header & (1 << PackedWriter.FORM_BITS) - 1];
        return new SourceValue.Scalar(at, textAt, (PlainValue) object(), form);
    }

    private SourceValue mapping() {
        Span at = place();
        int size = number();
        List<SourceValue.Entry> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            int where = number();
            Span keyAt = place();
            entries.add(new SourceValue.Entry(keyAt, textAt(keyAt, where), (String) object(), value()));
        }
        return new SourceValue.Mapping(at, entries);
    }

    private Span textAt(Span at, int where) {
        return switch (where) {
            case PackedWriter.SAME -> at;
            case PackedWriter.AFTER_QUOTE -> at.plus(1);
            default -> place();
        };
    }

    private Span place() {
        int lines = number();
        line += (lines & 1) == 0 ? lines >> 1 : -(lines >> 1);
        return new Span(file, line, number());
    }

    private Object object() {
        return objects.get(number());
    }

    private int number() {
        int next = bytes[position++];
        int number = next & 0x7F;
        for (int shift = 7; next < 0; shift += 7) {
            next = bytes[position++];
            number |= (next & 0x7F) << shift;
        }
        return number;
    }
}
