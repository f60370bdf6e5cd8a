package io.archmeter.spec.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.archmeter.problem.Span;
import io.archmeter.value.PlainValue;
import io.archmeter.value.Rational;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatValuesTest {
    @Test
    void everyKindOfValueIsReadAsItWasWritten() {
        List<PlainValue> values = List.of(
                new PlainValue.Nothing(),
                new PlainValue.Flag(true),
                new PlainValue.Flag(false),
                PlainValue.Num.of(-128),
                PlainValue.Num.of(Long.MAX_VALUE),
                new PlainValue.Num(new Rational(BigInteger.valueOf(-1), BigInteger.valueOf(3))),
                new PlainValue.Text("same"),
                new PlainValue.Text("5×5 … \ud83d\ude00"),
                new PlainValue.Items(
                        List.of(PlainValue.Num.of(0), new PlainValue.Items(List.of()), new PlainValue.Text(""))));
        FlatOutput out = new FlatOutput();
        values.forEach(out::value);
        FlatInput in = new FlatInput(out.bytes());

        assertThat(values).allSatisfy(value -> assertThat(in.value()).isEqualTo(value));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, 127, 128, 16_383, 16_384, 4_294_967_295L, Long.MAX_VALUE})
    void aNumberIsReadAsItWasWritten(long number) {
        FlatOutput out = new FlatOutput();
        out.number(number);

        assertThat(new FlatInput(out.bytes()).number()).isEqualTo(number);
    }

    /** 300 = 2·128 + 44: the example of Protocol Buffers' documentation, "Base 128 Varints". */
    @Test
    void numbersAreOfSevenBits() {
        FlatOutput out = new FlatOutput();
        out.number(150);
        out.number(300);

        assertThat(out.bytes()).containsExactly(0x96, 0x01, 0xAC, 0x02);
    }

    @Test
    void placesAreReadAsTheyWereWritten() {
        List<Span> places = List.of(new Span("a.yaml", 1, 1), new Span("b.yaml", 300, 2), new Span("a.yaml", 7, 200));
        FlatOutput out = new FlatOutput();
        places.forEach(out::place);
        FlatInput in = new FlatInput(out.bytes());

        assertThat(places).allSatisfy(place -> assertThat(in.place()).isEqualTo(place));
    }

    @Test
    void whatIsNotKnownIsNotWritten() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FlatOutput().value(new PlainValue.Unknown()));
        assertThatIllegalArgumentException().isThrownBy(() -> new FlatOutput().number(-1));
    }
}
