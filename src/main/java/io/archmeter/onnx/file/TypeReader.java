package io.archmeter.onnx.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** {@code TypeProto}, and what is in it. */
final class TypeReader {
    private static final int TENSOR = 1;
    private static final int SEQUENCE = 4;
    private static final int MAP = 5;
    private static final int OPAQUE = 7;
    private static final int SPARSE_TENSOR = 8;
    private static final int OPTIONAL = 9;

    private TypeReader() {}

    /**
     * Reads a type; empty where it is of no kind that is known.
     *
     * @param parts at least one
     * @param depth in how many other types it is
     */
    static Optional<TypeMessage> read(Reading reading, List<ByteRange> parts, int depth) {
        reading.requireDepth(depth, parts.get(0).offset());
        reading.holdObject();
        int kind = 0;
        List<ByteRange> content = new ArrayList<>();
        Fields fields = new Fields(reading, parts);
        while (fields.nextBytes()) {
            if (isKind(fields.number())) {
                // A type is one of them: another kind takes the place of what was there before.
                if (fields.number() != kind) {
                    content.clear();
                }
                kind = fields.number();
                reading.holdObject();
                content.add(fields.value());
            }
        }
        return switch (kind) {
            case TENSOR, SPARSE_TENSOR -> Optional.of(tensor(reading, content));
            case SEQUENCE -> Optional.of(new TypeMessage.Sequence(inner(reading, content, depth)));
            case OPTIONAL -> Optional.of(new TypeMessage.Maybe(inner(reading, content, depth)));
            case MAP -> Optional.of(new TypeMessage.Map());
            default -> Optional.empty();
        };
    }

    private static boolean isKind(int field) {
        return field == TENSOR || field == SEQUENCE || field == MAP || field >= OPAQUE && field <= OPTIONAL;
    }

    private static Optional<TypeMessage> inner(Reading reading, List<ByteRange> parts, int depth) {
        List<ByteRange> inner = new ArrayList<>();
        Fields fields = new Fields(reading, parts);
        while (fields.nextBytes()) {
            if (fields.number() == 1) {
                inner.add(fields.value());
            }
        }
        return inner.isEmpty() ? Optional.empty() : read(reading, inner, depth + 1);
    }

    private static TypeMessage tensor(Reading reading, List<ByteRange> parts) {
        int elements = 0;
        List<ByteRange> shape = new ArrayList<>();
        Fields fields = new Fields(reading, parts);
        while (fields.next()) {
            if (fields.isWhole() && fields.number() == 1) {
                elements = (int) fields.whole();
            } else if (fields.isBytes() && fields.number() == 2) {
                shape.add(fields.value());
            }
        }
        return new TypeMessage.Tensor(
                elements, shape.isEmpty() ? Optional.empty() : Optional.of(dimensions(reading, shape)));
    }

    private static List<DimensionMessage> dimensions(Reading reading, List<ByteRange> shape) {
        List<DimensionMessage> dimensions = new ArrayList<>();
        Fields fields = new Fields(reading, shape);
        while (fields.nextBytes()) {
            if (fields.number() == 1) {
                dimensions.add(dimension(reading, fields.value()));
            }
        }
        return dimensions;
    }

    /** It has a number or a name, whichever comes last. */
    private static DimensionMessage dimension(Reading reading, ByteRange message) {
        reading.holdObject();
        DimensionMessage dimension = new DimensionMessage(OptionalLong.empty(), "");
        Fields fields = new Fields(reading, message);
        while (fields.next()) {
            if (fields.isWhole() && fields.number() == 1) {
                dimension = new DimensionMessage(OptionalLong.of(fields.whole()), "");
            } else if (fields.isBytes() && fields.number() == 2) {
                dimension = new DimensionMessage(OptionalLong.empty(), fields.text());
            }
        }
        return dimension;
    }
}
