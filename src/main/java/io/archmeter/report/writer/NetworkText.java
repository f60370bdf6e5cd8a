package io.archmeter.report.writer;

import io.archmeter.report.document.Document;
import io.archmeter.report.picture.NetworkDrawing;
import io.archmeter.report.picture.NetworkDrawing.Box;
import io.archmeter.report.picture.Picture;
import java.util.ArrayList;
import java.util.List;

/** What a language for graphs says of a network. */
final class NetworkText {
    private NetworkText() {}

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
