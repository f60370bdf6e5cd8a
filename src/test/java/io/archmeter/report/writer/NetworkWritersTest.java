package io.archmeter.report.writer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.archmeter.Model;
import io.archmeter.Nodes;
import io.archmeter.WrittenModel;
import io.archmeter.graph.DType;
import io.archmeter.op.Activation;
import io.archmeter.report.AnalyzeDocument;
import io.archmeter.report.GraphPicture;
import io.archmeter.report.Ranking;
import io.archmeter.report.document.Document;
import io.archmeter.report.document.Format;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Networks in the languages of Mermaid and Graphviz. */
class NetworkWritersTest {
    private static final Path GRAPHVIZ = Path.of("/usr/bin/dot");

    /** What ends a text, a line or a tag somewhere, or names what it must not. */
    private static final List<String> HOSTILE = List.of(
            "a\"]; evil [label=\"",
            "<script>alert(1)</script>",
            "&lt;b&gt;",
            "back\\",
            "\\N",
            "end",
            "`#quot;`",
            "%%{init}%%");

    @TempDir
    private Path folder;

    private static Document document(Model model, int depth) {
        return AnalyzeDocument.of(model.analyze(), Ranking.NONE)
                .with(List.of(GraphPicture.of(model.facts(DType.FLOAT32), false, Optional.of(depth))), List.of());
    }

    private static Document branches(int depth) {
        return document(WrittenModel.of("""
                input: [3, 8, 8]
                layers:
                  stem.conv: {conv: 2, kernel: 3, padding: 1}
                  stem.relu: relu
                  left: {conv: 2, kernel: 1, from: stem.relu}
                  sum: {add: , from: [stem.relu, left]}
                """), depth);
    }

    private static Document hostile() {
        Nodes nodes = new Nodes(1, 4);
        for (int name = 0; name < HOSTILE.size(); name++) {
            nodes.add("m." + HOSTILE.get(name), new Activation(Activation.Function.RELU), name);
        }
        nodes.add("last", new Activation(Activation.Function.RELU), HOSTILE.size());
        return document(new Model(nodes.graph()), 9);
    }

    /** 54 weights of the first convolution on 64 places, and 4 of the second; 256 of 3,456 is less than a sixth. */
    @Test
    void mermaidHasModulesAsSubgraphs() {
        assertThat(Written.as(Format.MERMAID, branches(2))).isEqualTo("""
                flowchart TB
                  n0(["input<br/>3×8×8"])
                  subgraph m1["stem"]
                    n2["conv<br/>conv 3×3<br/>3,456 multiply-adds"]:::heat6
                    n3("relu")
                  end
                  n4["left<br/>conv 1×1<br/>256 multiply-adds"]:::heat1
                  n5("sum<br/>add")
                  n6(["output<br/>2×8×8"])
                  n0 -->|"3×8×8"| n2
                  n2 -->|"2×8×8"| n3
                  n3 -->|"2×8×8"| n4
                  n3 -->|"2×8×8"| n5
                  n4 -->|"2×8×8"| n5
                  n5 -->|"2×8×8"| n6
                  classDef heat1 fill:#d6e4f2,color:#1b1f24
                  classDef heat2 fill:#b3cfe8,color:#1b1f24
                  classDef heat3 fill:#86b4db,color:#1b1f24
                  classDef heat4 fill:#5796c9,color:#1b1f24
                  classDef heat5 fill:#2f76b0,color:#ffffff
                  classDef heat6 fill:#14548a,color:#ffffff
                """);
    }

    @Test
    void graphvizHasModulesAsClusters() {
        assertThat(Written.as(Format.DOT, branches(2))).contains("""
                          subgraph cluster_1 {
                            label="stem"
                        """, """
                            n2 [label="conv\\nconv 3×3\\n3,456 multiply-adds", tooltip="stem.conv", fillcolor="#14548a", fontcolor="#ffffff"]
                        """, """
                          n3 -> n5 [label="2×8×8"]
                        """);
    }

    @Test
    void aClosedModuleIsOneNode() {
        assertThat(Written.as(Format.MERMAID, branches(1)))
                .contains("n1[[\"stem<br/>2 layers<br/>conv, relu<br/>3,456 multiply-adds\"]]", "n1 -->|\"2×8×8\"| n2")
                .doesNotContain("subgraph");
        assertThat(Written.as(Format.DOT, branches(1))).contains("shape=box3d").doesNotContain("cluster");
    }

    /** An SVG is read as XML: names are the texts of titles, and there is no element that was not drawn. */
    @Test
    void namesAreTextsInSvg() {
        String svg = Written.as(Format.SVG, hostile());
        List<String> told = ParsedPage.of(svg).all("title").stream()
                .map(title -> title.getTextContent().split("\n", 2)[0])
                .toList();
        assertThat(told).containsAll(HOSTILE.stream().map(name -> "m." + name).toList());
        assertThat(svg).doesNotContain("<script");
    }

    /** All that could mean something is written as the number of its character. */
    @Test
    void namesAreTextsInMermaid() {
        String written = Written.as(Format.MERMAID, hostile());
        assertThat(written)
                .contains(
                        "\"a#34;#93;#59; evil #91;label#61;#34;",
                        "#60;script#62;alert#40;1#41;#60;/script#62;",
                        "#38;lt#59;b#38;gt#59;",
                        "#96;#35;quot#59;#96;");
        assertThat(written.lines().filter(line -> line.contains("evil"))).hasSize(1);
    }

    /** Graphviz reads it, and shows the names as they are. */
    @Test
    void namesAreTextsInGraphviz() throws IOException, InterruptedException {
        assumeThat(GRAPHVIZ).exists();
        String svg = drawn(Written.as(Format.DOT, hostile()));
        assertThat(svg)
                .contains(
                        ">a&quot;]; evil [label=&quot;<",
                        ">&lt;script&gt;alert(1)&lt;/script&gt;<",
                        ">&amp;lt;b&amp;gt;<",
                        ">back\\<",
                        ">\\N<")
                .doesNotContain("<script");
        // The input, all layers, and the output: nothing was added.
        assertThat(svg.split("class=\"node\"", -1)).hasSize(1 + 1 + HOSTILE.size() + 1 + 1);
    }

    private String drawn(String dot) throws IOException, InterruptedException {
        Path file = folder.resolve("network.dot");
        Path svg = folder.resolve("network.svg");
        Files.writeString(file, dot);
        Process graphviz = new ProcessBuilder(GRAPHVIZ.toString(), "-Tsvg", "-o", svg.toString(), file.toString())
                .redirectErrorStream(true)
                .start();
        String said = new String(graphviz.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(graphviz.waitFor()).as(said).isZero();
        return Files.readString(svg).replace("&#45;", "-").replace("&#160;", " ");
    }
}
