package io.archmeter.growth;

import io.archmeter.facts.Amount;
import io.archmeter.facts.NetworkFacts;
import io.archmeter.metric.Metric;
import io.archmeter.op.Refusal;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;

/** Networks at the points that were asked for, each loaded and measured once. Only their figures are kept. */
final class Networks {
    /** What there is at a point: figures, or why there is no network. */
    record Sample(Map<Metric, Amount> figures, Optional<Problem> refused) {
        Sample {
            figures = Map.copyOf(figures);
        }
    }

    private final Function<List<Long>, NetworkFacts> loaded;
    private final Measures measures;
    private final Map<List<Long>, Sample> known = new HashMap<>();

    /** @param loaded by the values of variables; throws a problem where there is no such network */
    Networks(Function<List<Long>, NetworkFacts> loaded, Measures measures) {
        this.loaded = loaded;
        this.measures = measures;
    }

    Sample at(List<Long> point) {
        Sample sample = known.get(point);
        if (sample == null) {
            sample = measured(point);
            known.put(List.copyOf(point), sample);
        }
        return sample;
    }

    List<Metric> metrics() {
        return measures.metrics();
    }

    boolean has(List<Long> point) {
        return at(point).refused().isEmpty();
    }

    /** One figure of all of them. */
    Figure figure(Metric metric) {
        return point -> {
            Amount amount = at(point).figures().get(metric);
            return amount == null ? OptionalLong.empty() : amount.exact();
        };
    }

    private Sample measured(List<Long> point) {
        try {
            return new Sample(measures.of(loaded.apply(point)), Optional.empty());
        } catch (ProblemException none) {
            return new Sample(Map.of(), Optional.of(none.problems().get(0)));
        } catch (Refusal refusal) {
            return refused(refusal.code(), refusal.fact(), refusal.remedy());
        } catch (ArithmeticException tooLarge) {
            return refused(
                    "overflow",
                    "the network costs more than a 64-bit number can count",
                    "ask for less; no machine could run this");
        }
    }

    private static Sample refused(String code, String fact, String remedy) {
        return new Sample(Map.of(), Optional.of(Problem.at(Span.of("network"), code, fact, remedy)));
    }
}
