package io.archmeter.op;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigInteger;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class ReadersTest {
    private static final List<String> ROUNDINGS = List.of("false", "true", "caffe");
    private static final List<String> WORDS = List.of("same", "valid");
    private static final String ROUND_IT =
            "write a whole number; an expression is rounded by =floor(…), =ceil(…) or =round_to(…, 8)";

    private static void refused(ThrowingCallable reading, String code, String fact, String remedy) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(reading)
                .returns(code, Refusal::code)
                .returns(fact, Refusal::fact)
                .returns(remedy, Refusal::remedy);
    }

    private static PlainValue value(String text) {
        return Written.value(text);
    }

    @Test
    void aCountIsAWholeNumberFromOne() {
        assertThat(Readers.count("channels", value("1"))).isEqualTo(1);
        assertThat(Readers.count("channels", value("4096.0"))).isEqualTo(4096);
        assertThat(Readers.count("channels", value("9223372036854775807"))).isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aCountIsNothingElse() {
        String expected = "write a count, such as 64";
        refused(
                () -> Readers.count("channels", value("many")),
                "wrong-type",
                "channels must be a count, but is the text 'many'",
                expected);
        refused(
                () -> Readers.count("channels", value("")),
                "wrong-type",
                "channels must be a count, but is nothing",
                expected);
        refused(
                () -> Readers.count("channels", value("37.5")),
                "fraction",
                "channels must be whole, but is 37.5",
                ROUND_IT);
        refused(
                () -> Readers.count("channels", value("0")),
                "out-of-range",
                "channels cannot be 0",
                "use a whole number, at least 1");
        refused(
                () -> Readers.count("channels", value("9223372036854775808")),
                "out-of-range",
                "channels cannot be 9223372036854775808",
                "use a whole number, at least 1");
    }

    @Test
    void anIntegerMayBeNegative() {
        assertThat(Readers.integer("axis", value("-1"))).isEqualTo(-1);
        assertThat(Readers.integer("axis", value("32767"))).isEqualTo(32767);
        assertThat(Readers.integer("axis", value("-32767"))).isEqualTo(-32767);
    }

    @Test
    void anIntegerIsNothingElse() {
        refused(
                () -> Readers.integer("axis", value("channels")),
                "wrong-type",
                "axis must be a whole number, but is the text 'channels'",
                "write a whole number, such as 1 or -1");
        refused(() -> Readers.integer("axis", value("0.5")), "fraction", "axis must be whole, but is 0.5", ROUND_IT);
        refused(
                () -> Readers.integer("axis", value("32768")),
                "out-of-range",
                "axis cannot be 32768",
                "use a whole number, from -32767 to 32767");
        refused(
                () -> Readers.integer("axis", value("-32768")),
                "out-of-range",
                "axis cannot be -32768",
                "use a whole number, from -32767 to 32767");
    }

    @Test
    void aNumberMayBeAnyNumberAndNothingElse() {
        assertThat(Readers.number("eps", value("0.00001"))).isEqualTo(1e-5);
        assertThat(Readers.number("eps", value("-2"))).isEqualTo(-2.0);
        refused(
                () -> Readers.number("eps", value("true")),
                "wrong-type",
                "eps must be a number, but is true",
                "write a number, such as 0.5");
    }

    @Test
    void aFlagIsTrueOrFalseAndNothingElse() {
        assertThat(Readers.flag("bias", value("true"))).isTrue();
        assertThat(Readers.flag("bias", value("false"))).isFalse();
        refused(
                () -> Readers.flag("bias", value("1")),
                "wrong-type",
                "bias must be true or false, but is 1",
                "write true or false");
    }

    @Test
    void aChoiceIsOneOfItsWords() {
        assertThat(Readers.choice("ceil_mode", ROUNDINGS, value("caffe"))).isEqualTo("caffe");
        assertThat(Readers.choice("ceil_mode", ROUNDINGS, value("true"))).isEqualTo("true");
    }

    @Test
    void aChoiceIsNothingElse() {
        refused(
                () -> Readers.choice("ceil_mode", ROUNDINGS, value("cafe")),
                "unknown-choice",
                "ceil_mode cannot be 'cafe'",
                "did you mean 'caffe'?");
        refused(
                () -> Readers.choice("ceil_mode", ROUNDINGS, value("up")),
                "unknown-choice",
                "ceil_mode cannot be 'up'",
                "use one of: false, true, caffe");
        refused(
                () -> Readers.choice("ceil_mode", ROUNDINGS, value("1")),
                "wrong-type",
                "ceil_mode must be one of false, true, caffe, but is 1",
                "write one of false, true, caffe");
    }

    @Test
    void aNumberPerAxisIsACountOrAListOfThem() {
        assertThat(Readers.perAxis("kernel", value("3"))).isEqualTo(PerAxis.of(3));
        assertThat(Readers.perAxis("kernel", value("[1, 7]"))).isEqualTo(new PerAxis(List.of(1, 7)));
        assertThat(Readers.perAxis("kernel", value("32767"))).isEqualTo(PerAxis.of(32767));
    }

    @Test
    void aNumberPerAxisIsNothingElse() {
        String expected = "a count, or a list of one per spatial axis";
        String remedy = "write a count such as 3, or one per spatial axis such as [3, 3]";
        refused(
                () -> Readers.perAxis("kernel", value("[]")),
                "wrong-type",
                "kernel must be " + expected + ", but is the list []",
                remedy);
        refused(
                () -> Readers.perAxis("kernel", value("[1, wide]")),
                "wrong-type",
                "kernel must be " + expected + ", but is the text 'wide'",
                remedy);
        refused(
                () -> Readers.perAxis("kernel", value("[1, [7]]")),
                "wrong-type",
                "kernel must be " + expected + ", but is the list [7]",
                remedy);
        refused(
                () -> Readers.perAxis("kernel", value("[3, 1.5]")),
                "fraction",
                "kernel must be whole, but is 1.5",
                ROUND_IT);
        refused(
                () -> Readers.perAxis("kernel", value("0")),
                "out-of-range",
                "kernel cannot be 0",
                "use a whole number, from 1 to 32767");
        refused(
                () -> Readers.perAxis("kernel", value("32768")),
                "out-of-range",
                "kernel cannot be 32768",
                "use a whole number, from 1 to 32767");
    }

    @Test
    void aPaddingIsSameOrANumberOrAList() {
        assertThat(Readers.padding("padding", WORDS, value("same"))).isEqualTo(new Padding.Same());
        assertThat(Readers.padding("padding", WORDS, value("valid"))).isEqualTo(Padding.NONE);
        assertThat(Readers.padding("padding", WORDS, value("0"))).isEqualTo(Padding.NONE);
        assertThat(Readers.padding("padding", WORDS, value("[0, 1, 2, 3]")))
                .isEqualTo(new Padding.Explicit(List.of(0, 1, 2, 3)));
    }

    @Test
    void aPaddingIsNothingElse() {
        String numbers = "0 or a count, or a list of one per spatial axis or side";
        String remedy = "write a count such as 1, one per axis such as [1, 1], or one per side such as [0, 0, 1, 1]";
        refused(
                () -> Readers.padding("padding", WORDS, value("sam")),
                "unknown-choice",
                "padding cannot be 'sam'",
                "did you mean 'same'?");
        refused(
                () -> Readers.padding("padding", WORDS, value("true")),
                "wrong-type",
                "padding must be " + numbers + ", or same or valid, but is true",
                remedy + ", or same or valid");
        refused(
                () -> Readers.padding("padding", List.of(), value("same")),
                "wrong-type",
                "padding must be " + numbers + ", but is the text 'same'",
                remedy);
        refused(
                () -> Readers.padding("padding", WORDS, value("-1")),
                "out-of-range",
                "padding cannot be -1",
                "use a whole number, from 0 to 32767");
    }

    @Test
    void aNumberThatNoDoubleHoldsIsRefused() {
        refused(
                () -> Readers.number("eps", new PlainValue.Num(Rational.of(BigInteger.TEN.pow(400)))),
                "out-of-range",
                "eps cannot be that large",
                "use a smaller number");
    }

    @Test
    void theArgumentIsToBlame() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> Readers.flag("bias", value("1")))
                .returns("bias", Refusal::argument);
    }
}
