package io.archmeter.maven;

import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.logging.SystemStreamLog;

/** A log that keeps what is said to it. */
final class CollectedLog extends SystemStreamLog {
    private final List<String> infos = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @Override
    public void info(CharSequence line) {
        infos.add(line.toString());
    }

    @Override
    public void warn(CharSequence line) {
        warnings.add(line.toString());
    }

    List<String> infos() {
        return infos;
    }

    List<String> warnings() {
        return warnings;
    }
}
