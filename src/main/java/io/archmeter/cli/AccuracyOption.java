package io.archmeter.cli;

import io.archmeter.Model;
import io.archmeter.accuracy.Accuracies;
import io.archmeter.accuracy.Accuracy;
import io.archmeter.accuracy.AccuracyFile;
import io.archmeter.accuracy.PublishedAccuracies;
import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How accurate models are, which others measured. */
final class AccuracyOption {
    /** More names than this say nothing to anyone. */
    private static final int MOST_NAMED = 5;

    @Option(
            names = "--accuracy",
            paramLabel = "FILE",
            description =
                    "how accurate models are, too: a CSV file with the columns model and accuracy (percent), or torchvision")
    private Optional<String> file = Optional.empty();

    private Optional<Accuracies> read = Optional.empty();

    /**
     * What is known of a model.
     *
     * @throws ProblemException where the file cannot be used
     */
    Optional<Accuracy> of(Model model) {
        return file.flatMap(name -> accuracies(name).of(model.graph().name()));
    }

    /** What there is to say of them: where they are from, and which names of the file nobody has. */
    List<String> remarks(List<Model> models) {
        if (file.isEmpty()) {
            return List.of();
        }
        Accuracies known = accuracies(file.get());
        List<String> remarks = new ArrayList<>();
        remarks.add("accuracy in percent, quoted and not counted: " + known.source());
        List<String> names = models.stream().map(model -> model.graph().name()).toList();
        List<String> others =
                known.models().stream().filter(name -> !names.contains(name)).toList();
        if (!isPublished(file.get()) && !others.isEmpty()) {
            int more = others.size() - MOST_NAMED;
            remarks.add("not among these models: "
                    + String.join(", ", others.subList(0, Math.min(MOST_NAMED, others.size())))
                    + (more > 0 ? " and " + more + " more" : ""));
        }
        return remarks;
    }

    /** @throws ProblemException where it is given and there is no place for it */
    void requireNone(String command) {
        if (file.isPresent()) {
            throw new ProblemException(Problem.at(
                    Span.of("archmeter " + command),
                    "surplus-option",
                    "--accuracy is of whole models, and not of their parts",
                    "leave it out, or leave out --by"));
        }
    }

    private Accuracies accuracies(String name) {
        if (read.isEmpty()) {
            read = Optional.of(isPublished(name) ? PublishedAccuracies.torchvision() : AccuracyFile.read(name));
        }
        return read.get();
    }

    private static boolean isPublished(String name) {
        return name.equals(PublishedAccuracies.TORCHVISION);
    }
}
