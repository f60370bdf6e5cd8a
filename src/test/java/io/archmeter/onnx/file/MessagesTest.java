package io.archmeter.onnx.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.archmeter.onnx.file.AttributeMessage.Content;
import io.archmeter.program.Growth;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntConsumer;
import org.junit.jupiter.api.Test;

/** What the wire format allows and exporters rarely write; numbers of fields are those of {@code onnx/onnx.proto}. */
class MessagesTest {
    private static final byte[] NO_UTF_8 = {'a', (byte) 0xFF, 'b'};

    private static ModelMessage read(Written model) {
        return OnnxFiles.read(model.toBytes(), "model.onnx").message();
    }

    private static GraphMessage graph(Written graph) {
        return read(Written.model(graph)).graph().orElseThrow();
    }

    private static NodeMessage node(Written node) {
        return graph(Written.graph(node)).nodes().get(0);
    }

    private static Content attribute(Written attribute) {
        return node(Written.node("Op").message(5, attribute))
                .attributes()
                .get(0)
                .content();
    }

    private static Optional<TypeMessage> type(Written type) {
        return graph(new Written().message(11, new Written().text(1, "x").message(2, type)))
                .inputs()
                .get(0)
                .type();
    }

    private static TensorMessage tensor(Written tensor) {
        return graph(new Written().message(5, tensor)).initializers().get(0);
    }

    @Test
    void fieldsComeInAnyOrder() {
        Written graph = new Written()
                .text(2, "main")
                .message(12, new Written().text(1, "y"))
                .message(1, Written.node("Relu").text(2, "y").text(1, "x"))
                .message(11, new Written().text(1, "x"));
        ModelMessage model = read(new Written()
                .message(7, graph)
                .text(3, "2.9")
                .message(8, new Written().number(2, 17).text(1, "ai.onnx"))
                .number(1, 8)
                .text(2, "pytorch"));
        assertThat(model)
                .returns(8L, ModelMessage::irVersion)
                .returns("pytorch", ModelMessage::producer)
                .returns("2.9", ModelMessage::producerVersion)
                .returns(List.of(new OpsetMessage("ai.onnx", 17)), ModelMessage::opsets);
        assertThat(model.graph().orElseThrow().nodes())
                .singleElement()
                .returns("Relu", NodeMessage::operator)
                .returns(List.of("x"), NodeMessage::inputs)
                .returns(List.of("y"), NodeMessage::outputs);
    }

    /** protobuf.dev, "Last One Wins": messages are merged, lists become longer, of numbers and texts the last counts. */
    @Test
    void aMessageThatIsThereTwiceIsMerged() {
        ModelMessage model = read(new Written()
                .message(7, Written.graph(Written.node("Relu")).text(2, "first"))
                .number(1, 7)
                .message(7, Written.graph(Written.node("Tanh")).text(2, "second"))
                .number(1, 8));
        assertThat(model.irVersion()).isEqualTo(8);
        assertThat(model.graph().orElseThrow()).returns("second", GraphMessage::name);
        assertThat(model.graph().orElseThrow().nodes())
                .extracting(NodeMessage::operator)
                .containsExactly("Relu", "Tanh");
        Written tensor = new Written().number(1, 2).number(2, 1);
        assertThat(attribute(new Written().message(5, tensor).message(5, new Written().number(1, 3))))
                .isInstanceOfSatisfying(
                        AttributeMessage.Tensor.class,
                        merged -> assertThat(merged.value())
                                .returns(List.of(2L, 3L), TensorMessage::dimensions)
                                .returns(1, TensorMessage::elements));
    }

    @Test
    void numbersOfAListArePackedOrNot() {
        assertThat(tensor(new Written().number(1, 2).numbers(1, 3, 4).number(1, 300))
                        .dimensions())
                .containsExactly(2L, 3L, 4L, 300L);
        assertThat(attribute(new Written().numbers(8, 1, -1).number(8, Long.MIN_VALUE)))
                .isEqualTo(new AttributeMessage.Wholes(List.of(1L, -1L, Long.MIN_VALUE)));
        Written packed = new Written().raw((byte) 0, (byte) 0, (byte) 0x80, (byte) 0x3F);
        assertThat(attribute(new Written().real(7, 0.5F).message(7, packed)))
                .isEqualTo(new AttributeMessage.Reals(List.of(0.5F, 1F)));
    }

    @Test
    void whatIsUnknownIsPassedOver() {
        Written graph = Written.graph(Written.node("Relu"))
                .text(999, "later")
                .groupStart(3)
                .number(1, 1)
                .groupStart(4)
                .text(2, "inner")
                .groupEnd(4)
                .groupEnd(3)
                .real(77, 1.0)
                .text(2, "main");
        assertThat(graph(graph))
                .returns("main", GraphMessage::name)
                .satisfies(read -> assertThat(read.nodes()).hasSize(1));
    }

    /** As protobuf does: a field that is written otherwise than it should be is one that nobody knows. */
    @Test
    void aFieldWrittenAsSomethingElseIsPassedOver() {
        Written model = Written.model(Written.graph(Written.node("Relu").number(4, 1)))
                .real(7, 1.0)
                .real(1, 1F)
                .number(2, 5);
        assertThat(read(model)).returns(8L, ModelMessage::irVersion).returns("", ModelMessage::producer);
        assertThat(read(model).graph().orElseThrow().nodes().get(0).operator()).isEqualTo("Relu");
        assertThat(tensor(new Written()
                        .real(1, 2F)
                        .real(4, 2.0)
                        .number(9, 3)
                        .text(2, "x")
                        .number(10, 4)))
                .returns(List.of(), TensorMessage::dimensions)
                .returns(List.of(), TensorMessage::data)
                .returns(0, TensorMessage::elements);
    }

    @Test
    void aNameThatIsNotUtf8KeepsWhatCanBeRead() {
        assertThat(node(Written.node("Relu").bytes(3, NO_UTF_8)).name()).isEqualTo("a\uFFFDb");
    }

    /** The files of the first version, by PyTorch 0.2, do not say what an attribute is. */
    @Test
    void anAttributeWithoutATypeIsWhatIsSet() {
        assertThat(attribute(new Written().real(2, 0.5F))).isEqualTo(new AttributeMessage.Real(0.5F));
        assertThat(attribute(new Written().number(3, 0))).isEqualTo(new AttributeMessage.Whole(0));
        assertThat(attribute(new Written().text(4, "SAME"))).isEqualTo(new AttributeMessage.Text("SAME"));
        assertThat(attribute(new Written().text(9, "a").text(9, "b")))
                .isEqualTo(new AttributeMessage.Texts(List.of("a", "b")));
        assertThat(attribute(new Written().message(10, new Written()))).isEqualTo(new AttributeMessage.Others());
        assertThat(attribute(new Written().text(1, "alone"))).isEqualTo(new AttributeMessage.Nothing());
    }

    /** Numbers of types: AttributeProto.AttributeType. A program that writes no zeros leaves them out. */
    @Test
    void anAttributeWithATypeMayLeaveOutZeroAndNothing() {
        assertThat(attribute(new Written().number(20, 2))).isEqualTo(new AttributeMessage.Whole(0));
        assertThat(attribute(new Written().number(20, 1))).isEqualTo(new AttributeMessage.Real(0));
        assertThat(attribute(new Written().number(20, 7))).isEqualTo(new AttributeMessage.Wholes(List.of()));
        assertThat(attribute(new Written().number(20, 4))).isEqualTo(new AttributeMessage.Nothing());
        assertThat(attribute(new Written().number(20, 99).number(3, 1))).isEqualTo(new AttributeMessage.Nothing());
        assertThat(attribute(new Written().number(20, 2).text(21, "alpha"))).isEqualTo(new AttributeMessage.Nothing());
    }

    @Test
    void aTypeIsTheOneThatComesLast() {
        Written tensor = new Written().number(1, 1);
        Written shape = new Written().message(2, new Written().message(1, new Written().text(2, "batch")));
        assertThat(type(new Written().message(1, tensor).message(1, shape)))
                .contains(new TypeMessage.Tensor(
                        1, Optional.of(List.of(new DimensionMessage(OptionalLong.empty(), "batch")))));
        assertThat(type(new Written()
                        .message(1, tensor)
                        .message(4, new Written())
                        .message(1, new Written().number(1, 7))))
                .contains(new TypeMessage.Tensor(7, Optional.empty()));
        assertThat(type(new Written().message(9, new Written().message(1, new Written().message(4, new Written())))))
                .contains(new TypeMessage.Maybe(Optional.of(new TypeMessage.Sequence(Optional.empty()))));
        assertThat(type(new Written().message(5, new Written()))).contains(new TypeMessage.Map());
        assertThat(type(new Written().message(7, new Written()))).isEmpty();
    }

    @Test
    void anExtentHasANumberOrAName() {
        Written both = new Written().text(2, "n").number(1, 3);
        Written other = new Written().number(1, 3).text(2, "n");
        Written shape = new Written().message(1, both).message(1, other).message(1, new Written());
        assertThat(type(new Written().message(8, new Written().message(2, shape))))
                .contains(new TypeMessage.Tensor(
                        0,
                        Optional.of(List.of(
                                new DimensionMessage(OptionalLong.of(3), ""),
                                new DimensionMessage(OptionalLong.empty(), "n"),
                                new DimensionMessage(OptionalLong.empty(), "")))));
    }

    /** Real files name them in pairs; the last of two with one key counts. */
    @Test
    void entriesKeepTheirOrder() {
        Written first = new Written().text(1, "b").text(2, "1");
        Written second = new Written().text(2, "2").text(1, "a");
        Written model = Written.model(new Written())
                .message(14, first)
                .message(14, second)
                .message(14, new Written());
        assertThat(read(model).metadata()).containsExactly(Map.entry("b", "1"), Map.entry("a", "2"), Map.entry("", ""));
    }

    @Test
    void messagesKnowTheirPlace() {
        byte[] file = Written.model(Written.graph(Written.node("Relu"))).toBytes();
        GraphMessage graph =
                OnnxFiles.read(file, "model.onnx").message().graph().orElseThrow();
        // 08 08 | 3A 08: the graph | 0A 06: the node | 22 04: its operator | Relu
        assertThat(graph.place()).isEqualTo(new ByteRange(4, 8));
        assertThat(graph.nodes().get(0).place()).isEqualTo(new ByteRange(6, 6));
    }

    /** Raw elements are one field, of which the last counts; others are parts of a list. */
    @Test
    void elementsStayWhereTheyAre() {
        Written tensor = new Written()
                .bytes(9, (byte) 1)
                .real(4, 1F)
                .message(4, new Written())
                .bytes(9, (byte) 2);
        assertThat(tensor(tensor).data())
                .extracting(
                        TensorMessage.Part::field,
                        TensorMessage.Part::packed,
                        part -> part.bytes().length())
                .containsExactly(
                        tuple(TensorMessage.Field.FLOAT_DATA, false, 4L),
                        tuple(TensorMessage.Field.FLOAT_DATA, true, 0L),
                        tuple(TensorMessage.Field.RAW_DATA, true, 1L));
    }

    @Test
    void aSparseTensorWithoutItsTensorsHasNoElements() {
        SparseTensorMessage sparse = graph(new Written().message(15, new Written().number(3, 4)))
                .sparseInitializers()
                .get(0);
        assertThat(sparse.dimensions()).containsExactly(4L);
        assertThat(sparse.values().data()).isEmpty();
        assertThat(sparse.indices().name()).isEmpty();
    }

    @Test
    void aFunctionIsAMessageOfTheModel() {
        Written function = new Written()
                .text(1, "twice")
                .text(10, "own")
                .text(13, "b")
                .text(4, "x")
                .text(5, "y")
                .text(6, "alpha")
                .message(7, Written.node("Add"))
                .message(9, new Written().number(2, 17))
                .message(11, new Written().text(1, "beta").number(3, 2));
        assertThat(read(Written.model(new Written()).message(25, function)).functions())
                .singleElement()
                .returns("twice", FunctionMessage::name)
                .returns("own", FunctionMessage::domain)
                .returns("b", FunctionMessage::overload)
                .returns(List.of("x"), FunctionMessage::inputs)
                .returns(List.of("y"), FunctionMessage::outputs)
                .returns(List.of("alpha"), FunctionMessage::attributes)
                .returns(List.of(new OpsetMessage("", 17)), FunctionMessage::opsets)
                .returns(
                        List.of(new AttributeMessage("beta", "", new AttributeMessage.Whole(2))),
                        FunctionMessage::defaults)
                .satisfies(read -> assertThat(read.nodes()).hasSize(1));
    }

    @Test
    void graphsWithinGraphsAreRead() {
        Written inner = Written.graph(Written.node("Relu"));
        for (int i = 0; i < 30; i++) {
            inner = Written.graph(Written.node("If").message(5, new Written().message(6, inner)));
        }
        GraphMessage graph = graph(inner);
        int depth = 0;
        while (graph.nodes().get(0).operator().equals("If")) {
            graph = ((AttributeMessage.Graph)
                            graph.nodes().get(0).attributes().get(0).content())
                    .value();
            depth++;
        }
        assertThat(depth).isEqualTo(30);
    }

    @Test
    void aMillionNumbersAreAListLikeOthers() {
        Written attribute = new Written().numbers(8, new long[1_000_000]);
        assertThat(attribute(attribute))
                .isInstanceOfSatisfying(
                        AttributeMessage.Wholes.class,
                        list -> assertThat(list.values()).hasSize(1_000_000));
    }

    /** So many nodes, one after the other, each with names of its own. */
    static final class ManyNodes implements IntConsumer {
        @Override
        public void accept(int count) {
            Written graph = new Written();
            for (int i = 0; i < count; i++) {
                graph.message(
                        1,
                        Written.node("Relu")
                                .text(1, "x" + i)
                                .text(2, "x" + (i + 1))
                                .message(5, new Written()));
            }
            ModelFile.read(FileBytes.of(Written.model(graph).toBytes()), Path.of(""), "chain.onnx");
        }
    }

    @Test
    void twiceAsManyNodesTakeTwiceAsLong() {
        Growth.requireProportional(ManyNodes.class, 2_000);
    }

    /** Keys that all have the same hash code: "Aa" and "BB" have. */
    static final class CollidingKeys implements IntConsumer {
        @Override
        public void accept(int count) {
            Written model = Written.model(new Written());
            for (int i = 0; i < count; i++) {
                String bits = Integer.toBinaryString(1 << 16 | i).substring(1);
                String key = bits.replace("0", "Aa").replace("1", "BB");
                model.message(14, new Written().text(1, key));
            }
            ModelFile.read(FileBytes.of(model.toBytes()), Path.of(""), "keys.onnx");
        }
    }

    @Test
    void keysThatCollideTakeNoLonger() {
        Growth.requireProportional(CollidingKeys.class, 2_000);
    }
}
