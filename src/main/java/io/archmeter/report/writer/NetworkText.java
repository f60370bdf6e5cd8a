package io.archmeter.report.writer;

import io.archmeter.report.document.Document;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.NetworkDrawing.Box;
import io.archmeter.report.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/** What a language for graphs says of a network. */
final class NetworkText {
    /** From nothing to the most, on white paper: the same colours as in {@code picture.css}. */
    private static final List<String> COLOURS =
            List.of("#eef3f9", "#d6e4f2", "#b3cfe8", "#86b4db", "#5796c9", "#2f76b0", "#14548a");

    /** From here on colours are so dark that letters are white. */
    private static final int DARK = 5;

    private NetworkText() {}

    static String fill(int heat) {
        return COLOURS.get(heat);
    }

    static String letters(int heat) {
        return heat < DARK ? "#1b1f24" : "#ffffff";
    }

    /** @throws IllegalArgumentException where no picture of a document is a network */
    static NetworkDrawing in(Document document) {
        for (Picture picture : document.pictures()) {
            if (picture instanceof NetworkDrawing network) {
                return network;
            }
        }
        throw new IllegalArgumentException(document.kind() + " draws no network");
    }

    /** What is written in a box, line by line. */
    static List<String> lines(Box box, NetworkDrawing network) {
        List<String> lines = new ArrayList<>(List.of(box.name()));
        if (!box.about().isEmpty()) {
            lines.add(box.about());
        }
        if (!box.remark().isEmpty()) {
            lines.add(box.remark());
        }
        if (!box.amounts().isEmpty() && box.amounts().get(network.figure()).exact() > 0) {
            String words = box.amounts().get(network.figure()).words();
            lines.add(words + " " + network.figures().get(network.figure()));
        }
        return lines;
    }
}
