package io.archmeter.report.writer;

import io.archmeter.report.document.Document;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.NetworkDrawing.Kind;
import io.archmeter.report.text.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** The network of a document in the language of Graphviz (graphviz.org/doc/info/lang.html). */
final class DotWriter implements DocumentWriter {
    @Override
    public void write(Document document, Writer out) throws IOException {
        NetworkDrawing network = NetworkText.in(document);
        ShownGraph graph = ShownGraph.of(network);
        StringBuilder dot = new StringBuilder();
        dot.append("digraph network {\n");
        dot.append("  label=").append(quoted(List.of(document.title()))).append("\n  labelloc=t\n  rankdir=TB\n");
        dot.append(
                "  node [shape=box, style=\"rounded,filled\", fillcolor=\"#eef3f9\", fontname=Helvetica, fontsize=11]\n");
        dot.append("  edge [fontname=Helvetica, fontsize=9, color=\"#667080\", fontcolor=\"#667080\"]\n");
        for (ShownGraph.Group group : graph.groups()) {
            write(group, graph, network, "  ", dot);
        }
        for (ShownGraph.Edge edge : graph.edges()) {
            dot.append("  n").append(edge.from()).append(" -> n").append(edge.to());
            dot.append(" [label=").append(quoted(List.of(edge.shape()))).append("]\n");
        }
        if (!network.note().isEmpty()) {
            dot.append("  hidden [shape=plaintext, style=\"\", label=")
                    .append(quoted(List.of(network.note())))
                    .append("]\n");
        }
        dot.append("}\n");
        out.write(dot.toString());
        out.flush();
    }

    private static void write(
            ShownGraph.Group group, ShownGraph graph, NetworkDrawing network, String indent, StringBuilder dot) {
        if (!group.box().open()) {
            dot.append(indent).append('n').append(group.number()).append(" [label=");
            dot.append(quoted(NetworkText.lines(group.box(), network)));
            if (!group.box().path().isEmpty()) {
                dot.append(", tooltip=").append(quoted(List.of(group.box().path())));
            }
            int heat = graph.heat(group.box());
            if (heat > 0) {
                dot.append(", fillcolor=\"").append(NetworkText.fill(heat)).append('"');
                dot.append(", fontcolor=\"").append(NetworkText.letters(heat)).append('"');
            }
            dot.append(shape(group.box().kind())).append("]\n");
            return;
        }
        dot.append(indent).append("subgraph cluster_").append(group.number()).append(" {\n");
        dot.append(indent).append("  label=").append(quoted(List.of(group.box().name())));
        dot.append("\n").append(indent).append("  style=rounded\n");
        dot.append(indent).append("  color=\"#98a2b0\"\n");
        for (ShownGraph.Group member : group.members()) {
            write(member, graph, network, indent + "  ", dot);
        }
        dot.append(indent).append("}\n");
    }

    private static String shape(Kind kind) {
        return switch (kind) {
            case INPUT, OUTPUT -> ", shape=oval";
            case MODULE, REST -> ", shape=box3d, style=filled";
            default -> "";
        };
    }

    /** Lines in quotation marks; Graphviz reads backslashes and the names of characters in HTML there. */
    private static String quoted(List<String> lines) {
        return lines.stream()
                .map(line -> PlainText.of(line)
                        .replace("&", "&amp;")
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\""))
                .collect(Collectors.joining("\\n", "\"", "\""));
    }
}
