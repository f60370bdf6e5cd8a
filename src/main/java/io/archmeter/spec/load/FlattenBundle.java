package io.archmeter.spec.load;

import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import io.archmeter.problem.Problems;
import io.archmeter.source.TextFile;
import io.archmeter.spec.Spec;
import io.archmeter.spec.expand.ModelInstantiation;
import io.archmeter.spec.flat.FlatCall;
import io.archmeter.spec.flat.FlatFile;
import io.archmeter.spec.flat.FlatModel;
import io.archmeter.spec.library.BundleIndex;
import io.archmeter.spec.library.BundledLibrary;
import io.archmeter.spec.library.Library;
import io.archmeter.spec.parse.SpecParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A step of the build: writes the bundled models in the form that {@link FlatBundle} reads. */
public final class FlattenBundle {
    /** Remembers what was read. */
    private record Noted(Library library, Map<String, Long> sums) implements Library {
        @Override
        public TextFile read(String path) {
            sums.put(path, FlatBundle.sum(BundledLibrary.bytes(path)));
            return library.read(path);
        }
    }

    private FlattenBundle() {}

    /** @param args the folder of the compiled classes */
    public static void main(String[] args) throws IOException {
        write(Path.of(args[0]));
    }

    /** Writes the models below a folder from which they can be loaded as resources. */
    static void write(Path folder) throws IOException {
        Path models = Files.createDirectories(folder.resolve(FlatBundle.FOLDER));
        for (String model : BundleIndex.names()) {
            Files.write(models.resolve(model), flat(model).bytes());
        }
    }

    /** A bundled model, read from its spec. */
    static FlatFile flat(String model) {
        Map<String, Long> sums = new LinkedHashMap<>();
        Problems problems = new Problems();
        Spec spec = SpecParser.parse(
                BundleIndex.fileOf(model).orElseThrow(), new Noted(new BundledLibrary(), sums), problems);
        List<FlatCall> calls = new ArrayList<>();
        Graph graph = ModelInstantiation.graph(spec, Optional.of(model), LoadOptions.DEFAULT, calls::add, problems);
        return new FlatFile(sums, FlatModel.of(graph, calls));
    }
}
