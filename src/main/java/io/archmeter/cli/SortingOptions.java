package io.archmeter.cli;

import io.archmeter.metric.Metric;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import io.archmeter.report.Ranking;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** In which order layers come, and how many: by a column that all tables have, or by that of a convention that is asked for. */
final class SortingOptions implements JudgedOptions {
    private static final String SORT = "--sort";

    private final ConventionOption convention;

    @Option(
            names = SORT,
            paramLabel = "COLUMN",
            description = "largest first: parameters, multiply_adds, output_bytes, a convention ...")
    private Optional<String> sort = Optional.empty();

    @Option(
            names = "--top",
            paramLabel = "N",
            converter = WholeNumbers.Limit.class,
            description = "only the N largest, by multiply_adds if not sorted")
    private Optional<Integer> top = Optional.empty();

    SortingOptions(ConventionOption convention) {
        this.convention = convention;
    }

    @Override
    public List<Problem> problems(Span place, Terminal terminal) {
        List<Problem> problems = new ArrayList<>();
        if (sort.isPresent()) {
            try {
                SortColumn.among(columns(), sort.get());
            } catch (UnknownWord unknown) {
                problems.add(unknown.problem(place, SORT, sort.get()));
            }
        }
        return problems;
    }

    private List<String> columns() {
        List<String> columns = new ArrayList<>(SortColumn.ALWAYS);
        convention.conventions().forEach(each -> columns.add(each.name()));
        return columns;
    }

    Ranking ranking() {
        OptionalInt most = top.map(OptionalInt::of).orElse(OptionalInt.empty());
        if (sort.isEmpty()) {
            return top.isPresent() ? Ranking.by(Metric.MULTIPLY_ADDS, most) : Ranking.NONE;
        }
        String column = SortColumn.among(columns(), sort.get());
        return column.equals(SortColumn.IN_ORDER) ? Ranking.inOrder(most) : Ranking.by(column, most);
    }
}
