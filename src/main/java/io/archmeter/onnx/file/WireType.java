package io.archmeter.onnx.file;

/** How the value of a field is written, in the order of their numbers (protobuf.dev, "Encoding"). */
enum WireType {
    VARINT,
    EIGHT_BYTES,
    LENGTH_DELIMITED,
    GROUP_START,
    GROUP_END,
    FOUR_BYTES;

    private static final WireType[] ALL = values();

    static int count() {
        return ALL.length;
    }

    static WireType of(int number) {
        return ALL[number];
    }
}
