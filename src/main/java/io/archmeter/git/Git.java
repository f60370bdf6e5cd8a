package io.archmeter.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks the git that is installed. It runs without a shell, so that nothing in a name means anything but the name.
 *
 * @param command what is started, before its arguments
 * @param folder in which it runs
 * @param longest how long it may take; a clone without all objects fetches them when they are asked for
 */
record Git(List<String> command, Path folder, Duration longest) {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    /** It is not installed, or cannot be started in the folder. */
    static final class NotThere extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** It did not answer in time. */
    static final class TooSlow extends Exception {
        private static final long serialVersionUID = 1L;
    }

    /** What it said. */
    record Answer(boolean fine, byte[] bytes) {
        String text() {
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }

    static Git in(Path folder) {
        return new Git(List.of("git"), folder, LONGEST);
    }

    /** What it puts out. What it says of errors is dropped: there is one pipe, and nothing waits for another to be read. */
    Answer output(int mostBytes, String... arguments) throws NotThere, TooSlow {
        return answer(mostBytes, builder(arguments).redirectError(ProcessBuilder.Redirect.DISCARD));
    }

    /** What it puts out and what it says of errors, through the same pipe. */
    Answer words(int mostBytes, String... arguments) throws NotThere, TooSlow {
        return answer(mostBytes, builder(arguments).redirectErrorStream(true));
    }

    private ProcessBuilder builder(String... arguments) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(all).directory(folder.toFile());
        // English, and no questions to a person who may not be there.
        builder.environment().putAll(Map.of("LC_ALL", "C", "LANGUAGE", "C", "GIT_TERMINAL_PROMPT", "0"));
        return builder;
    }

    private Answer answer(int mostBytes, ProcessBuilder builder) throws NotThere, TooSlow {
        Process process = start(builder);
        Executor later = CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS);
        AtomicBoolean late = new AtomicBoolean();
        // Said before the end: what ends the process wakes its reader, who may be here before the alarm is done.
        Runnable ending = () -> {
            late.set(true);
            end(process);
        };
        CompletableFuture<Void> alarm = CompletableFuture.runAsync(ending, later);
        byte[] bytes = read(process, mostBytes);
        end(process, bytes.length == mostBytes);
        int code = process.onExit().join().exitValue();
        alarm.cancel(false);
        if (late.get()) {
            throw new TooSlow();
        }
        return new Answer(code == 0 || bytes.length == mostBytes, bytes);
    }

    private static Process start(ProcessBuilder builder) throws NotThere {
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            return process;
        } catch (IOException missing) {
            throw new NotThere();
        }
    }

    /** All it puts out, or the first of it; an end that comes from outside ends the stream as well. */
    private static byte[] read(Process process, int mostBytes) {
        try (InputStream out = process.getInputStream()) {
            return out.readNBytes(mostBytes);
        } catch (IOException ended) {
            return new byte[0];
        }
    }

    private static void end(Process process, boolean enough) {
        if (enough) {
            end(process);
        }
    }

    private static void end(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
