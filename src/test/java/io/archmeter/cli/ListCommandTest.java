package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What comes with the tool, as {@code list} tells it. The index that it reads is one of the reports, which are held current. */
class ListCommandTest {
    @Test
    void listNamesTheModels() {
        Cli.run("list")
                .prints("\nalexnet ", "\nresnet.yaml  Residual networks\nresnet18 ", "\nstudies\n", "\nexamples\n");
        Cli.run("list", "--format", "csv")
                .prints("family,name,file,input,parameters,multiply_adds,title,source\r\n")
                .prints("\r\nVery deep convolutional networks,vgg16,vgg.yaml,3x224x224,138357544,15470264320,")
                .prints(",studies/stems.yaml#vgg16,studies/stems.yaml,3x224x224,")
                .prints(",examples/language_model.yaml,examples/language_model.yaml,1024;1024,");
        Cli.run("list").prints("\n'archmeter list WORD' shows those that have a word ");
        Cli.run("list", "unet")
                .prints("\n#unet_bn ", "\na name that begins with '#' ")
                .doesNotPrint("list WORD");
        Cli.run("list", "vgg16_bn").doesNotPrint("a name that begins with '#'");
    }

    @Test
    void aListFitsThePage() {
        for (int width : new int[] {80, 100, 120}) {
            Cli.run("list", "--width", String.valueOf(width))
                    .fits(width)
                    .prints("\nresnet50 ", "\n#before_pool ", "\nexamples/audio.yaml ");
        }
        Cli.run("list", "--width", "80").prints("\nvgg16 ", " 138.36 M        15.47 G  VGG-16, configuration D\n");
        Cli.run("list", "--width", "120")
                .prints("\nvgg16 ", " 3×224×224       138.36 M        15.47 G  VGG-16, configuration D\n");
    }

    @Test
    void aListIsSortedByWhatItTells() {
        assertThat(sorted("multiply_adds")).containsSubsequence("vit_h_14", "regnet_y_128gf", "vit_l_16", "vgg19");
        assertThat(sorted("params")).containsSubsequence("regnet_y_128gf", "vit_h_14", "vgg19_bn", "vgg19", "vgg16");
        assertThat(sorted("name")).startsWith("alexnet", "alexnet_lecture").isSorted();
        assertThat(sorted("macs")).isEqualTo(sorted("multiply_adds"));
        Cli.run("list", "squeezenet", "--sort", "name", "--width", "80")
                .prints("\nname           input      parameters ")
                .fits(80);
        Cli.run("list", "--sort", "size").refusesWith("use one of: name, parameters, multiply_adds");
    }

    private static List<String> sorted(String column) {
        return Cli.run("list", "--sort", column, "--format", "csv")
                .out()
                .lines()
                .skip(1)
                .map(line -> line.substring(line.indexOf('"') == 0 ? line.indexOf("\",") + 2 : line.indexOf(',') + 1))
                .map(line -> line.substring(0, line.indexOf(',')))
                .toList();
    }

    @Test
    void listNamesThoseThatHaveAWord() {
        Cli.run("list", "ResNeXt", "--format", "csv")
                .prints("\r\nResidual networks,resnext50_32x4d,resnet.yaml,3x224x224,25028904,4230479872,")
                .prints(",\"ResNeXt-101, 32 groups of 8\",", ",\"ResNeXt-101, 64 groups of 4\",")
                .doesNotPrint("resnet50");
        Cli.run("list", "residual", "101", "wide")
                .prints("\nwide_resnet101_2 ")
                .doesNotPrint("resnet101_v1", "\nstudies\n");
        Cli.run("list", "resnt50").refuses("""
                archmeter list: error: [no-match] nothing that comes with archmeter has 'resnt50' in its name, file or title
                    remedy: did you mean 'resnet50'?
                """);
    }
}
