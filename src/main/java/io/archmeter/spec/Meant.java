package io.archmeter.spec;

import io.archmeter.problem.Nearest;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Finds the word of the language that was meant by one that is none: a slip of the finger, or the word of another tool. */
final class Meant {
    /** How PyTorch, Keras, Caffe and ONNX call what is called otherwise here; without the '_' and the 2d at the end. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("averagepool", "avgpool"),
            Map.entry("averagepooling", "avgpool"),
            Map.entry("bn", "batchnorm"),
            Map.entry("cat", "concat"),
            Map.entry("concatenate", "concat"),
            Map.entry("convolution", "conv"),
            Map.entry("dense", "linear"),
            Map.entry("dim", "axis"),
            Map.entry("eltwise", "add"),
            Map.entry("epsilon", "eps"),
            Map.entry("fc", "linear"),
            Map.entry("filters", "channels"),
            Map.entry("gemm", "linear"),
            Map.entry("globalaveragepool", "globalavgpool"),
            Map.entry("globalaveragepooling", "globalavgpool"),
            Map.entry("innerproduct", "linear"),
            Map.entry("kernelshape", "kernel"),
            Map.entry("kernelsize", "kernel"),
            Map.entry("localresponsenorm", "lrn"),
            Map.entry("maxpooling", "maxpool"),
            Map.entry("mul", "multiply"),
            Map.entry("pad", "padding"),
            Map.entry("poolsize", "kernel"),
            Map.entry("rate", "p"),
            Map.entry("sum", "add"),
            Map.entry("trackrunningstats", "running_stats"),
            Map.entry("units", "features"));

    private static final Set<String> KNOWN_ANYWAY =
            Set.of("inchannels", "infeatures", "numfeatures", "inputsize", "inputshape");

    private Meant() {}

    /** The known word that was probably meant. */
    static Optional<String> by(String word, Collection<String> known) {
        if (isKnownAnyway(word)) {
            return Optional.empty();
        }
        return beforeColon(word, known)
                .or(() -> Nearest.to(word, known))
                .or(() -> Optional.ofNullable(ELSEWHERE.get(plain(word))).filter(known::contains));
    }

    /** A remedy that names the word that was meant, or else all that are known. */
    static String remedy(String word, Collection<String> known) {
        if (isKnownAnyway(word)) {
            return "remove it: what comes in is known from the layer before";
        }
        if (beforeColon(word, known).isPresent()) {
            return "write a blank behind the ':'";
        }
        return by(word, known)
                .map(meant -> "did you mean '" + meant + "'?")
                .orElseGet(() -> Nearest.remedy(word, known));
    }

    /** Without a blank behind it, a colon belongs to the word. */
    private static Optional<String> beforeColon(String word, Collection<String> known) {
        int colon = word.indexOf(':');
        return colon < 0
                ? Optional.empty()
                : Optional.of(word.substring(0, colon)).filter(known::contains);
    }

    /** Other tools must be told what comes in. */
    private static boolean isKnownAnyway(String word) {
        return KNOWN_ANYWAY.contains(plain(word));
    }

    private static String plain(String word) {
        return word.toLowerCase(Locale.ROOT).replaceAll("[_-]", "").replaceAll("[123]d$", "");
    }
}
