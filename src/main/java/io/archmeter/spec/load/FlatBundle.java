package io.archmeter.spec.load;

import io.archmeter.graph.Graph;
import io.archmeter.load.LoadOptions;
import io.archmeter.op.Refusal;
import io.archmeter.spec.flat.FlatFile;
import io.archmeter.spec.library.BundledLibrary;
import java.net.URL;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * The bundled models in a form in which they load in a fraction of the time, made at build by {@link FlattenBundle}. It holds
 * for the params and the input of the spec; for any others, and for whatever goes wrong, there is the spec.
 */
final class FlatBundle {
    static final String FOLDER = BundledLibrary.FOLDER + "flat/";

    private FlatBundle() {}

    /** Whether there is a bundled model of that name; only its loading tells whether the spec must be read. */
    static boolean has(String model) {
        return couldBeName(model) && resource(model) != null;
    }

    private static URL resource(String model) {
        return FlatBundle.class.getResource("/" + FOLDER + model);
    }

    /** The graph of a bundled model; empty where there is none of that name, or the spec must be read. */
    static Optional<Graph> graph(String model, LoadOptions options) {
        if (!couldBeName(model)
                || options.input().isPresent()
                || !options.inputs().isEmpty()
                || !options.set().isEmpty()) {
            return Optional.empty();
        }
        URL resource = resource(model);
        if (resource == null) {
            return Optional.empty();
        }
        Optional<FlatFile> file = FlatFile.of(BundledLibrary.resource(FOLDER + model));
        // The files of a jar were put there together; in a folder, an editor can replace a spec without a build.
        boolean together = resource.getProtocol().equals("jar");
        if (file.isEmpty() || !together && !isCurrent(file.get().sums())) {
            return Optional.empty();
        }
        try {
            return Optional.of(file.get().model().graph(options.batch()));
        } catch (Refusal | ArithmeticException tooLarge) {
            return Optional.empty();
        }
    }

    /** Whether a bundled model could have the name: no path leads out of the folder. */
    static boolean couldBeName(String model) {
        for (int i = 0; i < model.length(); i++) {
            char c = model.charAt(i);
            if (c != '_' && (c < '0' || c > '9') && (c < 'a' || c > 'z')) {
                return false;
            }
        }
        return !model.isEmpty();
    }

    static long sum(byte[] bytes) {
        CRC32 sum = new CRC32();
        sum.update(bytes);
        return sum.getValue();
    }

    /** Whether the specs are those of which a file was made. */
    static boolean isCurrent(Map<String, Long> sums) {
        for (Map.Entry<String, Long> entry : sums.entrySet()) {
            if (sum(BundledLibrary.bytes(entry.getKey())) != entry.getValue()) {
                return false;
            }
        }
        return true;
    }
}
