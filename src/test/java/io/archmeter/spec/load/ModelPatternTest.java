package io.archmeter.spec.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Words that stand for several models. */
class ModelPatternTest {
    @Test
    void aFileStandsForAllOfItsVariants() {
        assertThat(ModelPattern.models("specs/squeezenet.yaml"))
                .containsExactly("specs/squeezenet.yaml#squeezenet1_0", "specs/squeezenet.yaml#squeezenet1_1");
        assertThat(ModelPattern.models("specs/squeezenet.yaml#*"))
                .isEqualTo(ModelPattern.models("specs/squeezenet.yaml"));
        assertThat(ModelPattern.models("squeezenet.yaml"))
                .containsExactly("squeezenet.yaml#squeezenet1_0", "squeezenet.yaml#squeezenet1_1");
    }

    @Test
    void aStarStandsForAnyText() {
        assertThat(ModelPattern.models("specs/vgg.yaml#vgg16*"))
                .containsExactly("specs/vgg.yaml#vgg16", "specs/vgg.yaml#vgg16_bn", "specs/vgg.yaml#vgg16_c");
        assertThat(ModelPattern.models("archmeter:vgg.yaml#*_c")).containsExactly("archmeter:vgg.yaml#vgg16_c");
        assertThat(ModelPattern.models("alexnet*"))
                .containsExactly("alexnet", "alexnet_lecture", "alexnet_one_tower", "alexnet_two_towers");
    }

    @Test
    void aStarInABundledFileStandsForSeveralFiles() {
        assertThat(ModelPattern.models("studies/*head*"))
                .containsExactly("studies/heads.yaml#googlenet", "studies/heads.yaml#vgg16");
        assertThat(ModelPattern.models("studies/*#vgg16*"))
                .containsExactly(
                        "studies/heads.yaml#vgg16", "studies/stems.yaml#vgg16_lecture", "studies/stems.yaml#vgg16");
        assertThat(ModelPattern.models("examples/*"))
                .contains("examples/unet.yaml#unet_bn", "examples/audio.yaml")
                .allMatch(model -> model.startsWith("examples/"));
        assertThat(ModelPattern.models("archmeter:squeeze*"))
                .containsExactly("archmeter:squeezenet.yaml#squeezenet1_0", "archmeter:squeezenet.yaml#squeezenet1_1");
        assertThat(ModelPattern.models("archmeter:*_conv1*"))
                .isEqualTo(ModelPattern.models("archmeter:studies/googlenet_conv1.yaml"));
    }

    @Test
    void oneModelStandsForItself() {
        assertThat(ModelPattern.models("resnet50")).containsExactly("resnet50");
        assertThat(ModelPattern.models("specs/inception_v3.yaml")).containsExactly("specs/inception_v3.yaml");
        assertThat(ModelPattern.models("specs/vgg.yaml#vgg16")).containsExactly("specs/vgg.yaml#vgg16");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "specs/vgg.yaml#resnet* | no-match | use one of: vgg11, vgg13",
                "specs/vgg.yaml#vg16* | no-match | did you mean 'vgg16'?",
                "specs/inception_v3.yaml#* | no-match | leave out the '#'",
                "resnot* | no-match | use one of: alexnet",
                "specs/blocks/basic_conv.yaml | no-models | name a file that has layers:",
                "nets/*.yaml | no-match | leave out the quotes",
                "studies/*#resnet* | no-match | leave out the quotes",
                "specs/vg.yaml#* | missing-file | did you mean 'vgg.yaml' in the same folder?",
            })
    void whatFitsNothingIsAProblem(String word, String code, String remedy) {
        ProblemException failed = catchThrowableOfType(ProblemException.class, () -> ModelPattern.models(word));

        assertThat(failed.problems()).singleElement().returns(code, Problem::code);
        assertThat(failed.problems().get(0).remedy()).startsWith(remedy);
    }
}
