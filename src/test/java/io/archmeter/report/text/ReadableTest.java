package io.archmeter.report.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReadableTest {
    @ParameterizedTest
    @CsvSource({
        "0, '0'",
        "7, '7'",
        "999, '999'",
        "1000, '1,000'",
        "4096, '4,096'",
        "9999, '9,999'",
        "10000, '10.00 k'",
        "10004, '10.00 k'",
        "10005, '10.01 k'",
        "23296, '23.30 k'",
        "999994, '999.99 k'",
        "999995, '1.00 M'",
        "999999, '1.00 M'",
        "1000000, '1.00 M'",
        "61100840, '61.10 M'",
        "714188480, '714.19 M'",
        "15470264320, '15.47 G'",
        "999994999999, '999.99 G'",
        "999995000000, '1.00 T'",
        "1000000000000000, '1.00 P'",
        "1000000000000000000, '1.00 E'",
        "9223372036854775807, '9.22 E'",
    })
    void aCountHasTwoDecimalsOfItsUnit(long count, String readable) {
        assertThat(Readable.count(count)).isEqualTo(readable);
    }

    @ParameterizedTest
    @CsvSource({
        "0, '0 ps'",
        "999, '999 ps'",
        "1000, '1.00 ns'",
        "1005, '1.01 ns'",
        "999994, '999.99 ns'",
        "999995, '1.00 µs'",
        "12345678, '12.35 µs'",
        "2500000000, '2.50 ms'",
        "1000000000000, '1.00 s'",
        "9223372036854775807, '9,223,372.04 s'",
    })
    void timesHaveTwoDecimalsOfTheirUnit(long picoseconds, String readable) {
        assertThat(Readable.time(picoseconds)).isEqualTo(readable);
    }

    @ParameterizedTest
    @CsvSource({
        "0, '0 B'",
        "512, '512 B'",
        "1023, '1,023 B'",
        "1024, '1.0 KiB'",
        "1075, '1.0 KiB'",
        "1076, '1.1 KiB'",
        "802816, '784.0 KiB'",
        "1048524, '1,023.9 KiB'",
        "1048525, '1.0 MiB'",
        "1048576, '1.0 MiB'",
        "1992294, '1.9 MiB'",
        "1073741824, '1.0 GiB'",
        "9223372036854775807, '8.0 EiB'",
    })
    void bytesHaveOneDecimalOfTheirUnit(long bytes, String readable) {
        assertThat(Readable.bytes(bytes)).isEqualTo(readable);
    }

    @ParameterizedTest
    @CsvSource({
        "0, '0'",
        "-3, '-3'",
        "-999, '-999'",
        "-1000, '-1,000'",
        "100, '100'",
        "61100840, '61,100,840'",
        "9223372036854775807, '9,223,372,036,854,775,807'",
        "-9223372036854775808, '-9,223,372,036,854,775,808'",
    })
    void exactNumbersHaveGroupsOfThreeDigits(long count, String readable) {
        assertThat(Readable.exact(count)).isEqualTo(readable);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 5, 0.0%",
        "1, 3, 33.3%",
        "2, 3, 66.7%",
        "1, 2000, 0.1%",
        "4999, 10000000, 0.0%",
        "1, 1, 100.0%",
        "9223372036854775806, 9223372036854775807, 100.0%",
        "9223372036854775807, 9223372036854775807, 100.0%",
        "3037000499000000, 3, '101,233,349,966,666,666.7%'",
        "9223372036854775807, 1, '922,337,203,685,477,580,700.0%'",
    })
    void percentsAreRoundedHalfUp(long part, long whole, String readable) {
        assertThat(Readable.percent(part, whole)).isEqualTo(readable);
    }

    @ParameterizedTest
    @CsvSource({
        "61100840, 61100840, '1.00'",
        "138357544, 61100840, '2.26'",
        "1, 200, '0.01'",
        "1, 201, '0.00'",
        "995, 1000, '1.00'",
        "99994, 10, '9,999.40'",
        "99999, 10, '9,999.90'",
        "999999, 100, '9,999.99'",
        "30001, 2, '15,001'",
        "9223372036854775807, 1, '9,223,372,036,854,775,807'",
    })
    void ratiosHaveTwoDecimals(long count, long other, String readable) {
        assertThat(Readable.ratio(count, other)).isEqualTo(readable);
    }

    @Test
    void nothingIsCountedBelowZero() {
        assertThatIllegalArgumentException().isThrownBy(() -> Readable.count(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> Readable.bytes(-1));
    }
}
