package io.archmeter.onnx.file;

import io.archmeter.onnx.file.TensorMessage.Field;
import io.archmeter.onnx.file.TensorMessage.Part;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code TensorProto}: where its elements lie is taken down, and none of them is looked at. */
final class TensorReader {
    private static final int EXTERNAL = 1;

    private final Reading reading;
    private final List<Long> dimensions = new ArrayList<>();
    private final List<Part> data = new ArrayList<>();
    private final Map<String, String> external = new LinkedHashMap<>();
    private List<Part> raw = List.of();
    private String name = "";
    private int elements;
    private boolean isExternal;

    private TensorReader(Reading reading) {
        this.reading = reading;
    }

    /**
     * Reads a tensor.
     *
     * @param parts at least one
     */
    static TensorMessage read(Reading reading, List<ByteRange> parts) {
        reading.holdNode();
        TensorReader reader = new TensorReader(reading);
        Fields fields = new Fields(reading, parts);
        while (fields.next()) {
            reader.take(fields);
        }
        return reader.message(parts.get(0));
    }

    private TensorMessage message(ByteRange place) {
        data.addAll(raw);
        return new TensorMessage(name, elements, dimensions, data, external, isExternal, place);
    }

    private void take(Fields fields) {
        switch (fields.number()) {
            case 1 ->
                fields.wholes(extent -> {
                    reading.holdNumber();
                    dimensions.add(extent);
                });
            case 4 -> addNumbers(Field.FLOAT_DATA, WireType.FOUR_BYTES, fields);
            case 5 -> addNumbers(Field.INT32_DATA, WireType.VARINT, fields);
            case 7 -> addNumbers(Field.INT64_DATA, WireType.VARINT, fields);
            case 10 -> addNumbers(Field.DOUBLE_DATA, WireType.EIGHT_BYTES, fields);
            case 11 -> addNumbers(Field.UINT64_DATA, WireType.VARINT, fields);
            default -> {
                if (fields.isBytes()) {
                    takeBytes(fields);
                } else if (fields.isWhole()) {
                    takeNumber(fields);
                }
            }
        }
    }

    private void takeNumber(Fields fields) {
        if (fields.number() == 2) {
            elements = (int) fields.whole();
        } else if (fields.number() == 14 && (fields.whole() == 0 || fields.whole() == EXTERNAL)) {
            isExternal = fields.whole() == EXTERNAL;
        }
    }

    private void takeBytes(Fields fields) {
        switch (fields.number()) {
            case 6 -> add(Field.STRING_DATA, fields);
            case 8 -> name = fields.text();
            case 9 -> raw = List.of(new Part(Field.RAW_DATA, true, fields.value()));
            case 13 -> SmallReaders.entry(reading, fields.value(), external);
            default -> {}
        }
    }

    private void addNumbers(Field field, WireType alone, Fields fields) {
        if (fields.isBytes() || fields.type() == alone) {
            add(field, fields);
        }
    }

    private void add(Field field, Fields fields) {
        reading.holdPart();
        data.add(new Part(field, fields.isBytes() && field != Field.STRING_DATA, fields.value()));
    }
}
