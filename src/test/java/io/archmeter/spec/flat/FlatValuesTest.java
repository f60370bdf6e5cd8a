package io.archmeter.spec.flat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.archmeter.op.Rational;
import io.archmeter.op.Value;
import io.archmeter.problem.Span;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FlatValuesTest {
    @Test
    void everyKindOfValueIsReadAsItWasWritten() {
        List<Value> values = List.of(
                new Value.Nothing(),
                new Value.Flag(true),
                new Value.Flag(false),
                Value.Num.of(-128),
                Value.Num.of(Long.MAX_VALUE),
                new Value.Num(new Rational(BigInteger.valueOf(-1), BigInteger.valueOf(3))),
                new Value.Text("same"),
                new Value.Text("5×5 … \ud83d\ude00"),
                new Value.Items(List.of(Value.Num.of(0), new Value.Items(List.of()), new Value.Text(""))));
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
        assertThatIllegalArgumentException().isThrownBy(() -> new FlatOutput().value(new Value.Unknown()));
        assertThatIllegalArgumentException().isThrownBy(() -> new FlatOutput().number(-1));
    }
}
