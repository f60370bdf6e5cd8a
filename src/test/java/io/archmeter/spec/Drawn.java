package io.archmeter.spec;

import io.archmeter.Archmeter;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Node;
import io.archmeter.load.LoadOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The graph of a spec, in lines that a test can compare: {@code sum: add(conv1, input) 1x16x32x32}. */
public final class Drawn {
    private Drawn() {}

    /** The layers of a spec, each with the layers whose outputs it takes, and its shape. */
    public static List<String> layers(String yaml) {
        return layers(graph(yaml));
    }

    public static List<String> layers(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> !node.isInput())
                .map(node -> line(graph, node))
                .toList();
    }

    /** The names of the layers of a spec. */
    static List<String> names(String yaml) {
        return names(graph(yaml));
    }

    static List<String> names(Graph graph) {
        return graph.nodes().stream()
                .filter(node -> !node.isInput())
                .map(Node::name)
                .toList();
    }

    public static Graph graph(String yaml) {
        return graph(yaml, LoadOptions.DEFAULT);
    }

    public static Graph graph(String yaml, LoadOptions options) {
        return graph(Map.of("model.yaml", yaml), "model.yaml", options);
    }

    /** The graph with params set as on the command line. */
    public static Graph graph(String yaml, Map<String, String> set) {
        return graph(yaml, new LoadOptions(1, Optional.empty(), set));
    }

    /**
     * The graph of a spec among other files.
     *
     * @param files texts by their paths in a folder of their own
     * @param reference what is loaded: one of them, maybe with a variant after it
     */
    public static Graph graph(Map<String, String> files, String reference, LoadOptions options) {
        try {
            Path folder = Files.createTempDirectory("spec");
            try {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    Path path = folder.resolve(file.getKey());
                    Files.createDirectories(path.getParent());
                    Files.writeString(path, file.getValue());
                }
                return Archmeter.load(folder.resolve(reference).toString(), options)
                        .graph();
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (var paths = Files.walk(folder)) {
            for (Path path : paths.sorted((a, b) -> b.compareTo(a)).toList()) {
                Files.delete(path);
            }
        }
    }

    private static String line(Graph graph, Node node) {
        String inputs =
                node.values().stream().map(i -> graph.values().get(i).name()).collect(Collectors.joining(", "));
        return node.name() + ": " + node.op().kind() + "(" + inputs + ") " + graph.outputOf(node);
    }
}
