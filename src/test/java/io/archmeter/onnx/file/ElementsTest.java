package io.archmeter.onnx.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Elements as {@code onnx.numpy_helper.to_array} of onnx 1.23.1 has them. */
class ElementsTest {
    private static final int FLOAT = 1;
    private static final int INT32 = 6;
    private static final int INT64 = 7;
    private static final int STRING = 8;

    private static Optional<Elements> elements(Written tensor) {
        Written graph = new Written().message(5, tensor);
        ModelFile file = OnnxFiles.read(Written.model(graph).toBytes(), "model.onnx");
        return file.elements(file.message().graph().orElseThrow().initializers().get(0));
    }

    private static Written tensor(int type, long... extents) {
        return new Written().numbers(1, extents).number(2, type);
    }

    private static String shown(Optional<Elements> elements) {
        return elements.orElseThrow().toString();
    }

    /** As real numbers, of which none here is too large; as texts, Java 17 and 19 write them differently. */
    private static List<Double> listed(Optional<Elements> elements) {
        return elements.orElseThrow() instanceof Elements.Reals reals
                ? DoubleStream.of(reals.values()).boxed().toList()
                : LongStream.of(((Elements.Wholes) elements.orElseThrow()).values())
                        .asDoubleStream()
                        .boxed()
                        .toList();
    }

    private static List<Double> listed(String... values) {
        return Stream.of(values).map(Double::valueOf).toList();
    }

    private static Problem problem(Written tensor) {
        return assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> elements(tensor))
                .actual()
                .problems()
                .get(0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2  | ff01                             | 255, 1",
                "3  | ff01                             | -1, 1",
                "4  | ffff0080                         | 65535, 32768",
                "5  | ffff0080                         | -1, -32768",
                "6  | ffffffff                         | -1",
                "7  | feffffffffffffff                 | -2",
                "9  | 0001                             | 0, 1",
                "12 | ffffffff                         | 4294967295",
                "13 | 0100000000000000                 | 1",
                "21 | 10325476                         | 0, 1, 2, 3, 4, 5, 6, 7",
                "22 | 98badcfe                         | -8, -7, -6, -5, -4, -3, -2, -1",
                "25 | e41b                             | 0, 1, 2, 3, 3, 2, 1, 0",
                "26 | e41b                             | 0, 1, -2, -1, -1, -2, 1, 0",
                "1  | cdcccc3d                         | 0.10000000149011612",
                "11 | 9a9999999999b93f                 | 0.1",
                "10 | 0100003c00c0ff7b007c007e00805535 "
                        + "| 5.960464477539063E-8, 1.0, -2.0, 65504.0, Infinity, NaN, -0.0, 0.333251953125",
                "16 | 0100803f00c07f7f807fc07f0080aa3e "
                        + "| 9.183549615799121E-41, 1.0, -2.0, 3.3895313892515355E38, Infinity, NaN, -0.0, 0.33203125",
                "17 | 00010708387b7c7e7f8081fcff "
                        + "| 0.0, 0.001953125, 0.013671875, 0.015625, 1.0, 352.0, 384.0, 448.0, NaN, -0.0, -0.001953125, -384.0, NaN",
                "18 | 00010708387b7c7e7f8081fcff "
                        + "| 0.0, 9.765625E-4, 0.0068359375, 0.0078125, 0.5, 176.0, 192.0, 224.0, 240.0, NaN, -9.765625E-4, -192.0, -240.0",
                "19 | 00010708387b7c7e7f8081fcff "
                        + "| 0.0, 1.52587890625E-5, 1.068115234375E-4, 1.220703125E-4, 0.5, 57344.0, Infinity, NaN, NaN, -0.0, -1.52587890625E-5, -Infinity, NaN",
                "20 | 00010708387b7c7e7f8081fcff "
                        + "| 0.0, 7.62939453125E-6, 5.340576171875E-5, 6.103515625E-5, 0.25, 28672.0, 32768.0, 49152.0, 57344.0, NaN, -7.62939453125E-6, -32768.0, -57344.0",
                "24 | 0001077b7c7e7f8081fcff "
                        + "| 5.877471754111438E-39, 1.1754943508222875E-38, 7.52316384526264E-37, 0.0625, 0.125, 0.5, 1.0, 2.0, 4.0, 4.253529586511731E37, NaN",
                "23 | 1032547698badcfe "
                        + "| 0.0, 0.5, 1.0, 1.5, 2.0, 3.0, 4.0, 6.0, -0.0, -0.5, -1.0, -1.5, -2.0, -3.0, -4.0, -6.0",
            })
    void rawElementsAreLittleEndian(int type, String bytes, String values) {
        Written tensor =
                tensor(type, values.split(",").length).bytes(9, HexFormat.of().parseHex(bytes));
        assertThat(listed(elements(tensor))).isEqualTo(listed(values.split(", ")));
    }

    /** Small elements, and real numbers of 16 bits, are bits of whole numbers. */
    @Test
    void elementsAreInTheFieldOfTheirType() {
        assertThat(shown(elements(tensor(3, 3).numbers(5, -128, -1, 127)))).isEqualTo("[-128, -1, 127]");
        assertThat(shown(elements(tensor(9, 3).numbers(5, 1, 0, 1)))).isEqualTo("[1, 0, 1]");
        assertThat(shown(elements(tensor(22, 3).numbers(5, 0x8F, 0x07)))).isEqualTo("[-1, -8, 7]");
        assertThat(shown(elements(tensor(10, 2).numbers(5, 0x3C00, 0xC000)))).isEqualTo("[1.0, -2.0]");
        assertThat(shown(elements(tensor(16, 1).numbers(5, 0x3F80)))).isEqualTo("[1.0]");
        assertThat(shown(elements(tensor(INT32, 2).numbers(5, -5, 5)))).isEqualTo("[-5, 5]");
        assertThat(shown(elements(tensor(INT64, 1).numbers(7, Long.MIN_VALUE)))).isEqualTo("[-9223372036854775808]");
        assertThat(shown(elements(tensor(12, 1).numbers(11, 4_294_967_295L)))).isEqualTo("[4294967295]");
        assertThat(shown(elements(tensor(11, 1).real(10, 0.1)))).isEqualTo("[0.1]");
        assertThat(elements(tensor(STRING, 2).text(6, "cat").text(6, "dög")))
                .contains(new Elements.Texts(List.of("cat", "dög")));
    }

    @Test
    void elementsArePackedOrNotOrBoth() {
        assertThat(elements(tensor(INT64, 4).number(7, 1).numbers(7, 2, 300).number(7, -1)))
                .contains(new Elements.Wholes(new long[] {1, 2, 300, -1}));
        Written packed = new Written().raw(new byte[] {0, 0, (byte) 0x80, 0x3F, 0, 0, 0, 0x40});
        assertThat(elements(tensor(FLOAT, 3).real(4, 0.5F).message(4, packed)))
                .contains(new Elements.Reals(new double[] {0.5, 1, 2}));
    }

    /** As ONNX Runtime does, where a file has both. */
    @Test
    void rawElementsComeFirst() {
        assertThat(shown(elements(tensor(2, 1).numbers(5, 1).bytes(9, (byte) 2))))
                .isEqualTo("[2]");
    }

    @Test
    void withoutAxesThereIsOneElementAndWithAnExtentOfZeroThereIsNone() {
        assertThat(elements(tensor(INT64).number(7, 9)).orElseThrow().count()).isEqualTo(1);
        assertThat(elements(tensor(INT64, 0)).orElseThrow().count()).isZero();
        assertThat(elements(tensor(FLOAT, 3, 0)).orElseThrow().count()).isZero();
        assertThat(elements(tensor(STRING, 0)).orElseThrow().count()).isZero();
        assertThat(elements(tensor(FLOAT, Long.MAX_VALUE, Long.MAX_VALUE, 0))
                        .orElseThrow()
                        .count())
                .isZero();
    }

    @Test
    void whatIsNotThereIsEmpty() {
        assertThat(elements(tensor(FLOAT, 2))).isEmpty();
        assertThat(elements(tensor(STRING, 2))).isEmpty();
        assertThat(elements(tensor(STRING, 2).number(14, 1))).isEmpty();
    }

    /** 14 and 15 are complex, 27 has six bits, 0 and 99 are no types. */
    @ParameterizedTest
    @CsvSource({"0", "14", "15", "27", "99"})
    void elementsOfOtherTypesAreNotDecoded(int type) {
        assertThat(elements(tensor(type, 1).bytes(9, new byte[16]))).isEmpty();
    }

    @Test
    void elementsAreAsManyAsTheExtentsSay() {
        assertThat(problem(tensor(INT64, 3).text(8, "shape").numbers(7, 1, 2)))
                .returns("wrong-data-length", Problem::code)
                .returns(
                        "the tensor 'shape', at byte 6, has 2 elements in the file, and 3 by its extents",
                        Problem::fact);
        assertThat(problem(tensor(INT64, 1).numbers(7, 1, 2)).fact()).contains("has 2 elements in the file, and 1");
        assertThat(problem(tensor(FLOAT, 2).numbers(7, 1, 2)).fact()).contains("has 0 elements in the file, and 2");
        assertThat(problem(tensor(STRING, 1).text(6, "a").text(6, "b")).fact()).contains("has 2 elements");
        assertThat(problem(tensor(22, 3).bytes(9, (byte) 1)).fact()).contains("has 1 bytes in the file, and 2");
        assertThat(problem(tensor(FLOAT, 0).bytes(9, (byte) 1)).fact()).contains("has 1 bytes in the file, and 0");
    }

    @Test
    void aNumberThatEndsOutsideIsNoElement() {
        assertThat(problem(tensor(INT64, 1).bytes(7, (byte) 0x80)).code()).isEqualTo("truncated-file");
        assertThat(problem(tensor(FLOAT, 1).bytes(4, (byte) 0, (byte) 0).text(8, "w"))
                        .code())
                .isEqualTo("broken-message");
    }

    @Test
    void elementsThatAreTooManyAreNotDecoded() {
        assertThat(problem(tensor(2, 5_000_000).bytes(9, new byte[5_000_000])))
                .returns("too-many-elements", Problem::code)
                .returns("the tensor, at byte 12, has 5000000 elements, and its values are needed", Problem::fact);
        assertThat(problem(tensor(STRING, 1).bytes(6, new byte[20_000_000])).fact())
                .isEqualTo("the tensor, at byte 12, has texts of 20000000 bytes, and they are needed");
    }

    /** A record hands out copies: who changes them changes nothing. */
    @Test
    void elementsDoNotChange() {
        long[] given = {1, 2};
        Elements.Wholes wholes = new Elements.Wholes(given);
        given[0] = 7;
        wholes.values()[1] = 7;
        assertThat(wholes)
                .isEqualTo(new Elements.Wholes(new long[] {1, 2}))
                .hasSameHashCodeAs(new Elements.Wholes(new long[] {1, 2}));
        Elements.Reals reals = new Elements.Reals(new double[] {1});
        reals.values()[0] = 7;
        assertThat(reals)
                .isEqualTo(new Elements.Reals(new double[] {1}))
                .hasSameHashCodeAs(new Elements.Reals(new double[] {1}));
        assertThat(reals.equals(wholes)).isFalse();
    }
}
