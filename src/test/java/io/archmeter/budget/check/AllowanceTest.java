package io.archmeter.budget.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.budget.Bound;
import io.archmeter.metric.Metric;
import io.archmeter.value.Rational;
import java.math.BigDecimal;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllowanceTest {
    private static final OptionalLong UNKNOWN = OptionalLong.empty();

    private static Rational percent(String decimal) {
        return Rational.of(new BigDecimal(decimal));
    }

    /** 100 % and some more of the number, by hand. */
    @ParameterizedTest
    @CsvSource({
        "1000, 2, 1020, 1020",
        "999, 0.1, 999, 1000", // 999.999
        "3, 33.333333333, 3, 4", // 3.99999999999
        "3, 33.4, 4, 5", // 4.002
        "7, -50, 3, 4", // 3.5
        "7, -150, 0, 0", // -3.5
        "0, 1000, 0, 0",
        "9007199254740993, 0, 9007199254740993, 9007199254740993", // 2^53 + 1, which no double is
        "9223372036854775807, 1, 9223372036854775807, 9223372036854775807",
    })
    void growthIsExact(long before, String percent, long atMost, long atLeast) {
        Bound growth = new Bound.Growth("as written", percent(percent));

        assertThat(Allowance.of(growth, Metric.PARAMETERS, UNKNOWN, OptionalLong.of(before)))
                .hasValue(atMost);
        assertThat(Allowance.of(growth, Metric.RECEPTIVE_FIELD, UNKNOWN, OptionalLong.of(before)))
                .hasValue(atLeast);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 5, 105",
        "100, -5, 95",
        "100, -100, 0",
        "100, -101, 0",
        "9223372036854775807, 1, 9223372036854775807"
    })
    void anIncreaseIsExact(long before, long by, long allowed) {
        Bound increase = new Bound.Increase("as written", by);

        assertThat(Allowance.of(increase, Metric.PARAMETERS, UNKNOWN, OptionalLong.of(before)))
                .hasValue(allowed);
    }

    /** 30 % of 101 are 30.3, of 103 30.9, of 104 31.2. */
    @ParameterizedTest
    @CsvSource({"100, 30, 30", "101, 30, 30", "103, 30, 30", "104, 30, 31", "100, 0, 0", "0, 30, 0"})
    void aShareIsExact(long total, String percent, long allowed) {
        Bound share = new Bound.Share("as written", percent(percent));

        assertThat(Allowance.of(share, Metric.PARAMETERS, OptionalLong.of(total), UNKNOWN))
                .hasValue(allowed);
    }

    @Test
    void ofWhatIsNotKnownNothingIsAllowedAndNothingForbidden() {
        assertThat(Allowance.of(new Bound.Growth("", Rational.ZERO), Metric.PARAMETERS, OptionalLong.of(7), UNKNOWN))
                .isEmpty();
        assertThat(Allowance.of(new Bound.Share("", Rational.ZERO), Metric.PARAMETERS, UNKNOWN, OptionalLong.of(7)))
                .isEmpty();
        assertThat(Allowance.of(new Bound.Absolute("", 5), Metric.PARAMETERS, UNKNOWN, UNKNOWN))
                .hasValue(5);
    }
}
