package io.archmeter.budget.file;

import io.archmeter.budget.BudgetEntry;
import io.archmeter.pattern.Wildcard;
import io.archmeter.problem.Excerpt;
import io.archmeter.problem.Problems;
import io.archmeter.spec.library.BundledLibrary;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * A reference of a budget in its parts.
 *
 * @param file a file or a bundled name
 * @param pattern of files, where it is one
 * @param variant a variant in them, or a pattern of variants; without one, all are meant
 */
record ModelName(String file, Optional<FilePattern> pattern, Optional<Wildcard> variant) {
    /** Empty where a problem was added. */
    static Optional<ModelName> of(BudgetEntry.Reference reference, BudgetFolder folder, Problems problems) {
        String text = reference.text();
        // A file may have a '#' in its own name.
        int hash = folder.isFile(text) ? -1 : text.lastIndexOf('#');
        String file = hash < 0 ? text : text.substring(0, hash);
        Optional<Wildcard> variant = hash < 0 ? Optional.empty() : Optional.of(new Wildcard(text.substring(hash + 1)));
        if (!FilePattern.isPattern(file) || folder.isFile(file)) {
            return Optional.of(new ModelName(file, Optional.empty(), variant));
        }
        try {
            return Optional.of(new ModelName(file, Optional.of(FilePattern.parse(file)), variant));
        } catch (PatternSyntaxException wrong) {
            problems.add(
                    reference.place(),
                    "bad-pattern",
                    "'" + Excerpt.of(file) + "' is no pattern: " + wrong.getDescription(),
                    "write '*', '?', '[ab]' and '{a,b}' within a name, closed, and '**' for any number of folders");
            return Optional.empty();
        }
    }

    /** Whether a variant is meant; a file without variants has none. */
    boolean fitsVariant(Optional<String> name) {
        return variant.isEmpty() || name.filter(variant.get()::fits).isPresent();
    }

    /** Whether a model is meant that other words may have named. */
    boolean fits(NamedModel model, BudgetFolder folder) {
        return fitsVariant(model.variant())
                && (model.bundled()
                        ? fitsBundled(model.file())
                        : fitsFile(folder.path(model.file()).orElseThrow(), folder));
    }

    private boolean fitsBundled(String name) {
        return file.startsWith(BundledLibrary.PREFIX) ? new Wildcard(file).fits(name) : file.equals(name);
    }

    /** How many characters of its patterns may have to be held against each one of a name. */
    long effort() {
        return pattern.map(FilePattern::effort).orElse(1L)
                + variant.map(Wildcard::effort).orElse(0);
    }

    /** Whether all that is in a file is meant, whatever that is. */
    boolean fitsAllOf(Path path, BudgetFolder folder) {
        return variant.isEmpty() && fitsFile(path, folder);
    }

    private boolean fitsFile(Path path, BudgetFolder folder) {
        if (pattern.isEmpty()) {
            return folder.path(file).filter(path::equals).isPresent();
        }
        Optional<Path> start = folder.path(pattern.get().folder()).filter(path::startsWith);
        return start.isPresent() && pattern.get().fits(start.get().relativize(path));
    }
}
