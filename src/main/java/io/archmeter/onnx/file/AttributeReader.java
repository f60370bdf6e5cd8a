package io.archmeter.onnx.file;

import io.archmeter.onnx.file.AttributeMessage.Content;
import java.util.ArrayList;
import java.util.List;

/** {@code AttributeProto}. */
final class AttributeReader {
    private static final int FLOAT = 1;
    private static final int INT = 2;
    private static final int STRING = 3;
    private static final int TENSOR = 4;
    private static final int GRAPH = 5;
    private static final int FLOATS = 6;
    private static final int INTS = 7;
    private static final int STRINGS = 8;
    private static final int TENSORS = 9;
    private static final int GRAPHS = 10;
    private static final int SPARSE_TENSOR = 11;
    private static final int SPARSE_TENSORS = 12;
    private static final int TYPE = 13;
    private static final int TYPES = 14;

    private final Reading reading;
    private final int depth;
    private final boolean[] isSet = new boolean[TYPES + 1];
    private final List<ByteRange> tensor = new ArrayList<>();
    private final List<ByteRange> graph = new ArrayList<>();
    private final List<ByteRange> sparseTensor = new ArrayList<>();
    private final List<ByteRange> type = new ArrayList<>();
    private final List<Float> reals = new ArrayList<>();
    private final List<Long> wholes = new ArrayList<>();
    private final List<String> texts = new ArrayList<>();
    private String name = "";
    private String reference = "";
    private int said;
    private float real;
    private long whole;
    private String text = "";

    private AttributeReader(Reading reading, int depth) {
        this.reading = reading;
        this.depth = depth;
    }

    /**
     * Reads an attribute.
     *
     * @param depth in how many other graphs the graph of its node is
     */
    static AttributeMessage read(Reading reading, ByteRange message, int depth) {
        reading.holdNode();
        AttributeReader reader = new AttributeReader(reading, depth);
        Fields fields = new Fields(reading, message);
        while (fields.next()) {
            reader.take(fields);
        }
        return new AttributeMessage(reader.name, reader.reference, reader.content());
    }

    private void take(Fields fields) {
        switch (fields.number()) {
            case 7 ->
                fields.reals(each -> {
                    isSet[FLOATS] = true;
                    reading.holdNumber();
                    reals.add(each);
                });
            case 8 ->
                fields.wholes(each -> {
                    isSet[INTS] = true;
                    reading.holdNumber();
                    wholes.add(each);
                });
            default -> {
                if (fields.isBytes()) {
                    takeBytes(fields);
                } else {
                    takeNumber(fields);
                }
            }
        }
    }

    private void takeNumber(Fields fields) {
        if (fields.number() == 2 && fields.isReal()) {
            isSet[FLOAT] = true;
            real = fields.real();
        } else if (fields.number() == 3 && fields.isWhole()) {
            isSet[INT] = true;
            whole = fields.whole();
        } else if (fields.number() == 20 && fields.isWhole()) {
            said = (int) fields.whole();
        }
    }

    private void takeBytes(Fields fields) {
        switch (fields.number()) {
            case 1 -> name = fields.text();
            case 4 -> {
                isSet[STRING] = true;
                text = fields.text();
            }
            case 5 -> part(TENSOR, tensor, fields);
            case 6 -> part(GRAPH, graph, fields);
            case 9 -> {
                isSet[STRINGS] = true;
                texts.add(fields.text());
            }
            case 10 -> isSet[TENSORS] = true;
            case 11 -> isSet[GRAPHS] = true;
            case 14 -> part(TYPE, type, fields);
            case 15 -> isSet[TYPES] = true;
            case 21 -> reference = fields.text();
            case 22 -> part(SPARSE_TENSOR, sparseTensor, fields);
            case 23 -> isSet[SPARSE_TENSORS] = true;
            default -> {}
        }
    }

    private void part(int kind, List<ByteRange> parts, Fields fields) {
        isSet[kind] = true;
        reading.holdObject();
        parts.add(fields.value());
    }

    /** What the attribute says that it is; where it does not, the first field that is set. */
    private Content content() {
        int kind = said;
        if (kind == 0) {
            while (kind < TYPES && !isSet[kind]) {
                kind++;
            }
        }
        return kind > 0 && kind <= TYPES && (isSet[kind] || mayBeUnset(kind))
                ? content(kind)
                : new AttributeMessage.Nothing();
    }

    /** Some programs leave out zeros and empty texts, and a list without elements is written nowhere. */
    private boolean mayBeUnset(int kind) {
        boolean plain = kind <= STRING || kind >= FLOATS && kind <= STRINGS;
        return said != 0 && plain && reference.isEmpty();
    }

    private Content content(int kind) {
        return switch (kind) {
            case FLOAT -> new AttributeMessage.Real(real);
            case INT -> new AttributeMessage.Whole(whole);
            case STRING -> new AttributeMessage.Text(text);
            case TENSOR -> new AttributeMessage.Tensor(TensorReader.read(reading, tensor));
            case GRAPH -> new AttributeMessage.Graph(GraphReader.read(reading, graph, depth + 1));
            case FLOATS -> new AttributeMessage.Reals(reals);
            case INTS -> new AttributeMessage.Wholes(wholes);
            case STRINGS -> new AttributeMessage.Texts(texts);
            case SPARSE_TENSOR -> new AttributeMessage.SparseTensor(SmallReaders.sparseTensor(reading, sparseTensor));
            case TYPE ->
                TypeReader.read(reading, type, 0)
                        .<Content>map(AttributeMessage.Type::new)
                        .orElseGet(AttributeMessage.Nothing::new);
            default -> new AttributeMessage.Others();
        };
    }
}
