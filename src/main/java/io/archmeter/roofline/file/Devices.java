package io.archmeter.roofline.file;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.problem.Vocabulary;
import io.archmeter.roofline.Device;
import io.archmeter.source.FilePath;
import io.archmeter.source.TextFile;
import io.archmeter.spec.library.BundledFolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The door to devices: those that come with the tool by their names, others by their files. */
public final class Devices {
    private static final BundledFolder FOLDER = new BundledFolder("devices");

    private static final Vocabulary WORDS = new Vocabulary(
            Map.ofEntries(
                    Map.entry("a100", "a100-40gb"),
                    Map.entry("a10040", "a100-40gb"),
                    Map.entry("a10080", "a100-80gb"),
                    Map.entry("h100", "h100-sxm"),
                    Map.entry("4090", "rtx-4090"),
                    Map.entry("epyc", "epyc-7763"),
                    Map.entry("jetson", "jetson-agx-orin"),
                    Map.entry("orin", "jetson-agx-orin"),
                    Map.entry("rpi5", "raspberry-pi-5")),
            Map.of());

    private Devices() {}

    /** The names of those that come with the tool, in the order in which they are listed. */
    public static List<String> names() {
        return FOLDER.names();
    }

    /** All that come with the tool. */
    public static List<Device> all() {
        List<Device> all = new ArrayList<>();
        names().forEach(name -> all.add(bundled(name)));
        return all;
    }

    /**
     * The device of a name, or of a file, which ends in {@code .yaml}, {@code .yml} or {@code .json}.
     *
     * @param option where it was named, in the words of a problem
     * @throws ProblemException with all that is wrong with it
     */
    public static Device find(String word, String option) {
        if (BundledFolder.isOfUser(word)) {
            return DeviceFile.read(TextFile.read(FilePath.of(word, "give the path of a device"), word));
        }
        List<String> names = names();
        return WORDS.same(word, names).map(Devices::bundled).orElseThrow(() -> unknown(word, names, option));
    }

    private static ProblemException unknown(String word, List<String> names, String option) {
        String remedy = WORDS.remedy(word, names);
        return new ProblemException(Problem.at(
                Span.of(option),
                "unknown-device",
                "there is no device '" + word + "'",
                WORDS.meant(word, names).isPresent() ? remedy : remedy + "; your own ends in .yaml"));
    }

    private static Device bundled(String name) {
        return DeviceFile.read(FOLDER.file(name));
    }
}
