package io.archmeter.onnx.file;

import java.util.List;
import java.util.Map;

/**
 * {@code TensorProto}: a tensor whose elements stay in the file, or in another one.
 *
 * @param elements their type, a number of {@code TensorProto.DataType}
 * @param data where the elements lie in this file: one part, or several where a field is there several times
 * @param external key and value pairs that say where they lie in another file, {@code external_data}; empty where they lie in this one
 * @param isExternal whether {@code data_location} says that they lie in another file
 * @param place of the message in the file
 */
public record TensorMessage(
        String name,
        int elements,
        List<Long> dimensions,
        List<Part> data,
        Map<String, String> external,
        boolean isExternal,
        ByteRange place) {
    /** The field of {@code TensorProto} that elements are written in. */
    public enum Field {
        FLOAT_DATA,
        INT32_DATA,
        STRING_DATA,
        INT64_DATA,
        RAW_DATA,
        DOUBLE_DATA,
        UINT64_DATA
    }

    /**
     * Some of the elements.
     *
     * @param packed whether the bytes are elements one after the other, and not one element alone
     */
    public record Part(Field field, boolean packed, ByteRange bytes) {}

    public TensorMessage {
        dimensions = List.copyOf(dimensions);
        data = List.copyOf(data);
        external = Entries.copyOf(external);
    }
}
