package io.archmeter.sweep;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.spec.expression.EvaluationSteps;
import io.archmeter.spec.expression.Scope;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.spec.expression.Variables;
import io.archmeter.value.PlainValue;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/**
 * Evaluates the points of a sweep on all cores. Rows come out in the order of positions, whatever the number of threads; so many of them are on
 * their way at once that all threads have work, and no more.
 */
public final class SweepRun {
    private static final int ROWS_OF_A_PART = 64;
    private static final int PARTS_OF_A_THREAD = 4;

    private final Sweep sweep;
    private final Evaluation evaluation;
    private final Shuffle order;

    public SweepRun(Sweep sweep) {
        this.sweep = sweep;
        this.evaluation = SharedNetworks.of(sweep.spec(), new Figures(sweep.figures()));
        this.order = sweep.order();
    }

    /**
     * The rows of some positions: what another machine can do as well.
     *
     * @param from the first position
     * @param to the one after the last
     * @throws ProblemException where a condition cannot be evaluated
     */
    public List<Row> rows(BigInteger from, BigInteger to) {
        List<Row> rows = new ArrayList<>();
        for (BigInteger position = from; position.compareTo(to) < 0; position = position.add(BigInteger.ONE)) {
            Point point = sweep.space().point(order.index(position));
            rows.add(new Row(position, point, holds(point) ? evaluation.of(point) : new Outcome.Excluded()));
        }
        return rows;
    }

    /**
     * For how many positions the conditions hold.
     *
     * @param from the first position
     * @param to the one after the last
     * @throws ProblemException where a condition cannot be evaluated
     */
    public long points(BigInteger from, BigInteger to) {
        long points = 0;
        for (BigInteger position = from; position.compareTo(to) < 0; position = position.add(BigInteger.ONE)) {
            points += holds(sweep.space().point(order.index(position))) ? 1 : 0;
        }
        return points;
    }

    private boolean holds(Point point) {
        if (sweep.where().isEmpty()) {
            return true;
        }
        Scope params = sweep.spec().params(point.settings());
        Variables seen =
                params.seeing(sweep.spec().sample(point.input(), params).map(sample -> sample.batched(point.batch())));
        for (Unevaluated condition : sweep.where()) {
            if (!holds(condition.value(seen, new EvaluationSteps()), condition)) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(PlainValue value, Unevaluated condition) {
        if (value instanceof PlainValue.Flag flag) {
            return flag.flag();
        }
        throw new ProblemException(Problem.at(
                condition.at(),
                "wrong-type",
                "a condition must be true or false, but this is " + value.described(),
                "write a comparison, such as =width % groups == 0"));
    }

    /**
     * Gives the rows of all points that the sweep takes, one after the other.
     *
     * @param begin the position to begin at
     * @param taken how many points for which the conditions hold stand before that
     * @param threads at least 1
     * @param parts takes rows, some of them together
     */
    public void run(BigInteger begin, long taken, int threads, Consumer<List<Row>> parts) {
        ExecutorService workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "sweep");
            thread.setDaemon(true);
            return thread;
        });
        try {
            run(begin, taken, threads, workers, parts);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            workers.shutdownNow();
        }
    }

    private void run(BigInteger begin, long taken, int threads, ExecutorService workers, Consumer<List<Row>> parts)
            throws InterruptedException {
        Deque<Future<List<Row>>> underway = new ArrayDeque<>();
        BigInteger end = sweep.end();
        BigInteger next = begin;
        long most = sweep.sample().map(Sample::points).orElse(Long.MAX_VALUE);
        long kept = taken;
        while (kept < most && (next.compareTo(end) < 0 || !underway.isEmpty())) {
            while (underway.size() < threads * PARTS_OF_A_THREAD && next.compareTo(end) < 0) {
                BigInteger from = next;
                BigInteger to = next.add(BigInteger.valueOf(ROWS_OF_A_PART)).min(end);
                underway.add(workers.submit(() -> rows(from, to)));
                next = to;
            }
            List<Row> rows = upTo(most - kept, result(underway.remove()));
            kept += rows.stream().filter(row -> !row.isExcluded()).count();
            parts.accept(rows);
        }
    }

    private static List<Row> upTo(long most, List<Row> rows) {
        long taken = 0;
        for (int i = 0; i < rows.size(); i++) {
            taken += rows.get(i).isExcluded() ? 0 : 1;
            if (taken == most) {
                return rows.subList(0, i + 1);
            }
        }
        return rows;
    }

    private static List<Row> result(Future<List<Row>> part) throws InterruptedException {
        try {
            return part.get();
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException problem) {
                throw problem;
            }
            if (failed.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException(failed.getCause());
        }
    }
}
