package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.report.SweepDocument;
import io.archmeter.report.SweepPictures;
import io.archmeter.report.answer.Documents;
import io.archmeter.sweep.Row;
import io.archmeter.sweep.Sample;
import io.archmeter.sweep.Summary;
import io.archmeter.sweep.Sweep;
import io.archmeter.sweep.SweepRun;
import io.archmeter.sweep.file.Spaces;
import io.archmeter.sweep.rows.RowFormat;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** All networks of a space. */
@Command(
        name = "sweep",
        description = "what all networks of a space cost, and which of them are best",
        footer = {
            "  archmeter sweep space.yaml",
            "  archmeter sweep space.yaml --rows rows.csv --resume -o space.html",
            "  archmeter sweep nas_bench_201 --sample 1000"
        })
final class SweepCommand extends Subcommand {
    private static final BigInteger MOST_POINTS = BigInteger.valueOf(10_000_000);
    private static final String ROWS = "--rows";

    @Parameters(
            paramLabel = "SPACE",
            description = "a file with a spec and the values of its params, or a space that comes with archmeter")
    private String space = "";

    @Option(
            names = "--sample",
            paramLabel = "N",
            converter = WholeNumbers.FromOne.class,
            description = "so many points, drawn without repetition (default: what the space says, or all)")
    private Optional<Long> sample = Optional.empty();

    @Option(
            names = "--seed",
            paramLabel = "N",
            converter = WholeNumbers.FromZero.class,
            description = "which points a sample has (default: what the space says, or 0)")
    private Optional<Long> seed = Optional.empty();

    @Option(
            names = ROWS,
            paramLabel = "FILE",
            description = "a row for each point, appended as it comes: .csv, or .jsonl for JSON in lines")
    private Optional<String> rows = Optional.empty();

    @Option(names = "--resume", description = "go on where the rows of FILE end")
    private boolean resume;

    @Option(
            names = "--threads",
            paramLabel = "N",
            converter = WholeNumbers.Threads.class,
            description = "threads (default: one for each core); the answer is the same with any number")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private OutputOptions output = new OutputOptions();

    SweepCommand(Console console) {
        super(console);
    }

    @Override
    public Integer call() {
        if (resume && rows.isEmpty()) {
            throw problem("surplus-option", "--resume is for rows, and none are written", "add --rows rows.csv");
        }
        Sweep sweep = sweep();
        requireFew(sweep);
        Optional<RowsFile> file = rows.map(name -> new RowsFile(name, format(name, sweep)));
        Summary summary = new Summary(sweep);
        file.ifPresent(opened -> opened.open(resume, summary));
        run(sweep, file, summary);
        output.answer(
                console(),
                Documents.of(
                        () -> SweepDocument.of(sweep, summary),
                        () -> SweepDocument.of(sweep, summary).with(SweepPictures.of(sweep, summary), List.of())));
        return summary.within() == 0 ? ExitCode.FAILED : ExitCode.FINE;
    }

    private Sweep sweep() {
        Sweep written = Spaces.find(space, Optional.empty());
        if (sample.isEmpty() && seed.isEmpty()) {
            return written;
        }
        long points = sample.or(() -> written.sample().map(Sample::points))
                .orElseThrow(() ->
                        problem("surplus-option", "--seed is for a sample, and there is none", "add --sample 1000"));
        long drawn = seed.or(() -> written.sample().map(Sample::seed)).orElse(0L);
        return Spaces.find(space, Optional.of(new Sample(points, drawn)));
    }

    private static void requireFew(Sweep sweep) {
        if (sweep.sample().isEmpty() && sweep.space().size().compareTo(MOST_POINTS) > 0) {
            throw new ProblemException(Problem.at(
                    Span.of(sweep.name()),
                    "too-many-points",
                    "the space has " + sweep.space().size() + " points, and more than 10,000,000 take too long",
                    "add --sample 10000"));
        }
    }

    private static RowFormat format(String name, Sweep sweep) {
        return RowFormat.ofFile(name, sweep)
                .orElseThrow(() -> problem(
                        "unknown-format",
                        "rows cannot be written to '" + name + "': its ending tells no format",
                        "let the name end in .csv or .jsonl"));
    }

    private static ProblemException problem(String code, String fact, String remedy) {
        return new ProblemException(Problem.at(Span.of("archmeter sweep"), code, fact, remedy));
    }

    private void run(Sweep sweep, Optional<RowsFile> file, Summary summary) {
        BigInteger begin = file.map(RowsFile::next).orElse(BigInteger.ZERO);
        long taken = file.map(RowsFile::taken).orElse(0L);
        BigInteger all = sweep.sample()
                .map(part -> BigInteger.valueOf(part.points()).min(sweep.space().size()))
                .orElseGet(() -> sweep.space().size())
                .subtract(sweep.sample().isPresent() ? BigInteger.valueOf(taken) : begin);
        try (SweepProgress progress = new SweepProgress(console(), sweep.name(), all)) {
            Consumer<List<Row>> parts = part -> {
                file.ifPresent(opened -> opened.append(part));
                part.forEach(summary::add);
                progress.done(part.size());
            };
            new SweepRun(sweep).run(begin, taken, threads, parts);
        } finally {
            file.ifPresent(RowsFile::close);
        }
    }
}
