package io.archmeter.onnx.file;

import io.archmeter.onnx.file.TensorMessage.Field;
import io.archmeter.onnx.file.TensorMessage.Part;
import java.util.List;
import java.util.Optional;

/** Decodes the elements of a tensor. */
final class TensorElements {
    private final Reading reading;
    private final TensorMessage tensor;
    private final ElementEncoding type;
    private final ExternalData external;
    private final TensorCheck check;

    private TensorElements(Reading reading, TensorMessage tensor, ElementEncoding type, ExternalData external) {
        this.reading = reading;
        this.tensor = tensor;
        this.type = type;
        this.external = external;
        check = new TensorCheck(reading, tensor);
    }

    /** The elements; empty where they are not there. */
    static Optional<Elements> of(Reading reading, TensorMessage tensor, ExternalData external) {
        return ElementEncoding.of(tensor.elements())
                .flatMap(type -> new TensorElements(reading, tensor, type, external).elements());
    }

    /** The same as float32, of any number; empty as well where they are no numbers. */
    static Optional<float[]> floats(Reading reading, TensorMessage tensor, ExternalData external) {
        return ElementEncoding.of(tensor.elements())
                .filter(type -> type != ElementEncoding.STRING)
                .flatMap(type -> new TensorElements(reading, tensor, type, external).floats());
    }

    private Optional<float[]> floats() {
        checkBytes();
        if (tensor.isExternal()) {
            return external.isAbsent(tensor)
                    ? Optional.empty()
                    : Optional.of(external.bytes(tensor, check.bytes(type))).map(bytes -> floats(bytes, bytes.all()));
        }
        if (tensor.data().isEmpty() && check.count() > 0) {
            return Optional.empty();
        }
        return part(Field.RAW_DATA)
                .map(raw -> floats(reading.bytes(), raw.bytes()))
                .or(() -> Optional.of(typedFloats()));
    }

    /** Element by element, so that a large tensor takes no more memory than its numbers. */
    private float[] floats(FileBytes bytes, ByteRange range) {
        float[] floats = new float[Math.toIntExact(check.count())];
        int together = type.unitElements();
        for (int i = 0; i < floats.length; i++) {
            long at = range.offset() + (long) (i / together) * type.unitBytes();
            floats[i] = number(bytes.littleEndian(at, type.unitBytes()) >>> i % together * type.bits());
        }
        return floats;
    }

    private float[] typedFloats() {
        long[] units = typed();
        float[] floats = new float[Math.toIntExact(check.count())];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = number(element(units, i));
        }
        return floats;
    }

    private float number(long written) {
        return type.isReal() ? (float) type.real(written) : type.whole(written);
    }

    /**
     * Whether there can be such elements, as far as this is seen without a look at one of them.
     *
     * @throws ProblemException where there cannot
     */
    static void check(Reading reading, TensorMessage tensor, ExternalData external) {
        new TensorCheck(reading, tensor).count();
        ElementEncoding.of(tensor.elements())
                .ifPresent(type -> new TensorElements(reading, tensor, type, external).checkBytes());
    }

    private void checkBytes() {
        if (type == ElementEncoding.STRING) {
            check.count();
        } else if (tensor.isExternal()) {
            external.check(tensor, check.bytes(type));
        } else {
            part(Field.RAW_DATA)
                    .ifPresent(raw -> check.requireLength(raw.bytes().length(), check.bytes(type)));
        }
    }

    private Optional<Elements> elements() {
        checkBytes();
        if (isAbsent()) {
            return Optional.empty();
        }
        check.requireFew();
        return Optional.of(type == ElementEncoding.STRING ? texts() : type.isReal() ? reals(units()) : wholes(units()));
    }

    private boolean isAbsent() {
        return tensor.isExternal()
                ? type == ElementEncoding.STRING || external.isAbsent(tensor)
                : tensor.data().isEmpty() && check.count() > 0;
    }

    private Elements texts() {
        List<ByteRange> texts = tensor.data().stream()
                .filter(part -> part.field() == Field.STRING_DATA)
                .map(Part::bytes)
                .toList();
        check.requireCount(texts.size(), check.count());
        check.requireShort(texts.stream().mapToLong(ByteRange::length).sum());
        return new Elements.Texts(texts.stream().map(reading::decoded).toList());
    }

    /** What is written together: an element, or some small ones. */
    private long[] units() {
        if (tensor.isExternal()) {
            FileBytes bytes = external.bytes(tensor, check.bytes(type));
            return raw(bytes, bytes.all());
        }
        return part(Field.RAW_DATA)
                .map(raw -> raw(reading.bytes(), raw.bytes()))
                .orElseGet(this::typed);
    }

    private Optional<Part> part(Field field) {
        return tensor.data().stream().filter(part -> part.field() == field).findFirst();
    }

    private long[] raw(FileBytes bytes, ByteRange range) {
        long[] units = new long[Math.toIntExact(check.units(type))];
        for (int i = 0; i < units.length; i++) {
            units[i] = bytes.littleEndian(range.offset() + (long) i * type.unitBytes(), type.unitBytes());
        }
        return units;
    }

    private long[] typed() {
        long[] units = new long[Math.toIntExact(check.units(type))];
        long done = 0;
        for (Part part : tensor.data()) {
            Cursor cursor = new Cursor(reading, part.bytes());
            while (part.field() == type.field() && !cursor.isAtEnd()) {
                long unit = unit(cursor, part.field());
                if (done < units.length) {
                    units[(int) done] = unit;
                }
                done++;
            }
        }
        check.requireCount(done, units.length);
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

    private Elements reals(long[] units) {
        double[] reals = new double[Math.toIntExact(check.count())];
        for (int i = 0; i < reals.length; i++) {
            reals[i] = type.real(element(units, i));
        }
        return new Elements.Reals(reals);
    }

    private Elements wholes(long[] units) {
        long[] wholes = new long[Math.toIntExact(check.count())];
        for (int i = 0; i < wholes.length; i++) {
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
