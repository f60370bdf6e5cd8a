package io.archmeter.report.document;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which format the name of a file asks for by its ending.
 *
 * @param byFormat the endings of each format, without the point in front; the usual one first
 */
public record FileEndings<F>(Map<F, List<String>> byFormat) {
    /** Those of a text; by convention the last two say no more than that somebody may read it. */
    public static final List<String> OF_TEXT = List.of("txt", "text", "log", "out");

    /**
     * What names a format: a letter and a few more characters. Versions ({@code costs.2}) and the ten random characters that
     * mktemp(1) puts after a point do not.
     */
    private static final Pattern ENDING = Pattern.compile("\\.([A-Za-z][A-Za-z0-9]{0,7})$");

    /** The endings of formats, in their order. */
    public static <F> FileEndings<F> of(F[] formats, Function<F, List<String>> endings) {
        Map<F, List<String>> byFormat = new LinkedHashMap<>();
        for (F format : formats) {
            byFormat.put(format, endings.apply(format));
        }
        return new FileEndings<>(byFormat);
    }

    /** The format of a file; empty where its ending names no format. If several endings fit, the longest counts. */
    public Optional<F> formatOf(String file) {
        String lower = file.toLowerCase(Locale.ROOT);
        Optional<F> found = Optional.empty();
        int longest = 0;
        for (Map.Entry<F, List<String>> format : byFormat.entrySet()) {
            for (String ending : format.getValue()) {
                if (lower.endsWith("." + ending) && ending.length() > longest) {
                    found = Optional.of(format.getKey());
                    longest = ending.length();
                }
            }
        }
        return found;
    }

    /**
     * The ending of a file that names a format which cannot be written; empty where its format can be, and where the name has no ending, as
     * {@code /dev/stdout} has none.
     */
    public Optional<UnknownEnding> unknown(String file) {
        Matcher ending = ENDING.matcher(file);
        return formatOf(file).isEmpty() && ending.find()
                ? Optional.of(new UnknownEnding(ending.group(1), usual()))
                : Optional.empty();
    }

    private List<String> usual() {
        List<String> usual = new ArrayList<>();
        byFormat.values().stream()
                .filter(endings -> !endings.isEmpty())
                .forEach(endings -> usual.add("." + endings.get(0)));
        return usual;
    }
}
