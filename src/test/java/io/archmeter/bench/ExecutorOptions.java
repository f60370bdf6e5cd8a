package io.archmeter.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is to be measured.
 *
 * @param fast whether convolutions may multiply less often than their definition says
 * @param page the page of the manual that takes the table, if any
 */
record ExecutorOptions(
        What what, List<String> models, List<Integer> threads, int rounds, boolean fast, Optional<Path> page) {
    private static final List<String> MODELS = List.of(
            "resnet50",
            "vgg16",
            "googlenet",
            "alexnet",
            "squeezenet1_1",
            "mobilenet_v2",
            "efficientnet_b0",
            "vit_b_16");
    private static final String USAGE =
            "usage: scripts/bench executor [MODEL ...] [--layers | --operators] [--threads N,N]"
                    + " [--rounds N] [--direct | --fast] [--plain] [--write]";

    enum What {
        MODELS,
        LAYERS,
        OPERATORS
    }

    static ExecutorOptions parse(String[] args) {
        What what = What.MODELS;
        List<String> models = new ArrayList<>();
        int cores = Runtime.getRuntime().availableProcessors();
        List<Integer> threads = Stream.of(1, cores).distinct().toList();
        int rounds = 31;
        boolean fast = true;
        Optional<Path> page = Optional.empty();
        for (int i = 0; i < args.length; i++) {
            switch (args[i]) {
                case "--layers" -> what = What.LAYERS;
                case "--operators" -> what = What.OPERATORS;
                case "--direct" -> fast = false;
                case "--fast" -> fast = true;
                case "--write" -> page = Optional.of(Path.of(value(args, ++i)));
                case "--rounds" -> rounds = count(args, ++i);
                case "--threads" ->
                    threads = Stream.of(value(args, ++i).split(","))
                            .map(Integer::valueOf)
                            .toList();
                default -> {
                    if (args[i].startsWith("-")) {
                        throw new IllegalArgumentException("no such option: " + args[i] + "\n" + USAGE);
                    }
                    models.add(args[i]);
                }
            }
        }
        return new ExecutorOptions(what, models.isEmpty() ? MODELS : models, threads, rounds, fast, page);
    }

    private static int count(String[] args, int i) {
        return Integer.parseInt(value(args, i));
    }

    private static String value(String[] args, int i) {
        if (i == args.length) {
            throw new IllegalArgumentException(args[i - 1] + " needs a value\n" + USAGE);
        }
        return args[i];
    }
}
