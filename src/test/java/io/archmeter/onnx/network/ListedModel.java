package io.archmeter.onnx.network;

import io.archmeter.CsvRows;
import io.archmeter.graph.Graph;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.infer.Bindings;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.csv.CSVRecord;

/**
 * A row of {@code models.csv}.
 *
 * @param bound the sizes that the file leaves open
 * @param byUse parameters, a shared one for each layer that takes it; empty where nobody has counted these
 */
record ListedModel(String name, Map<String, Long> bound, long parameters, long buffers, OptionalLong byUse) {
    private static final Path FOLDER = Path.of("src/test/resources/onnx");

    static List<ListedModel> all() {
        return CsvRows.of(FOLDER.resolve("models.csv")).stream()
                .map(ListedModel::of)
                .toList();
    }

    static ListedModel named(String name) {
        return all().stream()
                .filter(model -> model.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ListedModel of(CSVRecord row) {
        Map<String, Long> bound = new LinkedHashMap<>();
        for (String extent :
                row.get("bound").isEmpty() ? new String[0] : row.get("bound").split(" ")) {
            String[] parts = extent.split("=");
            bound.put(parts[0], Long.valueOf(parts[1]));
        }
        String byUse = row.get("params_by_use");
        return new ListedModel(
                row.get("name"),
                bound,
                Long.parseLong(row.get("params")),
                Long.parseLong(row.get("buffers")),
                byUse.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(byUse)));
    }

    Path path() {
        return FOLDER.resolve(name + ".onnx");
    }

    ModelFile file() {
        return ModelFile.read(path(), name);
    }

    Bindings bindings() {
        return new Bindings(bound, Map.of(), Map.of(), Optional.empty(), Optional.empty());
    }

    Graph graph() {
        return OnnxNetwork.graph(file(), bindings(), false);
    }

    @Override
    public String toString() {
        return name;
    }
}
