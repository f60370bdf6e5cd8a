package io.archmeter.onnx.file;

import io.archmeter.onnx.file.TensorMessage.Field;
import io.archmeter.onnx.file.TensorMessage.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Decodes the elements of a tensor. */
final class TensorElements {
    private final Reading reading;
    private final TensorMessage tensor;
    private final ElementType type;
    private final ExternalData external;
    private final TensorCheck check;

    private TensorElements(Reading reading, TensorMessage tensor, ElementType type, ExternalData external) {
        this.reading = reading;
        this.tensor = tensor;
        this.type = type;
        this.external = external;
        check = new TensorCheck(reading, tensor);
    }

    /** The elements; empty where they are not there. */
    static Optional<Elements> of(Reading reading, TensorMessage tensor, ExternalData external) {
        return ElementType.of(tensor.elements())
                .flatMap(type -> new TensorElements(reading, tensor, type, external).elements());
    }

    private Optional<Elements> elements() {
        int count = check.smallCount();
        if (type == ElementType.STRING) {
            return tensor.isExternal() || tensor.data().isEmpty() && count > 0
                    ? Optional.empty()
                    : Optional.of(texts(count));
        }
        return units(count).map(units -> type.isReal() ? reals(units, count) : wholes(units, count));
    }

    private Elements texts(int count) {
        List<String> texts = new ArrayList<>();
        for (Part part : tensor.data()) {
            if (part.field() == Field.STRING_DATA) {
                texts.add(reading.text(part.bytes()));
            }
        }
        check.requireCount(texts.size(), count);
        return new Elements.Texts(texts);
    }

    /** What is written together: an element, or some small ones. */
    private Optional<long[]> units(int count) {
        int units = check.units(type, count);
        if (tensor.isExternal()) {
            return external.bytes(tensor, Math.multiplyExact((long) units, type.unitBytes()))
                    .map(bytes -> raw(bytes, bytes.all(), units));
        }
        if (tensor.data().isEmpty() && count > 0) {
            return Optional.empty();
        }
        for (Part part : tensor.data()) {
            if (part.field() == Field.RAW_DATA) {
                check.requireLength(part.bytes().length(), Math.multiplyExact((long) units, type.unitBytes()));
                return Optional.of(raw(reading.bytes(), part.bytes(), units));
            }
        }
        return Optional.of(typed(units));
    }

    private long[] raw(FileBytes bytes, ByteRange range, int count) {
        long[] units = new long[count];
        for (int i = 0; i < count; i++) {
            units[i] = bytes.littleEndian(range.offset() + (long) i * type.unitBytes(), type.unitBytes());
        }
        return units;
    }

    private long[] typed(int count) {
        long[] units = new long[count];
        int done = 0;
        for (Part part : tensor.data()) {
            Cursor cursor = new Cursor(reading, part.bytes());
            while (part.field() == type.field() && !cursor.isAtEnd()) {
                long unit = unit(cursor, part.field());
                if (done < count) {
                    units[done] = unit;
                }
                done++;
            }
        }
        check.requireCount(done, count);
        return units;
    }

    private long unit(Cursor cursor, Field field) {
        return switch (field) {
            case FLOAT_DATA -> fixed(cursor, Float.BYTES);
            case DOUBLE_DATA -> fixed(cursor, Double.BYTES);
            default -> cursor.varint();
        };
    }

    private long fixed(Cursor cursor, int bytes) {
        return reading.bytes()
                .littleEndian(cursor.take(bytes, cursor.position()).offset(), bytes);
    }

    private Elements reals(long[] units, int count) {
        double[] reals = new double[count];
        for (int i = 0; i < count; i++) {
            reals[i] = type.real(element(units, i));
        }
        return new Elements.Reals(reals);
    }

    private Elements wholes(long[] units, int count) {
        long[] wholes = new long[count];
        for (int i = 0; i < count; i++) {
            wholes[i] = type.whole(element(units, i));
        }
        return new Elements.Wholes(wholes);
    }

    /** Of small elements that share a byte, the first has the lowest bits. */
    private long element(long[] units, int index) {
        int together = type.unitElements();
        return units[index / together] >>> index % together * type.bits();
    }
}
