package io.archmeter.spec;

import io.archmeter.located.Vocabulary;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;

/** Finds the word of the language that was meant by one that is none: a slip of the finger, or the word of another tool. */
public final class Meant {
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

    private Meant() {}

    /** The known word that was probably meant. */
    static Optional<String> by(String word, Collection<String> known) {
        return VOCABULARY.meant(word, known);
    }

    /** A remedy that names the word that was meant, or else all that are known. */
    static String remedy(String word, Collection<String> known) {
        return VOCABULARY.remedy(word, known);
    }
}
