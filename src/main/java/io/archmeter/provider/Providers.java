package io.archmeter.provider;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;

/** Finds services of projects on the class path, and asks them. What they throw is a problem that names them. */
public final class Providers {
    private static final String FOLDER = "META-INF/services/";

    private Providers() {}

    /**
     * All that provide a service, as {@link ServiceLoader} finds them beside the service itself.
     *
     * @throws ProblemException where one cannot be made
     */
    public static <S> List<S> of(Class<S> service) {
        ClassLoader loader = service.getClassLoader();
        boolean modules = service.getModule().isNamed();
        if (!modules && loader.getResource(FOLDER + service.getName()) == null) {
            return List.of(); // A ServiceLoader takes some milliseconds to see that. Modules have no such file.
        }
        List<S> providers = new ArrayList<>();
        try {
            Iterator<S> found = ServiceLoader.load(service, loader).iterator();
            while (found.hasNext()) {
                providers.add(found.next());
            }
        } catch (ServiceConfigurationError broken) {
            throw unusable(
                    FOLDER + service.getName(),
                    broken.getMessage() + (broken.getCause() == null ? "" : ": " + broken.getCause()));
        }
        return providers;
    }

    /**
     * What a provider answers.
     *
     * @throws ProblemException where it throws anything, or answers {@code null}
     */
    public static <T> T ask(Object provider, Supplier<T> question) {
        T answer;
        try {
            answer = question.get();
        } catch (RuntimeException | LinkageError thrown) {
            throw unusable(provider.getClass().getName(), "it throws " + thrown);
        }
        if (answer == null) {
            throw unusable(provider.getClass().getName(), "it gives null");
        }
        return answer;
    }

    /** What cannot be used of a provider. */
    public static ProblemException unusable(String provider, String fact) {
        return new ProblemException(Problem.at(
                Span.of(provider), "broken-provider", fact, "mend it, or take what it comes from off the class path"));
    }
}
