package io.archmeter.sweep.part;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Where the files of parts lie. */
public interface PartFolder {
    /** As people call it. */
    String name();

    /** The names of all files in it that are not hidden, in any order; none where there is no such folder. */
    List<String> files() throws IOException;

    /** The bytes of a file; empty where there is no such file. */
    Optional<byte[]> read(String file) throws IOException;

    /** Writes a file, in place of one that is there. Nobody ever sees a part of it, whatever happens meanwhile. */
    void write(String file, byte[] bytes) throws IOException;

    /** Removes a file if it is there. */
    void remove(String file) throws IOException;
}
