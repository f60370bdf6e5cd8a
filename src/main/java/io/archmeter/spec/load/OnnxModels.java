package io.archmeter.spec.load;

import io.archmeter.git.GitFile;
import io.archmeter.graph.Adjustable;
import io.archmeter.graph.Graph;
import io.archmeter.graph.Shape;
import io.archmeter.load.LoadOptions;
import io.archmeter.onnx.file.ModelFile;
import io.archmeter.onnx.file.ValueMessage;
import io.archmeter.onnx.infer.Bindings;
import io.archmeter.onnx.infer.FollowedElement;
import io.archmeter.onnx.network.OnnxNetwork;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.FilePath;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Models that are ONNX files. */
final class OnnxModels {
    private static final String ENDING = ".onnx";

    /** What git keeps comes through a pipe, and not out of a file that can be mapped. */
    private static final int MOST_OF_A_REVISION = 64 << 20;

    private static final Pattern SIZE = Pattern.compile("\\d+(x\\d+)*");

    private OnnxModels() {}

    /** Whether a reference names such a file. */
    static boolean is(String reference) {
        return reference.toLowerCase(Locale.ROOT).endsWith(ENDING);
    }

    /**
     * Loads one.
     *
     * @throws ProblemException with all that is wrong with it
     */
    static Graph graph(String reference, LoadOptions options) {
        return graph(read(reference), options);
    }

    /** The same of one that was read. */
    static Graph graph(ModelFile file, LoadOptions options) {
        return OnnxNetwork.graph(file, bindings(file, options), options.allNodes());
    }

    /** The same, and with any other batch, of a file that is read once. */
    static ModelSources.Found found(ModelFile file, LoadOptions options) {
        OnnxNetwork network = OnnxNetwork.of(file);
        LongFunction<Graph> batched =
                batch -> network.graph(bindings(file, options.withBatch(batch)), options.allNodes());
        return new ModelSources.Found(network.graph(bindings(file, options), options.allNodes()), Optional.of(batched));
    }

    /** What can be said of one from outside. */
    static List<Adjustable> adjustables(String reference, LoadOptions options) {
        return adjustables(read(reference), options);
    }

    /** The same of one that was read. */
    static List<Adjustable> adjustables(ModelFile file, LoadOptions options) {
        return OnnxNetwork.of(file).adjustables(bindings(file, options));
    }

    /** Reads one, or as much of it as is needed. */
    static ModelFile read(String reference) {
        Optional<GitFile> revision = GitFile.find(reference);
        return revision.isPresent()
                ? ModelFile.of(revision.get().bytes(MOST_OF_A_REVISION), reference)
                : ModelFile.read(FilePath.of(reference, "give the path of an ONNX file"), reference);
    }

    /** What is wrong where somebody asks for a variant of one. */
    static ProblemException withoutVariants(String reference) {
        return new ProblemException(Problem.at(
                Span.of(reference),
                "unknown-variant",
                "this is an ONNX file, which has no variants",
                "leave out the '#' and what follows it"));
    }

    private static Bindings bindings(ModelFile file, LoadOptions options) {
        Map<String, Long> extents = new LinkedHashMap<>();
        Map<String, Shape> shapes = new LinkedHashMap<>();
        options.bind().forEach((name, written) -> bind(name, written, extents, shapes));
        options.inputs().forEach((name, sample) -> shapes.put(name, sample.batched(options.batch())));
        Map<String, List<FollowedElement>> elements = new LinkedHashMap<>();
        Set<String> inputs = inputs(file);
        options.set().forEach((name, written) -> {
            if (!inputs.contains(name) && SIZE.matcher(written).matches()) {
                // A budget has settings alone, and sizes are such.
                bind(name, written, extents, shapes);
            } else {
                elements.put(
                        name,
                        numbers("--set", name, written, ",").stream()
                                .map(FollowedElement::of)
                                .toList());
            }
        });
        return new Bindings(
                extents,
                shapes,
                elements,
                options.batch() == 1 ? Optional.empty() : Optional.of(options.batch()),
                options.input());
    }

    private static Set<String> inputs(ModelFile file) {
        return file.message().graph().stream()
                .flatMap(graph -> graph.inputs().stream())
                .map(ValueMessage::name)
                .collect(Collectors.toSet());
    }

    private static void bind(String name, String written, Map<String, Long> extents, Map<String, Shape> shapes) {
        List<Long> numbers = numbers("--bind", name, written, "x");
        if (numbers.size() == 1) {
            extents.put(name, numbers.get(0));
        } else {
            shapes.put(name, new Shape(numbers));
        }
    }

    private static List<Long> numbers(String option, String name, String written, String separator) {
        List<Long> numbers = new ArrayList<>();
        for (String number : written.split(separator, -1)) {
            try {
                numbers.add(Long.parseLong(number.strip()));
            } catch (NumberFormatException noNumber) {
                throw bad(option, name, written);
            }
            if (numbers.get(numbers.size() - 1) < 1 && option.equals("--bind")) {
                throw bad(option, name, written);
            }
        }
        return numbers;
    }

    private static ProblemException bad(String option, String name, String written) {
        boolean size = option.equals("--bind");
        return new ProblemException(Problem.at(
                Span.of(option + " " + name),
                "bad-binding",
                "'" + written + (size ? "' is no size and no shape" : "' is no whole number"),
                size
                        ? "write a number from 1 on, as in batch=8, or the shape of a value, as in image=1x3x224x224"
                        : "write the elements of an input of whole numbers, as in sr=16000"));
    }
}
