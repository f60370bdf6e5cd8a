package io.archmeter.snapshot;

import io.archmeter.problem.Vocabulary;
import java.util.Map;

/** What other tools, and people, call figures. */
public final class FigureWords {
    private static final String WHICH_MEMORY = "write peak_bytes for what inference needs at once, output_bytes for all"
            + " outputs together, or weight_bytes for what is stored";

    /** The words of figures, as {@link Vocabulary} holds them. */
    public static final Vocabulary VOCABULARY = new Vocabulary(
            Map.ofEntries(
                    Map.entry("params", "parameters"),
                    Map.entry("param", "parameters"),
                    Map.entry("nparams", "parameters"),
                    Map.entry("numparams", "parameters"),
                    Map.entry("numel", "parameters"),
                    Map.entry("macs", "multiply_adds"),
                    Map.entry("mac", "multiply_adds"),
                    Map.entry("gmacs", "multiply_adds"),
                    Map.entry("multadds", "multiply_adds"),
                    Map.entry("multiplyadd", "multiply_adds"),
                    Map.entry("madds", "multiply_adds"),
                    Map.entry("effective", "effective_multiply_adds"),
                    Map.entry("effectivemacs", "effective_multiply_adds"),
                    Map.entry("weights", "weight_bytes"),
                    Map.entry("weight", "weight_bytes"),
                    Map.entry("weightmemory", "weight_bytes"),
                    Map.entry("modelsize", "weight_bytes"),
                    Map.entry("size", "weight_bytes"),
                    Map.entry("outputs", "output_bytes"),
                    Map.entry("outputmemory", "output_bytes"),
                    Map.entry("activations", "output_bytes"),
                    Map.entry("peak", "peak_bytes"),
                    Map.entry("peakmemory", "peak_bytes"),
                    Map.entry("arena", "arena_bytes"),
                    Map.entry("kept", "kept_for_backward_bytes"),
                    Map.entry("keptforbackward", "kept_for_backward_bytes"),
                    Map.entry("training", "training_total_bytes"),
                    Map.entry("trainingmemory", "training_total_bytes"),
                    Map.entry("trainingtotal", "training_total_bytes"),
                    Map.entry("trainingpeak", "training_peak_bytes"),
                    Map.entry("field", "receptive_field"),
                    Map.entry("rf", "receptive_field"),
                    Map.entry("layercount", "layers"),
                    Map.entry("numlayers", "layers")),
            Map.of(
                    "memory", WHICH_MEMORY,
                    "mem", WHICH_MEMORY,
                    "bytes", WHICH_MEMORY,
                    "ram", WHICH_MEMORY,
                    "vram", WHICH_MEMORY,
                    "flops", "write multiply_adds: half of them, where a multiply and an add count as two",
                    "gflops", "write multiply_adds: half of them, where a multiply and an add count as two"));

    private FigureWords() {}
}
