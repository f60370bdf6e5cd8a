package io.archmeter.convention.file;

import io.archmeter.convention.Convention;
import io.archmeter.problem.Attempts;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.problem.Vocabulary;
import io.archmeter.source.FilePath;
import io.archmeter.source.TextFile;
import io.archmeter.spec.library.BundledFolder;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The door to conventions: those that come with the tool by their names, others by their files. */
public final class Conventions {
    private static final BundledFolder FOLDER = new BundledFolder("conventions");

    private static final Vocabulary WORDS = new Vocabulary(
            Map.ofEntries(
                    Map.entry("macs", "multiply-adds"),
                    Map.entry("mac", "multiply-adds"),
                    Map.entry("gmacs", "multiply-adds"),
                    Map.entry("multiplyadds", "multiply-adds"),
                    Map.entry("flop", "flops"),
                    Map.entry("gflops", "flops"),
                    Map.entry("ptflops", "ptflops_pytorch"),
                    Map.entry("ultralytics", "ultralytics_thop"),
                    Map.entry("calflops", "calflops_flops"),
                    Map.entry("deepspeed", "deepspeed_flops"),
                    Map.entry("fvcoreflops", "fvcore"),
                    Map.entry("torchscan", "torch_scan_module_flops"),
                    Map.entry("tensorflow", "tensorflow_profiler"),
                    Map.entry("tfprofiler", "tensorflow_profiler"),
                    Map.entry("flopcounter", "torch_flop_counter"),
                    Map.entry("flopcountermode", "torch_flop_counter"),
                    Map.entry("torchvision", "multiply-adds"),
                    Map.entry("onnxtool", "onnx_tool")),
            Map.of());

    private Conventions() {}

    /** The names of those that come with the tool, in the order in which they are listed. */
    public static List<String> names() {
        return FOLDER.names();
    }

    /** All that come with the tool. */
    public static List<Convention> all() {
        List<Convention> all = new ArrayList<>();
        names().forEach(name -> all.add(bundled(name)));
        return all;
    }

    /**
     * The conventions of names and files, each once.
     *
     * @throws ProblemException with all that is wrong with any of them
     */
    public static List<Convention> find(List<String> words) {
        Attempts attempts = new Attempts();
        Set<String> once = new LinkedHashSet<>(words);
        List<Convention> found = new ArrayList<>();
        for (String word : once) {
            attempts.at(() -> find(word)).ifPresent(found::add);
        }
        attempts.throwIfAny();
        requireNames(found);
        return found;
    }

    /** The convention of a name, or of a file, which ends in {@code .yaml}, {@code .yml} or {@code .json}. */
    public static Convention find(String word) {
        if (BundledFolder.isOfUser(word)) {
            return ConventionFile.read(TextFile.read(FilePath.of(word, "give the path of a convention"), word));
        }
        List<String> names = names();
        return WORDS.same(word, names).map(Conventions::bundled).orElseThrow(() -> unknown(word, names));
    }

    private static ProblemException unknown(String word, List<String> names) {
        String remedy = Nearest.to(word, names)
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse("'archmeter conventions' lists them; your own ends in .yaml");
        return new ProblemException(Problem.at(
                Span.of("--convention"), "unknown-convention", "there is no convention '" + word + "'", remedy));
    }

    /** Two columns of one name could not be told apart. */
    private static void requireNames(List<Convention> found) {
        Set<String> names = new LinkedHashSet<>();
        for (Convention convention : found) {
            if (!names.add(convention.name())) {
                throw new ProblemException(Problem.at(
                        Span.of("--convention"),
                        "duplicate-name",
                        "two conventions are called '" + convention.name() + "'",
                        "give one of them another name, in its file"));
            }
        }
    }

    private static Convention bundled(String name) {
        return ConventionFile.read(FOLDER.file(name));
    }
}
