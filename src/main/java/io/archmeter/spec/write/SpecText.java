package io.archmeter.spec.write;

import io.archmeter.graph.Graph;
import io.archmeter.json.JsonLayout;
import io.archmeter.problem.Visible;
import io.archmeter.value.PlainValue;
import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The spec of a network: without params, loops and blocks, and with the same figures.
 *
 * @since 0.1.0
 */
public final class SpecText {
    private final List<String> remarks;
    private final Written.Entries spec;

    private SpecText(List<String> remarks, Written.Entries spec) {
        this.remarks = List.copyOf(remarks);
        this.spec = spec;
    }

    /**
     * The spec of a network.
     *
     * @param origin what it is made of, for people
     * @param called what it would be called without a name: as its file
     * @throws io.archmeter.problem.ProblemException with all that a spec cannot say
     */
    public static SpecText of(Graph graph, String origin, String called) {
        NetworkWords words = new NetworkWords(graph, called);
        List<String> remarks = new ArrayList<>(List.of("made by 'archmeter convert' of " + origin));
        remarks.addAll(words.remarks());
        return new SpecText(remarks, words.spec());
    }

    /** As YAML, which begins with what is to be said about it. */
    public void writeYaml(Writer out) throws IOException {
        StringBuilder text = new StringBuilder();
        remarks.forEach(remark -> text.append("# ").append(Visible.of(remark)).append('\n'));
        SpecAsYaml.write(spec, text);
        out.append(text);
        out.flush();
    }

    /** As JSON, which has no comments: what is to be said stands as its source. */
    public void writeJson(Writer out) throws IOException {
        Map<String, Written> entries = new LinkedHashMap<>();
        entries.put("source", new Written.Value(new PlainValue.Text(String.join("; ", remarks))));
        entries.putAll(spec.entries());
        JsonLayout.OF_DOCUMENTS.write(out, json -> SpecAsJson.write(new Written.Entries(entries, true), json));
    }
}
