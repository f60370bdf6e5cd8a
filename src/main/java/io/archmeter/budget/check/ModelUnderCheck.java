package io.archmeter.budget.check;

import io.archmeter.budget.BudgetedModel;
import io.archmeter.budget.Limit;
import io.archmeter.budget.Measurement;
import io.archmeter.budget.Scope;
import io.archmeter.diff.Difference;
import io.archmeter.diff.align.LayerChange;
import io.archmeter.graph.DType;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.snapshot.LayerSnapshot;
import io.archmeter.snapshot.Snapshot;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/** A model, what it costs, and what it cost when the baseline was written. */
final class ModelUnderCheck {
    /** Layers that are named where many are not known. */
    private static final int NAMED = 3;

    /** Each takes a thousand bytes, and nobody reads as many. */
    private static final int MOST_FINDINGS = 200_000;

    private final Measurement measurement;
    private final Optional<Snapshot> before;
    private Optional<Difference> difference = Optional.empty();
    private final Map<String, LayerChange> changes = new HashMap<>();
    private final Map<String, Integer> positions = new HashMap<>();
    private final Map<Metric, GrownBlocks> grownBlocks = new EnumMap<>(Metric.class);
    private final Map<Metric, Long> wholes = new EnumMap<>(Metric.class);
    private int findings;

    /**
     * What is compared.
     *
     * @param before the same model in the baseline, maybe under another key
     */
    ModelUnderCheck(Measurement measurement, Optional<Snapshot> before) {
        this.measurement = Objects.requireNonNull(measurement, "measurement");
        this.before = before;
    }

    Measurement measurement() {
        return measurement;
    }

    BudgetedModel subject() {
        return measurement.subject();
    }

    Snapshot now() {
        return measurement.snapshot();
    }

    Optional<Snapshot> before() {
        return before;
    }

    /** The limits on one kind of scope, as they are in the budget. */
    List<Limit> limits(Class<? extends Scope> kind) {
        return subject().limits().stream()
                .filter(limit -> kind.isInstance(limit.scope()))
                .toList();
    }

    /** What changed since the baseline, what adds most to a metric first; nothing where there is no baseline. */
    List<LayerChange> heaviestChanges(Metric metric) {
        return align().map(found -> found.heaviest(metric)).orElse(List.of());
    }

    /** The part of the baseline's network that a scope means; the layers that became those of {@code part}, if none bears such a name. */
    ScopedLayers before(Limit limit, ScopedLayers part) {
        Snapshot old = before.orElseThrow();
        ScopedLayers named = ScopedLayers.of(limit.scope(), limit.metric(), old);
        return named.layers().isEmpty() ? counterparts(limit.metric(), part.layers()) : named;
    }

    /** What a layer was in the baseline: none where it is new. */
    ScopedLayers counterpart(Metric metric, LayerSnapshot layer) {
        return counterparts(metric, List.of(layer));
    }

    private ScopedLayers counterparts(Metric metric, List<LayerSnapshot> layers) {
        return ScopedLayers.of(
                metric,
                layers.stream()
                        .flatMap(layer -> change(layer).flatMap(LayerChange::old).stream())
                        .toList());
    }

    /** What became of a layer since the baseline; empty where there is none. */
    Optional<LayerChange> change(LayerSnapshot layer) {
        align();
        return Optional.ofNullable(changes.get(layer.name()));
    }

    /** Where the growth of a layer comes from. */
    Origin origin(LayerChange grown, Metric metric) {
        return grownBlocks
                .computeIfAbsent(metric, each -> new GrownBlocks(now().layers(), this::change, each))
                .of(grown);
    }

    /** What all layers have of a metric together, as far as that is known. */
    long whole(Metric metric) {
        return wholes.computeIfAbsent(metric, each -> Evidence.whole(each, now().layers()));
    }

    /**
     * Counts what is found of single layers.
     *
     * @throws ProblemException where it becomes too much
     */
    void countFinding(Limit limit) {
        findings++;
        if (findings > MOST_FINDINGS) {
            throw new ProblemException(Problem.at(
                    limit.place(),
                    "too-many-findings",
                    "with this limit, single layers of " + subject().key() + " are over their limits more than "
                            + MOST_FINDINGS + " times",
                    "limit them together below 'modules:', or leave out what says the same again"));
        }
    }

    /** The layers before one, in the order of execution. */
    List<LayerSnapshot> before(LayerSnapshot layer) {
        if (positions.isEmpty()) {
            for (int i = 0; i < now().layers().size(); i++) {
                positions.put(now().layers().get(i).name(), i);
            }
        }
        return now().layers().subList(0, positions.get(layer.name()));
    }

    /** Holds what there is of a part to what the limit allows. */
    Judgement judge(Limit limit, OptionalLong actual, Optional<ScopedLayers> old) {
        OptionalLong past = old.map(ScopedLayers::value).orElse(OptionalLong.empty());
        if (actual.isEmpty()) {
            return Judgement.notChecked(limit, actual, past, unknown(limit.metric()));
        }
        OptionalLong allowed = Allowance.of(limit.bound(), limit.metric(), now().total(limit.metric()), past);
        return allowed.isPresent()
                ? Judgement.of(limit, actual.getAsLong(), allowed.getAsLong(), past)
                : Judgement.notChecked(limit, actual, past, obstacle(limit, old));
    }

    private String unknown(Metric metric) {
        DType type = now().settings().dtype();
        String why = metric.isOfTraining() && !type.hasGradients() ? ": nothing can be trained in " + type : "";
        List<String> layers = now().layers().stream()
                .filter(layer -> layer.of(metric).isEmpty())
                .map(LayerSnapshot::name)
                .toList();
        if (layers.isEmpty() || layers.size() == now().layers().size()) {
            return "the " + metric.words() + " is not known" + why;
        }
        List<String> named = layers.subList(0, Math.min(NAMED, layers.size()));
        int more = layers.size() - named.size();
        return "not known of " + String.join(", ", named) + (more == 0 ? "" : " and " + more + " more");
    }

    private String obstacle(Limit limit, Optional<ScopedLayers> old) {
        String words = limit.metric().words();
        if (!limit.bound().isRelative()) {
            return "the " + words + " of the whole network is not known";
        }
        if (before.isEmpty()) {
            return "the baseline does not have this model";
        }
        return old.filter(part -> part.layers().isEmpty()).isPresent()
                ? "the baseline does not have such a layer"
                : "the baseline does not know the " + words + " of it";
    }

    /** Finds which layer is which when that is asked for the first time: most limits are kept, and need not know. */
    private Optional<Difference> align() {
        if (difference.isEmpty() && before.isPresent()) {
            Difference found = Difference.of(before.get(), now());
            found.layers().forEach(change -> change.now().ifPresent(layer -> changes.put(layer.name(), change)));
            difference = Optional.of(found);
        }
        return difference;
    }
}
