package io.archmeter.spec.library;

import io.archmeter.source.TextFile;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/**
 * A folder of files that come with the tool and are no specs: conventions, devices, spaces. An index beside them has a name in each line,
 * in the order in which they are listed; the file of a name ends in {@code .yaml}.
 *
 * @param path below the specs, e.g. {@code devices}
 */
public record BundledFolder(String path) {
    /** Where the index lies, below the specs. */
    public String index() {
        return path + "/index.txt";
    }

    /** The names of the files, in the order in which they are listed. */
    public List<String> names() {
        String index = new String(BundledLibrary.resource(BundledLibrary.FOLDER + index()), StandardCharsets.UTF_8);
        return index.lines().filter(line -> !line.isBlank()).toList();
    }

    /** The file of a name. */
    public TextFile file(String name) {
        String file = path + "/" + name + ".yaml";
        return TextFile.of(BundledLibrary.PREFIX + file, BundledLibrary.resource(BundledLibrary.FOLDER + file));
    }

    /** Whether a word is the path of a file of the user, and no name: it ends in {@code .yaml}, {@code .yml} or {@code .json}. */
    public static boolean isOfUser(String word) {
        String small = word.toLowerCase(Locale.ROOT);
        return small.endsWith(".yaml") || small.endsWith(".yml") || small.endsWith(".json");
    }
}
