package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.growth.Fitted;
import io.archmeter.growth.Polynomial;
import io.archmeter.growth.Variable;
import io.archmeter.report.text.Glyphs;
import io.archmeter.value.Rational;
import java.math.BigInteger;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PolynomialTextTest {
    private static final Polynomial N = Polynomial.variable(2, 0);
    private static final Polynomial H = Polynomial.variable(2, 1);

    private static Polynomial number(long numerator, long denominator) {
        return Polynomial.constant(2, new Rational(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator)));
    }

    private static String text(Polynomial polynomial) {
        return PolynomialText.of(polynomial, List.of("N", "H"));
    }

    @Test
    void highDegreesStandFirst() {
        assertThat(text(number(7, 1)
                        .plus(N.times(number(2_048_000, 1)))
                        .plus(N.times(H).times(H))))
                .isEqualTo("N·H² + 2,048,000·N + 7");
    }

    @Test
    void fractionsAreExact() {
        assertThat(text(H.times(H).times(H).times(H).times(number(9, 32)).minus(H.times(number(1, 1_024)))))
                .isEqualTo("9·H⁴/32 − H/1,024");
        assertThat(text(number(-3, 2))).isEqualTo("−3/2");
        assertThat(text(N.minus(N))).isEqualTo("0");
        assertThat(text(number(1, 1))).isEqualTo("1");
    }

    @Test
    void terminalsWithoutSuchSignsSeePowersToo() {
        assertThat(Glyphs.ASCII.translate("9·H⁴/32 − N²·H³")).isEqualTo("9*H^4/32 - N^2*H^3");
    }

    @Test
    void domainsAreSaidOnceForVariablesThatAreAlike() {
        Variable batch = new Variable("N", "batch", 1, 1, 1);
        Variable height = new Variable("H", "height", 224, 32, 1);
        Variable width = new Variable("W", "width", 320, 32, 1);
        Fitted.Range open = new Fitted.Range(32, OptionalLong.empty(), 4_096);
        assertThat(DomainText.of(
                        List.of(batch, height, width),
                        List.of(new Fitted.Range(1, OptionalLong.of(1_024), 1_024), open, open)))
                .isEqualTo("N from 1 to 1,024, H and W multiples of 32 from 32");
        assertThat(DomainText.of(
                        List.of(new Variable("H", "height", 227, 32, 1)),
                        List.of(new Fitted.Range(35, OptionalLong.empty(), 4_099))))
                .isEqualTo("H 3 and multiples of 32 from 35");
        assertThat(DomainText.of(List.of(batch), List.of(new Fitted.Range(5, OptionalLong.of(5), 5))))
                .isEqualTo("N = 5");
    }
}
