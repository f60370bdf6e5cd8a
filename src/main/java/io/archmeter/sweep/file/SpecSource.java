package io.archmeter.sweep.file;

import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.source.FilePath;
import io.archmeter.source.TextFile;
import io.archmeter.spec.Spec;
import io.archmeter.spec.Variant;
import io.archmeter.spec.library.BundleIndex;
import io.archmeter.spec.library.BundledLibrary;
import io.archmeter.spec.library.FolderLibrary;
import io.archmeter.spec.library.Library;
import io.archmeter.spec.parse.SpecParser;
import io.archmeter.sweep.SweptSpec;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The spec that a space names: a file beside it, with a variant or without ({@code net.yaml#small}), what comes with the tool ({@code
 * archmeter:regnet.yaml}), or the name of a bundled model.
 *
 * @param texts of all files that were read, by their names
 */
record SpecSource(SweptSpec spec, Map<String, TextFile> texts) {
    /** Remembers what was read. */
    private record Noted(Library library, Map<String, TextFile> texts) implements Library {
        @Override
        public TextFile read(String path) {
            TextFile file = library.read(path);
            texts.put(path, file);
            return file;
        }
    }

    /**
     * Reads it.
     *
     * @param space in which it is named
     * @param at where
     * @param files where its files are read
     */
    static SpecSource read(String reference, TextFile space, Span at, SpaceFiles files) {
        Map<String, TextFile> texts = new TreeMap<>();
        Problems problems = new Problems();
        int hash = reference.lastIndexOf('#');
        String file = hash < 0 ? reference : reference.substring(0, hash);
        Optional<String> variant = hash < 0 ? Optional.empty() : Optional.of(reference.substring(hash + 1));
        Spec spec;
        if (file.startsWith(BundledLibrary.PREFIX)) {
            String path = file.substring(BundledLibrary.PREFIX.length());
            spec = SpecParser.parse(path, new Noted(files.specs(new BundledLibrary()), texts), problems);
        } else if (BundleIndex.fileOf(file).isPresent()) {
            String path = BundleIndex.fileOf(file).get();
            variant = Optional.of(file);
            spec = SpecParser.parse(path, new Noted(files.specs(new BundledLibrary()), texts), problems);
        } else if (space.name().startsWith(BundledLibrary.PREFIX)) {
            spec = SpecParser.parse(
                    beside(space.name(), file), new Noted(files.specs(new BundledLibrary()), texts), problems);
        } else {
            Path path = folder(space)
                    .resolve(FilePath.of(file, "write the path of a spec"))
                    .normalize();
            spec = SpecParser.parse(
                    path.getFileName().toString(), new Noted(files.specs(FolderLibrary.around(path)), texts), problems);
        }
        problems.throwIfAny();
        return new SpecSource(new SweptSpec(spec, variant.flatMap(name -> variant(spec, name, at))), texts);
    }

    private static Path folder(TextFile space) {
        Path file = FilePath.of(space.name(), "give the path of a space");
        return file.getParent() == null ? Path.of("") : file.getParent();
    }

    /** The path of what lies beside a bundled space, as its library calls it. */
    private static String beside(String space, String file) {
        String folder = space.substring(BundledLibrary.PREFIX.length());
        return Path.of(folder).resolveSibling(file).normalize().toString().replace('\\', '/');
    }

    private static Optional<Variant> variant(Spec spec, String name, Span at) {
        Variant found = spec.variants().get(name);
        if (found == null && !(spec.variants().isEmpty() && name.equals(spec.name()))) {
            throw new ProblemException(Problem.at(
                    at,
                    "unknown-variant",
                    "there is no variant '" + name + "'",
                    spec.variants().isEmpty()
                            ? "leave out the '#': this spec has no variants"
                            : Nearest.remedy(name, spec.variants().keySet())));
        }
        return Optional.ofNullable(found);
    }
}
