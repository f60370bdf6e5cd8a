package io.archmeter.spec;

import io.archmeter.problem.Vocabulary;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Finds the key of a spec that was meant by an unknown word: a slip of the finger, or the word of another tool. */
public final class SpecWords {
    /** How PyTorch, Keras, Caffe and ONNX call arguments that are called otherwise here. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(
            Map.entry("dim", "axis"),
            Map.entry("epsilon", "eps"),
            Map.entry("filters", "channels"),
            Map.entry("kernelshape", "kernel"),
            Map.entry("kernelsize", "kernel"),
            Map.entry("outchannels", "channels"),
            Map.entry("outfeatures", "features"),
            Map.entry("pad", "padding"),
            Map.entry("poolsize", "kernel"),
            Map.entry("rate", "p"),
            Map.entry("trackrunningstats", "running_stats"),
            Map.entry("units", "features"),
            Map.entry("usebias", "bias"));

    private static final String KNOWN_ANYWAY = "remove it: what comes in is known from the layer before";

    /** The words of specs. Other tools must be told what comes in. */
    public static final Vocabulary VOCABULARY = new Vocabulary(
            ELSEWHERE,
            Map.of(
                    "inchannels", KNOWN_ANYWAY,
                    "infeatures", KNOWN_ANYWAY,
                    "numfeatures", KNOWN_ANYWAY,
                    "inputsize", KNOWN_ANYWAY,
                    "inputshape", KNOWN_ANYWAY));

    private SpecWords() {}

    /** The known word that was probably meant. */
    public static Optional<String> by(String word, Collection<String> known) {
        return VOCABULARY.meant(word, known);
    }

    /** A remedy that names the word that was meant, or else all that are known. */
    public static String remedy(String word, Collection<String> known) {
        return VOCABULARY.remedy(word, known);
    }
}
