package io.archmeter.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final List<String> KNOWN = List.of("kernel", "features", "relu");
    private static final Vocabulary VOCABULARY = new Vocabulary(
            Map.of("units", "features", "filters", "channels"),
            Map.of("gelu", "there is none", "dropout2d", "it drops channels"));

    @Test
    void aWordOfAnotherToolLeadsToItsOwn() {
        assertThat(VOCABULARY.meant("units", KNOWN)).contains("features");
        assertThat(VOCABULARY.meant("Unist", KNOWN)).contains("features");
        assertThat(VOCABULARY.remedy("units", KNOWN)).isEqualTo("did you mean 'features'?");
    }

    @Test
    void aWordThatMeansWhatIsNotKnownHereLeadsNowhere() {
        assertThat(VOCABULARY.meant("filters", KNOWN)).isEmpty();
        assertThat(VOCABULARY.remedy("filters", KNOWN)).isEqualTo("use one of: kernel, features, relu");
    }

    @Test
    void aWordThatHasNoOtherIsAnsweredWithAdvice() {
        assertThat(VOCABULARY.meant("GELU", KNOWN)).isEmpty();
        assertThat(VOCABULARY.remedy("GELU", KNOWN)).isEqualTo("there is none");
        assertThat(VOCABULARY.remedy("gleu", KNOWN)).isEqualTo("there is none");
        assertThat(VOCABULARY.meant("rleu", KNOWN)).contains("relu");
    }

    @Test
    void packagesAndAxesAreNoPartOfAWordUnlessTheyMatter() {
        assertThat(VOCABULARY.meant("torch.nn.ReLU", KNOWN)).contains("relu");
        assertThat(VOCABULARY.meant("relu_2d", KNOWN)).contains("relu");
        assertThat(VOCABULARY.remedy("nn.Dropout2d", KNOWN)).isEqualTo("it drops channels");
    }

    @Test
    void aColonNeedsABlank() {
        assertThat(VOCABULARY.remedy("kernel:3", KNOWN)).isEqualTo("write a blank after the ':'");
    }
}
