package io.archmeter.spec.expand;

import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Problems;
import io.archmeter.problem.Span;
import io.archmeter.spec.Names;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The names of layers and modules: which are taken, and whose outputs can be taken by them. */
public final class References {
    /** Where in a large network a slip of the finger is looked for. */
    private static final int MOST_NAMES = 1_000;

    /** Names of outputs in a problem. */
    private static final int MOST_OUTPUTS = 10;

    private static final int LETTERS_OF_A_STEP = 4;

    /**
     * A name that could not be resolved when it was met; whether it comes later is known at the end.
     *
     * @param wanted what of the layer was wanted: its output, or its weights
     * @param before how many outputs there were by then
     */
    private record Missing(Span at, String layer, String name, NameScope level, String wanted, int before) {}

    private static final String OUTPUT = "output";
    private static final String WEIGHTS = "weights";

    private final ExpansionSteps steps;
    private final Problems problems;
    private final Map<String, Span> claimed = new HashMap<>();
    private final RepeatedNames repeated;
    /** Names that were taken a second time; the names below them are then taken as well, which needs no problem of its own. */
    private final Set<String> taken = new HashSet<>();

    private final Map<String, LayerOutput> outputs = new LinkedHashMap<>();
    /** The names of the outputs of layers that have several, by the path of the layer. */
    private final Map<String, List<String>> outputNames = new HashMap<>();
    /** How many joins of one name were given a number; looking for a free one from the start would take quadratic time. */
    private final Map<String, Integer> joins = new HashMap<>();
    /** Names of layers that do not exist, because of their {@code when}. */
    private final Set<String> leftOut = new HashSet<>();
    /** By place: in a loop, a name is missing again and again. */
    private final Map<Span, Missing> missing = new LinkedHashMap<>();

    /** @param repeated the loops that are being unrolled, which can be the cause of names that are taken already */
    References(ExpansionSteps steps, RepeatedNames repeated, Problems problems) {
        this.steps = steps;
        this.repeated = repeated;
        this.problems = problems;
    }

    /** Takes a name for a layer or module; a name that is taken already is a problem. */
    void claim(String path, Span at) {
        steps.take(path.length() / LETTERS_OF_A_STEP, at);
        Span first = claimed.putIfAbsent(path, at);
        if (first == null) {
            return;
        }
        int dot = path.lastIndexOf('.');
        boolean belowAnother = dot > 0 && taken.contains(path.substring(0, dot));
        taken.add(path);
        if (belowAnother || first.equals(at) && repeated.take(path.substring(dot + 1))) {
            return;
        }
        problems.add(new Problem(
                "duplicate-name",
                at,
                path,
                "the name is taken already, " + (first.equals(at) ? "by the same line" : "in " + seenFrom(at, first)),
                "give one of the two another name"));
    }

    private static String seenFrom(Span at, Span other) {
        return other.file().equals(at.file()) ? other.lineAndColumn() : other.toString();
    }

    /** A path that no layer has: {@code add}, or {@code add_2}. */
    String free(NameScope level, String name) {
        String wanted = level.path(name);
        String path = wanted;
        while (claimed.containsKey(path)) {
            path = wanted + "_" + joins.merge(wanted, 1, Integer::sum);
        }
        joins.putIfAbsent(wanted, 1);
        return path;
    }

    /** The output of a layer or module can be taken by its name from now on. */
    void finish(String path, LayerOutput output) {
        outputs.put(path, output);
    }

    /**
     * The outputs of a layer that has several can be taken by their names from now on.
     *
     * @param named in their order; one without a name is taken by that of the layer alone
     */
    void finish(String path, Map<String, LayerOutput> named) {
        named.forEach((name, output) -> finish(path + "." + name, output));
        outputNames.put(path, List.copyOf(named.keySet()));
    }

    /** There will be no layer of this name, because of its {@code when}. */
    void leaveOut(String path) {
        leftOut.add(path);
    }

    /** The output of the layer that a name means; not known where there is none, or none yet. */
    LayerOutput resolve(String name, Span at, NameScope level, String layer) {
        if (name.equals(Names.INPUT)) {
            return level.input();
        }
        Optional<String> path = path(name, at, level);
        if (path.isPresent()) {
            return outputs.get(path.get());
        }
        missing.putIfAbsent(at, new Missing(at, layer, name, level, OUTPUT, outputs.size()));
        return LayerOutput.UNKNOWN;
    }

    /** The path of the layer or module that a name means, whose weights another takes; empty where there is none, or none yet. */
    Optional<String> resolveWeights(String name, Span at, NameScope level, String layer) {
        Optional<String> path = path(name, at, level);
        if (path.isEmpty()) {
            missing.putIfAbsent(at, new Missing(at, layer, name, level, WEIGHTS, outputs.size()));
        }
        return path;
    }

    /** The path of the layer or module that a name means; empty where there is none yet, which is no problem here. */
    Optional<String> known(String name, NameScope level) {
        return among(outputs.keySet(), level.visible(), name);
    }

    private Optional<String> path(String name, Span at, NameScope level) {
        for (NameScope visible : level.visible()) {
            String path = visible.path(name);
            steps.take(path.length() / LETTERS_OF_A_STEP, at);
            if (outputs.containsKey(path)) {
                return Optional.of(path);
            }
        }
        return Optional.empty();
    }

    /** The output of the layer or module of a path; empty where there is none yet. */
    Optional<LayerOutput> find(String path) {
        return Optional.ofNullable(outputs.get(path));
    }

    /** Reports the names that could not be resolved, and the loops that give names again. */
    void report() {
        missing.values().forEach(this::report);
        repeated.report(problems);
    }

    private void report(Missing reference) {
        Optional<String> later = among(claimed.keySet(), reference.level().visible(), reference.name());
        if (later.isPresent()) {
            add(
                    reference,
                    "cycle",
                    cycle(reference, later.get()),
                    "take the " + reference.wanted() + " of a layer that stands before it");
            return;
        }
        if (among(leftOut, reference.level().visible(), reference.name()).isPresent()) {
            add(
                    reference,
                    "unknown-layer",
                    "the layer '" + Excerpt.of(reference.name()) + "' is left out by its 'when'",
                    "give this layer such a 'when' too, or take "
                            + (reference.wanted().equals(OUTPUT) ? "another output" : "other weights")
                            + " where that one is left out");
            return;
        }
        add(reference, "unknown-layer", "there is no layer '" + Excerpt.of(reference.name()) + "'", remedy(reference));
    }

    private static String cycle(Missing reference, String path) {
        if (path.equals(reference.layer())) {
            return "takes its own " + reference.wanted();
        }
        return "takes the " + reference.wanted() + " of " + path
                + (reference.level().isBelow(path) ? ", of which it is a part" : ", which is computed after it");
    }

    private void add(Missing reference, String code, String fact, String remedy) {
        problems.add(new Problem(code, reference.at(), reference.layer(), fact, remedy));
    }

    private static Optional<String> among(Set<String> paths, List<NameScope> levels, String name) {
        return levels.stream()
                .map(level -> level.path(name))
                .filter(paths::contains)
                .findFirst();
    }

    private String remedy(Missing reference) {
        if (among(claimed.keySet(), reference.level().hidden(), reference.name())
                .isPresent()) {
            return "a block sees its own layers, and what comes in as 'input': take the " + reference.wanted()
                    + " outside of it";
        }
        Optional<String> others = otherOutputs(reference);
        if (others.isPresent()) {
            return others.get();
        }
        if (reference.name().startsWith("=")) {
            return Names.remedyOfLayer(reference.name()).orElseThrow();
        }
        Set<String> known = new LinkedHashSet<>();
        for (NameScope level : reference.level().visible()) {
            outputs.keySet().stream()
                    .limit(reference.before())
                    .flatMap(path -> level.nameOf(path).stream())
                    .limit(MOST_NAMES)
                    .forEach(known::add);
        }
        return Nearest.to(reference.name(), known)
                .map(nearest -> "did you mean '" + nearest + "'?")
                .orElse("name a layer that stands before it"
                        + (reference.wanted().equals(OUTPUT) ? ", or 'input'" : ""));
    }

    /** What to do about the name of an output that a layer with several does not have. */
    private Optional<String> otherOutputs(Missing reference) {
        int dot = reference.name().lastIndexOf('.');
        if (dot < 0 || !reference.wanted().equals(OUTPUT)) {
            return Optional.empty();
        }
        String layer = reference.name().substring(0, dot);
        return among(outputNames.keySet(), reference.level().visible(), layer)
                .map(outputNames::get)
                .map(names -> layer + " puts out " + listed(names) + ": "
                        + Nearest.to(reference.name().substring(dot + 1), names)
                                .map(nearest -> "did you mean '" + layer + "." + nearest + "'?")
                                .orElse("name one of them, such as " + layer + "." + names.get(0)));
    }

    private static String listed(List<String> names) {
        return names.size() <= MOST_OUTPUTS
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, MOST_OUTPUTS)) + " and " + (names.size() - MOST_OUTPUTS) + " more";
    }
}
