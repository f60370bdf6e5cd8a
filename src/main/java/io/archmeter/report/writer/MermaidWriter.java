package io.archmeter.report.writer;

import io.archmeter.report.document.Document;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.NetworkDrawing.Kind;
import io.archmeter.report.svg.Heat;
import io.archmeter.report.text.PlainText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.stream.Collectors;

/** The network of a document as a flowchart of Mermaid (mermaid.js.org/syntax/flowchart.html), which GitHub draws in Markdown. */
final class MermaidWriter implements DocumentWriter {
    /** What stands for itself in a text there, beside letters and digits. */
    private static final String PLAIN = " .,_-+/×≥…";

    @Override
    public void write(Document document, Writer out) throws IOException {
        NetworkDrawing network = NetworkText.in(document);
        ShownGraph graph = ShownGraph.of(network);
        StringBuilder flowchart = new StringBuilder("flowchart TB\n");
        for (ShownGraph.Group group : graph.groups()) {
            write(group, graph, network, "  ", flowchart);
        }
        for (ShownGraph.Edge edge : graph.edges()) {
            flowchart.append("  n").append(edge.from()).append(" -->|");
            flowchart
                    .append(quoted(List.of(edge.shape())))
                    .append("| n")
                    .append(edge.to())
                    .append('\n');
        }
        if (!network.note().isEmpty()) {
            flowchart
                    .append("  hidden[")
                    .append(quoted(List.of(network.note())))
                    .append("]\n");
        }
        for (int heat = 1; heat <= Heat.HOTTEST; heat++) {
            flowchart.append("  classDef heat").append(heat).append(" fill:").append(NetworkText.fill(heat));
            flowchart.append(",color:").append(NetworkText.letters(heat)).append('\n');
        }
        out.write(flowchart.toString());
        out.flush();
    }

    private static void write(
            ShownGraph.Group group, ShownGraph graph, NetworkDrawing network, String indent, StringBuilder flowchart) {
        if (group.box().open()) {
            flowchart.append(indent).append("subgraph m").append(group.number());
            flowchart.append('[').append(quoted(List.of(group.box().name()))).append("]\n");
            for (ShownGraph.Group member : group.members()) {
                write(member, graph, network, indent + "  ", flowchart);
            }
            flowchart.append(indent).append("end\n");
            return;
        }
        String text = quoted(NetworkText.lines(group.box(), network));
        flowchart.append(indent).append('n').append(group.number());
        flowchart.append(shaped(group.box().kind(), text));
        int heat = graph.heat(group.box());
        flowchart.append(heat > 0 ? ":::heat" + heat : "").append('\n');
    }

    private static String shaped(Kind kind, String text) {
        return switch (kind) {
            case INPUT, OUTPUT -> "([" + text + "])";
            case MODULE, REST -> "[[" + text + "]]";
            case FUNCTION -> "(" + text + ")";
            default -> "[" + text + "]";
        };
    }

    /** Lines in quotation marks. All that could mean something there is written by its number, between # and ;. */
    private static String quoted(List<String> lines) {
        return lines.stream().map(MermaidWriter::escaped).collect(Collectors.joining("<br/>", "\"", "\""));
    }

    private static String escaped(String line) {
        StringBuilder escaped = new StringBuilder();
        PlainText.of(line).codePoints().forEach(point -> {
            if (Character.isLetterOrDigit(point) || PLAIN.indexOf(point) >= 0) {
                escaped.appendCodePoint(point);
            } else {
                escaped.append('#').append(point).append(';');
            }
        });
        return escaped.toString();
    }
}
