package io.archmeter.cli;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.report.SweepDocument;
import io.archmeter.report.SweepPictures;
import io.archmeter.report.answer.Documents;
import io.archmeter.report.text.Readable;
import io.archmeter.sweep.Row;
import io.archmeter.sweep.Sample;
import io.archmeter.sweep.Summary;
import io.archmeter.sweep.Sweep;
import io.archmeter.sweep.SweepRun;
import io.archmeter.sweep.file.ReadSpace;
import io.archmeter.sweep.file.Spaces;
import io.archmeter.sweep.part.Cluster;
import io.archmeter.sweep.part.ClusterJob;
import io.archmeter.sweep.part.SparkOnClassPath;
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
            "  archmeter sweep nas_bench_201 --sample 1000",
            "  archmeter sweep space.yaml --on spark --master spark://host:7077 --rows rows.parquet"
        })
final class SweepCommand extends Subcommand {
    private static final BigInteger MOST_POINTS = BigInteger.valueOf(10_000_000);
    private static final BigInteger MOST_POINTS_OF_A_CLUSTER = BigInteger.valueOf(10_000_000_000L);
    private static final String ROWS = "--rows";
    private static final String ON = "--on";
    private static final String MASTER = "--master";
    private static final String THREADS = "--threads";

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
            description =
                    "a row for each point, as it comes: .csv, .jsonl for JSON in lines, or a folder .parquet with a file for each part")
    private Optional<String> rows = Optional.empty();

    @Option(names = "--resume", description = "go on where the rows of FILE end")
    private boolean resume;

    @Option(
            names = THREADS,
            paramLabel = "N",
            converter = WholeNumbers.Threads.class,
            description = "threads (default: one for each core); the answer is the same with any number")
    private Optional<Integer> threads = Optional.empty();

    @Option(
            names = ON,
            paramLabel = "WHERE",
            description = "here (default), or spark: on a cluster, with the same answer")
    private SweepPlace place = SweepPlace.HERE;

    @Option(
            names = MASTER,
            paramLabel = "URL",
            description =
                    "who leads the cluster, as Spark calls it: spark://host:7077, yarn, local[4] (default: what spark-submit says)")
    private Optional<String> master = Optional.empty();

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
        requireTogether();
        ReadSpace read = read();
        Sweep sweep = read.sweep();
        requireFew(sweep);
        Summary summary = place == SweepPlace.HERE ? here(sweep) : onSpark(read);
        output.answer(
                console(),
                Documents.of(
                        () -> SweepDocument.of(sweep, summary),
                        () -> SweepDocument.of(sweep, summary).with(SweepPictures.of(sweep, summary), List.of())));
        return summary.within() == 0 ? ExitCode.FAILED : ExitCode.FINE;
    }

    private void requireTogether() {
        if (place == SweepPlace.HERE && master.isPresent()) {
            throw problem("surplus-option", MASTER + " is for a cluster", "add " + ON + " " + SweepPlace.SPARK);
        }
        if (place == SweepPlace.SPARK && threads.isPresent()) {
            throw problem(
                    "surplus-option",
                    THREADS + " is for this machine alone",
                    "leave it out, or say it to Spark: " + MASTER + " local[" + threads.get() + "]");
        }
        if (place == SweepPlace.SPARK
                && rows.filter(name -> !WrittenRows.isFolder(name)).isPresent()) {
            throw problem(
                    "unknown-format",
                    "many machines cannot write one file, and " + ROWS + " is '" + rows.get() + "'",
                    "name a folder that all of them see and that ends in .parquet");
        }
    }

    private ReadSpace read() {
        ReadSpace written = Spaces.read(space, Optional.empty());
        if (sample.isEmpty() && seed.isEmpty()) {
            return written;
        }
        long points = sample.or(() -> written.sweep().sample().map(Sample::points))
                .orElseThrow(() ->
                        problem("surplus-option", "--seed is for a sample, and there is none", "add --sample 1000"));
        long drawn = seed.or(() -> written.sweep().sample().map(Sample::seed)).orElse(0L);
        return Spaces.read(space, Optional.of(new Sample(points, drawn)));
    }

    private void requireFew(Sweep sweep) {
        BigInteger most = place == SweepPlace.HERE ? MOST_POINTS : MOST_POINTS_OF_A_CLUSTER;
        if (sweep.sample().isEmpty() && sweep.space().size().compareTo(most) > 0) {
            throw new ProblemException(Problem.at(
                    Span.of(sweep.name()),
                    "too-many-points",
                    "the space has " + sweep.space().size() + " points, and more than "
                            + Readable.exact(most.longValueExact()) + " take too long",
                    "add --sample 10000"));
        }
    }

    private static ProblemException problem(String code, String fact, String remedy) {
        return new ProblemException(Problem.at(Span.of("archmeter sweep"), code, fact, remedy));
    }

    private Summary onSpark(ReadSpace read) {
        Cluster cluster = SparkOnClassPath.cluster(Span.of("archmeter sweep"));
        return cluster.sweep(new ClusterJob(read, master, rows, resume));
    }

    private Summary here(Sweep sweep) {
        Optional<WrittenRows> written = rows.map(name -> WrittenRows.of(name, sweep));
        Summary summary = new Summary(sweep);
        WrittenRows.Begun begun =
                written.map(opened -> opened.open(resume, summary)).orElse(WrittenRows.Begun.NOTHING);
        run(sweep, written, begun, summary);
        return summary;
    }

    private void run(Sweep sweep, Optional<WrittenRows> written, WrittenRows.Begun begun, Summary summary) {
        BigInteger all = sweep.sample()
                .map(part -> BigInteger.valueOf(part.points()).min(sweep.space().size()))
                .orElseGet(() -> sweep.space().size())
                .subtract(sweep.sample().isPresent() ? BigInteger.valueOf(begun.taken()) : begun.next());
        try (SweepProgress progress = new SweepProgress(console(), sweep.name(), all)) {
            Consumer<List<Row>> parts = part -> {
                written.ifPresent(opened -> opened.append(part));
                part.forEach(summary::add);
                progress.done(part.size());
            };
            int most = threads.orElseGet(Runtime.getRuntime()::availableProcessors);
            new SweepRun(sweep).run(begun.next(), begun.taken(), most, parts);
            written.ifPresent(WrittenRows::finish);
        } finally {
            written.ifPresent(WrittenRows::close);
        }
    }
}
