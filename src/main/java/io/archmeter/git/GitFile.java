package io.archmeter.git;

import io.archmeter.problem.Problem;
import io.archmeter.problem.ProblemException;
import io.archmeter.problem.Span;
import io.archmeter.source.FilePath;
import io.archmeter.source.TextFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A file as it is in a revision of a git repository: {@code git:HEAD~1:specs/resnet.yaml}.
 *
 * @param revision as git takes it: {@code main}, {@code v1.2}, {@code HEAD~3}
 * @param path relative to the current folder, as everywhere, or absolute; the file need not be there any more
 */
public record GitFile(String revision, String path) {
    private static final String PREFIX = "git:";

    private static final String REMEDY =
            "write git:REVISION:PATH, e.g. git:HEAD~1:specs/resnet.yaml, with a path from the current folder";

    /** Whether a name is meant as a file of a revision. A file on disk with such a name is written with {@code ./} before it. */
    public static boolean isMeantBy(String name) {
        return name.startsWith(PREFIX);
    }

    /**
     * The file of a name; empty where the name is not meant to be one.
     *
     * @throws ProblemException where something is missing in it
     */
    public static Optional<GitFile> find(String name) {
        if (!isMeantBy(name)) {
            return Optional.empty();
        }
        int colon = name.indexOf(':', PREFIX.length());
        String revision = colon < 0 ? name.substring(PREFIX.length()) : name.substring(PREFIX.length(), colon);
        String path = colon < 0 ? "" : name.substring(colon + 1);
        if (revision.isBlank() || path.isBlank()) {
            String missing = revision.isBlank() ? "revision" : "path";
            throw problem(name, "wrong-git-reference", "this names no " + missing + " of a repository", REMEDY);
        }
        if (revision.startsWith("-")) {
            throw problem(name, "wrong-git-reference", "a revision cannot begin with '-'", REMEDY);
        }
        return Optional.of(new GitFile(revision, path));
    }

    /** As problems show it. */
    public String name() {
        return PREFIX + revision + ":" + path;
    }

    /** The last part of its path. */
    public String fileName() {
        return path.substring(folderEnd());
    }

    /** A file of the same revision, by a path from the folder of this one. */
    public GitFile sibling(String other) {
        return new GitFile(revision, path.substring(0, folderEnd()) + other);
    }

    private int folderEnd() {
        return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
    }

    /**
     * Reads it.
     *
     * @throws ProblemException where git, the repository, the revision or the file is missing, or the file is no text
     */
    public TextFile read(TextFile.Bound bound) {
        return TextFile.of(name(), bytes(bound.bytes() + 1), bound);
    }

    /**
     * Reads its bytes, at most so many of them.
     *
     * @throws ProblemException where git, the repository, the revision or the file is missing
     */
    public byte[] bytes(int most) {
        Path absolute = absolute();
        Path folder = startingFolder(absolute);
        String object =
                revision + ":./" + folder.relativize(absolute).toString().replace('\\', '/');
        Git git = Git.in(folder);
        try {
            // What "git show" would put out may have gone through a filter of the repository, or be the names in a
            // folder.
            Git.Answer content = git.output(most, "cat-file", "blob", object);
            if (!content.fine()) {
                throw new ProblemException(new GitFailure(git, this, object).problem());
            }
            return content.bytes();
        } catch (Git.NotThere missing) {
            throw problem(
                    name(),
                    "no-git",
                    "git cannot be started, and only git knows what a file was",
                    "install git, so that 'git --version' answers");
        } catch (Git.TooSlow slow) {
            throw problem(
                    name(),
                    "git-too-slow",
                    "git did not answer within a minute",
                    "fetch the revision first: a partial clone asks its server for each file");
        }
    }

    private Path absolute() {
        Path relative = FilePath.find(path)
                .orElseThrow(() -> new ProblemException(FilePath.impossible(name(), "write the path of a file")));
        return Path.of("").toAbsolutePath().resolve(relative).normalize();
    }

    /** The current folder, from which git reads {@code ./}; for a path that leads elsewhere, the last of its folders that is there. */
    private static Path startingFolder(Path absolute) {
        Path current = Path.of("").toAbsolutePath();
        if (absolute.startsWith(current)) {
            return current;
        }
        Path folder = absolute.getParent();
        while (folder != null && !Files.isDirectory(folder)) {
            folder = folder.getParent();
        }
        return folder == null ? current : folder;
    }

    private static ProblemException problem(String name, String code, String fact, String remedy) {
        return new ProblemException(Problem.at(Span.of(name), code, fact, remedy));
    }
}
