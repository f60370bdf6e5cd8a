package io.archmeter.spec.load;

import io.archmeter.spec.Spec;
import io.archmeter.spec.library.FolderLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The specs of a folder that becomes the bundle: which names lead to which of its files. */
final class BundleFiles {
    private static final List<String> FOLDERS = List.of("", "blocks/", Bundle.STUDIES);

    private BundleFiles() {}

    /** The paths of the files, by what is in them. */
    static Map<String, String> index(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (String below : FOLDERS) {
            for (String name : specs(folder.resolve(below))) {
                String file = below + name;
                Spec spec = Bundle.parse(file, new FolderLibrary(folder, file));
                names(spec, file).forEach(model -> files.put(model, file));
            }
        }
        return files;
    }

    private static List<String> specs(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .sorted()
                    .toList();
        }
    }

    /** What the models of a file are called, in its order. */
    static Collection<String> names(Spec spec, String file) {
        boolean byFile = file.contains("/");
        if (!byFile && spec.layers().isEmpty()) {
            return List.of();
        }
        if (spec.variants().isEmpty()) {
            return List.of(byFile ? file : spec.name());
        }
        List<String> names = new ArrayList<>(spec.variants().keySet());
        return byFile ? names.stream().map(name -> file + "#" + name).toList() : names;
    }
}
