package io.archmeter.cli;

import java.util.Optional;

/** The version of this build. */
final class Version {
    /** What {@code --version} prints. */
    static final String LINE = Commands.ARCHMETER + " "
            + Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
                    .orElse("(not packaged)")
            + "\n";

    private Version() {}
}
