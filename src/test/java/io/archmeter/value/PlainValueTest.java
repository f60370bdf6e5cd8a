package io.archmeter.value;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.op.Written;
import java.util.Collections;
import org.junit.jupiter.api.Test;

class PlainValueTest {
    @Test
    void aNumberIsDescribedByItsDigits() {
        assertThat(PlainValue.Num.of(224).described()).isEqualTo("224");
        assertThat(Written.value("0.5").described()).isEqualTo("0.5");
    }

    @Test
    void aFlagIsDescribedByItsWord() {
        assertThat(Written.value("true").described()).isEqualTo("true");
        assertThat(Written.value("false").described()).isEqualTo("false");
    }

    @Test
    void aTextIsDescribedInQuotes() {
        assertThat(Written.value("three").described()).isEqualTo("the text 'three'");
        assertThat(new PlainValue.Text("").described()).isEqualTo("the text ''");
    }

    @Test
    void aLongTextIsDescribedByItsBeginning() {
        assertThat(new PlainValue.Text("a".repeat(40)).described())
                .isEqualTo("the text 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'");
        assertThat(new PlainValue.Text("a".repeat(41)).described())
                .isEqualTo("the text 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…'");
    }

    @Test
    void aListIsDescribedByItsFirstSixItems() {
        assertThat(Written.value("[]").described()).isEqualTo("the list []");
        assertThat(Written.value("[3, same, true]").described()).isEqualTo("the list [3, the text 'same', true]");
        assertThat(Written.value("[1, 2, 3, 4, 5, 6]").described()).isEqualTo("the list [1, 2, 3, 4, 5, 6]");
        assertThat(Written.value("[1, 2, 3, 4, 5, 6, 7]").described()).isEqualTo("the list [1, 2, 3, 4, 5, 6, …]");
    }

    @Test
    void aListInAListStaysClosed() {
        assertThat(Written.value("[1, [2, 3]]").described()).isEqualTo("the list [1, […]]");
    }

    @Test
    void aListNestedAsDeepAsABombIsDescribedAtOnce() {
        PlainValue bomb = new PlainValue.Text("bang");
        for (int level = 0; level < 64; level++) {
            bomb = new PlainValue.Items(Collections.nCopies(10, bomb));
        }
        assertThat(bomb.described()).isEqualTo("the list [[…], […], […], […], […], […], …]");
    }

    @Test
    void nothingAndTheUnknownAreDescribedAsSuch() {
        assertThat(new PlainValue.Nothing().described()).isEqualTo("nothing");
        assertThat(new PlainValue.Unknown().described()).isEqualTo("not known");
    }
}
