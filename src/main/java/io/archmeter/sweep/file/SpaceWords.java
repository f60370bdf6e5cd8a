package io.archmeter.sweep.file;

import io.archmeter.problem.Vocabulary;
import java.util.Map;

/** What was meant by a word that is none of a space's. */
final class SpaceWords {
    static final Vocabulary IN_FILE = new Vocabulary(
            Map.ofEntries(
                    Map.entry("model", "spec"),
                    Map.entry("network", "spec"),
                    Map.entry("base", "spec"),
                    Map.entry("axes", "params"),
                    Map.entry("grid", "params"),
                    Map.entry("space", "params"),
                    Map.entry("parameters", "params"),
                    Map.entry("set", "params"),
                    Map.entry("zipped", "zip"),
                    Map.entry("together", "zip"),
                    Map.entry("inputs", "input"),
                    Map.entry("inputsize", "input"),
                    Map.entry("inputshape", "input"),
                    Map.entry("shape", "input"),
                    Map.entry("resolution", "input"),
                    Map.entry("batches", "batch"),
                    Map.entry("batchsize", "batch"),
                    Map.entry("precision", "dtype"),
                    Map.entry("type", "dtype"),
                    Map.entry("types", "dtype"),
                    Map.entry("constraints", "where"),
                    Map.entry("constraint", "where"),
                    Map.entry("condition", "where"),
                    Map.entry("if", "where"),
                    Map.entry("metrics", "figures"),
                    Map.entry("columns", "figures"),
                    Map.entry("bounds", "limits"),
                    Map.entry("budget", "limits"),
                    Map.entry("min", "minimize"),
                    Map.entry("minimise", "minimize"),
                    Map.entry("max", "maximize"),
                    Map.entry("maximise", "maximize"),
                    Map.entry("accuracies", "accuracy"),
                    Map.entry("samples", "sample"),
                    Map.entry("random", "sample")),
            Map.of());

    static final Vocabulary OF_VALUES = new Vocabulary(
            Map.of(
                    "start", "from",
                    "begin", "from",
                    "stop", "to",
                    "end", "to",
                    "until", "to",
                    "by", "step",
                    "of", "each",
                    "length", "times",
                    "repeat", "times",
                    "combinations", "product"),
            Map.of());

    static final Vocabulary NONE = new Vocabulary(Map.of(), Map.of());

    private SpaceWords() {}
}
