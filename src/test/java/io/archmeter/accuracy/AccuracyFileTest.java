package io.archmeter.accuracy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.source.TextFile;
import io.archmeter.spec.library.BundleIndex;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccuracyFileTest {
    private static Accuracies read(String text) {
        return AccuracyFile.read(
                TextFile.of(
                        "a.csv", text.getBytes(StandardCharsets.UTF_8), TextFile.Format.CSV, TextFile.Bound.OF_SPECS),
                "here");
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(ProblemException.class, () -> read(text)).problems().stream()
                .map(Problem::toString)
                .toList();
    }

    @Test
    void columnsAreFoundByTheHeader() {
        Accuracies read = read("\uFEFFpaper, accuracy ,model\r\nA,56.5,alexnet\r\n\r\n\"B, C\",\"71.59\", vgg16 \r\n");

        assertThat(read.models()).containsExactly("alexnet", "vgg16");
        assertThat(read.of("alexnet")).contains(new Accuracy(56_500));
        assertThat(read.of("vgg16")).contains(new Accuracy(71_590));
        assertThat(read.of("vgg19")).isEmpty();
        assertThat(read.source()).isEqualTo("here");
    }

    @Test
    void aModelWithoutANumberWasNotMeasured() {
        assertThat(read("model,accuracy\nalexnet,\nvgg16,71.59\n").models()).containsExactly("vgg16");
        assertThat(read("model,accuracy\n\"say \"\"a\"\"\",1\n").models()).containsExactly("say \"a\"");
        assertThat(read("model,accuracy\n").models()).isEmpty();
    }

    @Test
    void allThatIsWrongIsSaidAtItsPlace() {
        assertThat(problems("model,accuracy\nalexnet,0.56x\nvgg16,710\nvgg16\nresnet18,69\nresnet18,70\n"))
                .containsExactly("""
                        a.csv:2:9: error: [bad-accuracy] '0.56x' is no percentage
                            remedy: write a number from 0 to 100, e.g. 76.13""", """
                        a.csv:3:7: error: [bad-accuracy] '710' is no percentage
                            remedy: write a number from 0 to 100, e.g. 76.13""", """
                        a.csv:4:1: error: [missing-cell] the line has 1 of the 2 cells of the header
                            remedy: write a cell for each column, with commas between""", """
                        a.csv:6:1: error: [duplicate-name] 'resnet18' stands here a second time
                            remedy: leave one of the two lines out""");
    }

    @Test
    void aFileWithoutItsHeaderIsRefused() {
        assertThat(problems("modle,accuracy\nalexnet,56\n")).containsExactly("""
                a.csv:1:1: error: [missing-column] there is no column 'model'
                    remedy: call 'modle' so""");
        assertThat(problems("alexnet;56\n"))
                .singleElement()
                .asString()
                .contains("begin the file with the line 'model,accuracy'");
        assertThat(problems("model,accuracy\n  \"alexnet,56\n")).containsExactly("""
                a.csv:2:3: error: [open-quote] the quote does not end on this line
                    remedy: end it, or leave it out""");
        assertThat(problems(" \n")).singleElement().asString().contains("[empty-file]");
    }

    /** A name that no model has would never be seen. */
    @Test
    void whatTorchvisionPublishesIsOfModelsThatComeWithTheTool() {
        Accuracies torchvision = PublishedAccuracies.torchvision();

        assertThat(torchvision.models()).hasSize(27).isSubsetOf(BundleIndex.names());
        // torchvision 0.28, ResNet50_Weights.IMAGENET1K_V1, acc@1
        assertThat(torchvision.of("resnet50")).contains(new Accuracy(76_130));
    }
}
