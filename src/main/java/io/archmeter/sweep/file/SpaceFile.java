package io.archmeter.sweep.file;

import io.archmeter.accuracy.Accuracies;
import io.archmeter.accuracy.AccuracyFile;
import io.archmeter.metric.Metric;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Problems;
import io.archmeter.source.CheckedMapping;
import io.archmeter.source.FilePath;
import io.archmeter.source.SourceReader;
import io.archmeter.source.SourceValue;
import io.archmeter.source.TextFile;
import io.archmeter.spec.expression.Unevaluated;
import io.archmeter.spec.library.BundledLibrary;
import io.archmeter.sweep.Axis;
import io.archmeter.sweep.Limit;
import io.archmeter.sweep.Objective;
import io.archmeter.sweep.Sample;
import io.archmeter.sweep.Space;
import io.archmeter.sweep.Sweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** From the text of a space to what it says. */
public final class SpaceFile {
    static final List<String> KEYS = List.of(
            "title",
            "source",
            "spec",
            "params",
            "zip",
            "input",
            "batch",
            "dtype",
            "where",
            "figures",
            "limits",
            "minimize",
            "maximize",
            "accuracy",
            "sample");

    /** What decides which rows come out; the rest is asked of them afterwards. */
    private static final List<String> DECIDING = List.of("params", "zip", "input", "batch", "dtype", "where");

    private static final String EXAMPLE = "spec: net.yaml, and params: {width: [16, 32]}";

    private final TextFile text;
    private final SpaceFiles files;
    private final Problems problems = new Problems();
    private final Map<String, TextFile> accuracyFiles = new TreeMap<>();

    private SpaceFile(TextFile text, SpaceFiles files) {
        this.text = text;
        this.files = files;
    }

    /**
     * Reads a space.
     *
     * @param sample in place of the file's own; empty for that
     * @throws ProblemException with all that is wrong with it, or with its spec
     */
    public static Sweep read(String file, Optional<Sample> sample) {
        return read(file(file), sample, SpaceFiles.WHERE_THEY_ARE).sweep();
    }

    static TextFile file(String file) {
        return TextFile.read(FilePath.of(file, "give the path of a space"), file);
    }

    /** The space that a text is. */
    static ReadSpace read(TextFile text, Optional<Sample> sample, SpaceFiles files) {
        return new SpaceFile(text, files).space(sample);
    }

    private ReadSpace space(Optional<Sample> sample) {
        Optional<SourceValue> located = SourceReader.read(text, problems);
        if (located.isEmpty()) {
            problems.throwIfAny();
        }
        CheckedMapping keys =
                CheckedMapping.of("a space", EXAMPLE, located.orElseThrow(), KEYS, SpaceWords.IN_FILE, problems);
        Optional<SpecSource> spec = spec(keys, located.get());
        QuestionsReader questions = new QuestionsReader(keys, problems);
        SettingsReader settings = new SettingsReader(keys, problems);
        List<Axis> axes = spec.map(found -> new AxesReader(found.spec().spec(), problems).read(keys))
                .orElse(List.of());
        Space space = new Space(axes, settings.inputs(), settings.batches(), settings.types());
        List<Unevaluated> where = where(keys);
        List<Limit> limits = questions.limits();
        List<Objective> objectives = questions.wanted();
        List<Metric> figures = questions.figures(limits, objectives);
        Optional<Sample> own = settings.sample();
        Optional<Accuracies> accuracies = accuracies(keys, objectives, located.get());
        Optional<Sample> taken = sample.or(() -> own);
        String title = keys.text("title").orElse("");
        keys.text("source");
        problems.throwIfAny();
        Sweep sweep = new Sweep(
                text.name(),
                title,
                spec.orElseThrow().spec(),
                space,
                where,
                figures,
                limits,
                objectives,
                accuracies,
                taken,
                fingerprint(keys, spec.get(), figures, taken));
        return new ReadSpace(sweep, new SpaceTexts(text, spec.get().texts(), accuracyFiles, taken));
    }

    private Optional<SpecSource> spec(CheckedMapping keys, SourceValue located) {
        Optional<SourceValue> found = keys.find("spec");
        if (found.isEmpty() || found.get().isNothing()) {
            if (keys.lacks("spec") || found.isPresent()) {
                problems.add(located.at(), "no-spec", "the space names no spec", "write " + EXAMPLE);
            }
            return Optional.empty();
        }
        Optional<String> reference = keys.text("spec");
        try {
            return reference.map(name -> SpecSource.read(name, text, found.get().at(), files));
        } catch (ProblemException wrong) {
            for (Problem problem : wrong.problems()) {
                problems.add(problem);
            }
            return Optional.empty();
        }
    }

    private List<Unevaluated> where(CheckedMapping keys) {
        Optional<SourceValue> found = keys.find("where");
        if (found.isEmpty()) {
            return List.of();
        }
        List<SourceValue> all = found.get() instanceof SourceValue.Items list ? list.items() : List.of(found.get());
        List<Unevaluated> where = new ArrayList<>();
        for (SourceValue written : all) {
            Unevaluated condition = Unevaluated.of(written, problems);
            if (condition instanceof Unevaluated.Computed) {
                where.add(condition);
            } else if (!written.isUnknown()) {
                problems.add(
                        written.at(),
                        "wrong-type",
                        "a condition must be an expression, but is " + written.described(),
                        "write where: =width % groups == 0");
            }
        }
        return where;
    }

    /** A file that lies beside the space. */
    private Optional<Accuracies> accuracies(CheckedMapping keys, List<Objective> objectives, SourceValue located) {
        boolean wanted = objectives.stream().anyMatch(Objective.OfAccuracy.class::isInstance);
        Optional<String> name = keys.text("accuracy");
        if (wanted && keys.lacks("accuracy")) {
            problems.add(
                    located.at(),
                    "missing-key",
                    "accuracy is wanted, and nobody says how accurate what is",
                    "write accuracy: measured.csv, a file with the columns model and accuracy");
        }
        if (name.isEmpty() || text.name().startsWith(BundledLibrary.PREFIX)) {
            return Optional.empty();
        }
        try {
            Path folder = FilePath.of(text.name(), "give the path of a space").getParent();
            Path file = FilePath.of(name.get(), "give the path of a file with accuracies");
            TextFile found = files.accuracies((folder == null ? file : folder.resolve(file)).toString());
            accuracyFiles.put(found.name(), found);
            return Optional.of(AccuracyFile.read(found, found.name()));
        } catch (ProblemException wrong) {
            wrong.problems().forEach(problems::add);
            return Optional.empty();
        }
    }

    private static String fingerprint(
            CheckedMapping keys, SpecSource spec, List<Metric> figures, Optional<Sample> sample) {
        Fingerprint print = new Fingerprint();
        spec.texts().forEach((name, file) -> print.with(name, file.text()));
        print.with(
                "variant", spec.spec().variant().map(variant -> variant.name()).orElse(""));
        for (String key : DECIDING) {
            keys.find(key).ifPresent(value -> print.with(key, value));
        }
        print.with("figures", figures.toString());
        return print.with("seed", sample.map(Sample::seed).map(String::valueOf).orElse(""))
                .word();
    }
}
