package io.archmeter.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the command line makes of the drawing of a network. */
class GraphTest {
    @TempDir
    private Path folder;

    private String file(String name) {
        return folder.resolve(name).toString();
    }

    @Test
    void theFirstPictureOfANetworkIsItsGraph() {
        Cli.run("analyze", "alexnet", "--format", "svg")
                .prints("<title>the network</title>", "<title>features.0\nconv 11×11 /4\n", "multiply-adds: 70.28 M");
        Cli.run("analyze", "alexnet", "--format", "svg", "--picture", "graph").prints("<title>the network</title>");
    }

    /** Folded to one level, AlexNet is its features, the pool, flatten and its classifier; deeper, its 22 layers. */
    @Test
    void depthOpensModules() {
        assertThat(Cli.run("analyze", "alexnet", "--depth", "1", "--format", "svg")
                        .out())
                .contains("<title>features\n13 layers\n")
                .doesNotContain("features.0");
        assertThat(Cli.run("analyze", "alexnet", "--depth", "2", "--format", "svg")
                        .out())
                .contains("<title>features.12\n");
    }

    /** A page has what is closed as well, for its script; without one it is closed. */
    @Test
    void aPageHasAllLayers() {
        Cli.run("analyze", "resnet50", "--format", "html")
                .prints(
                        "data-of=\"layer3.5.conv2\"",
                        "data-figures=\"parameters|buffers|multiply-adds|effective|output memory\"",
                        "data-figure=\"2\"")
                .doesNotPrint("style=\"", "onclick");
    }

    @Test
    void theEndingOfAFileNamesALanguage() {
        Cli.run("analyze", "alexnet", "-o", file("a.mmd")).prints("");
        assertThat(folder.resolve("a.mmd")).content().startsWith("flowchart TB\n");
        Cli.run("analyze", "alexnet", "-o", file("a.gv")).prints("");
        assertThat(folder.resolve("a.gv")).content().startsWith("digraph network {\n");
    }

    @Test
    void anAnswerWithoutANetworkHasNoGraph() {
        Cli.run("compare", "alexnet", "vgg11", "--format", "mermaid").refuses("""
                archmeter compare: error: [no-network] this answer has no network to draw
                    remedy: use another format, or ask 'archmeter analyze', which draws one
                """);
        Cli.run("list", "--format", "dot").refusesWith("[no-network]");
    }
}
