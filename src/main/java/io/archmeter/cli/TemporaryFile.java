package io.archmeter.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A file that is gone when it is closed, and when the process is ended by a signal. One of a process that was killed has nobody who locks
 * it, which tells the next one that it can be removed. Its name cannot be guessed, and it is made by whoever opens it: what bears the name
 * already, such as a link that somebody has laid there, is left alone.
 */
final class TemporaryFile implements AutoCloseable {
    private static final String PREFIX = ".archmeter-";
    private static final String SUFFIX = ".tmp";
    private static final int RANDOM_BYTES = 16;

    /** Somebody who wins against so many random names is not to be won against. */
    private static final int ATTEMPTS = 10;

    /** Those of this process: to open another channel of one and close it would give its lock away. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path path;
    private final FileChannel channel;
    private final OutputStream out;

    static {
        // INT, TERM and HUP end Java by way of these.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> OWN.forEach(TemporaryFile::delete)));
    }

    private TemporaryFile(Path path, FileChannel channel) {
        this.path = path;
        this.channel = channel;
        this.out = Channels.newOutputStream(channel);
    }

    /** A new one in a folder. */
    static TemporaryFile in(Path folder) throws IOException {
        SecureRandom random = new SecureRandom();
        for (int attempt = 1; ; attempt++) {
            byte[] bytes = new byte[RANDOM_BYTES];
            random.nextBytes(bytes);
            Path path = folder.resolve(PREFIX + HexFormat.of().formatHex(bytes) + SUFFIX);
            OWN.add(path);
            try {
                return locked(path);
            } catch (IOException taken) {
                OWN.remove(path);
                if (attempt == ATTEMPTS || !(taken instanceof FileAlreadyExistsException)) {
                    throw taken;
                }
            }
        }
    }

    private static TemporaryFile locked(Path path) throws IOException {
        FileChannel channel = FileChannel.open(
                path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        lock(channel);
        if (Files.notExists(path)) {
            // Between the two, another process has taken it for an old one.
            channel.close();
            throw new FileAlreadyExistsException(path.toString());
        }
        return new TemporaryFile(path, channel);
    }

    /** Held until the channel is closed. Some network file systems have no locks: there, nobody can tell that a file is old either. */
    private static void lock(FileChannel channel) {
        try {
            channel.lock();
        } catch (IOException none) {
            // Whoever asks whether it is old gets the same answer, and leaves it.
        }
    }

    /** Removes those in a folder whose processes were killed. */
    static void removeOld(Path folder) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : files) {
                if (!OWN.contains(file) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
                    removeUnlocked(file);
                }
            }
        } catch (IOException unreadable) {
            // They take up room and do no harm.
        }
    }

    private static void removeUnlocked(Path file) {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
                FileLock lock = channel.tryLock()) {
            if (lock != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | OverlappingFileLockException notOurs) {
            // It belongs to somebody else, or is gone.
        }
    }

    Path path() {
        return path;
    }

    OutputStream out() {
        return out;
    }

    @Override
    public void close() throws IOException {
        try {
            delete(path);
        } finally {
            OWN.remove(path);
            channel.close();
        }
    }

    private static void delete(Path path) {
        try {
            Files.deleteIfExists(path);
        } catch (IOException gone) {
            // A file that cannot be deleted is removed at the next write.
        }
    }
}
