package io.archmeter.onnx.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The messages of two or three fields. */
final class SmallReaders {
    private SmallReaders() {}

    /** {@code StringStringEntryProto}; of two entries with the same key, the last counts. */
    static void entry(Reading reading, ByteRange message, Map<String, String> entries) {
        reading.holdObject();
        String key = "";
        String value = "";
        Fields fields = new Fields(reading, message);
        while (fields.nextBytes()) {
            switch (fields.number()) {
                case 1 -> key = fields.text();
                case 2 -> value = fields.text();
                default -> {}
            }
        }
        entries.put(key, value);
    }

    /** {@code OperatorSetIdProto}. */
    static OpsetMessage opset(Reading reading, ByteRange message) {
        reading.holdObject();
        String domain = "";
        long version = 0;
        Fields fields = new Fields(reading, message);
        while (fields.next()) {
            if (fields.isBytes() && fields.number() == 1) {
                domain = fields.text();
            } else if (fields.isWhole() && fields.number() == 2) {
                version = fields.whole();
            }
        }
        return new OpsetMessage(domain, version);
    }

    /** {@code ValueInfoProto}. */
    static ValueMessage value(Reading reading, ByteRange message) {
        reading.holdObject();
        String name = "";
        List<ByteRange> type = new ArrayList<>();
        Fields fields = new Fields(reading, message);
        while (fields.nextBytes()) {
            switch (fields.number()) {
                case 1 -> name = fields.text();
                case 2 -> type.add(fields.value());
                default -> {}
            }
        }
        return new ValueMessage(name, type.isEmpty() ? Optional.empty() : TypeReader.read(reading, type, 0));
    }

    /** {@code SparseTensorProto}; tensors that are not there have no elements. */
    static SparseTensorMessage sparseTensor(Reading reading, List<ByteRange> message) {
        reading.holdObject();
        List<ByteRange> values = new ArrayList<>();
        List<ByteRange> indices = new ArrayList<>();
        List<Long> dimensions = new ArrayList<>();
        Fields fields = new Fields(reading, message);
        while (fields.next()) {
            if (fields.number() == 3) {
                fields.wholes(extent -> {
                    reading.holdObject();
                    dimensions.add(extent);
                });
            } else if (fields.isBytes() && fields.number() == 1) {
                values.add(fields.value());
            } else if (fields.isBytes() && fields.number() == 2) {
                indices.add(fields.value());
            }
        }
        ByteRange nothing = new ByteRange(message.get(0).offset(), 0);
        return new SparseTensorMessage(
                TensorReader.read(reading, values.isEmpty() ? List.of(nothing) : values),
                TensorReader.read(reading, indices.isEmpty() ? List.of(nothing) : indices),
                dimensions);
    }
}
