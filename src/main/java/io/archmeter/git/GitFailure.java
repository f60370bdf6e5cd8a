package io.archmeter.git;

import io.archmeter.problem.Nearest;
import io.archmeter.problem.Problem;
import io.archmeter.problem.Span;
import java.util.List;
import java.util.Optional;

/**
 * Finds out why git has no such file: it is asked again for one thing after the other, because its messages change with its
 * versions.
 *
 * @param object the file in git's words
 */
record GitFailure(Git git, GitFile file, String object) {
    /** Room for what git says of errors, or for the names in a folder. */
    private static final int MOST_BYTES = 1 << 16;

    Problem problem() throws Git.NotThere, Git.TooSlow {
        Git.Answer repository = git.words(MOST_BYTES, "rev-parse", "--git-dir");
        if (!repository.fine()) {
            return inRepository(repository.text());
        }
        if (!git.output(MOST_BYTES, "rev-parse", "--verify", "--quiet", file.revision() + "^{tree}")
                .fine()) {
            return problem(
                    "unknown-revision",
                    "this repository has no revision '" + file.revision() + "'",
                    "check it with 'git log'; a shallow clone has to fetch it first");
        }
        if (git.output(MOST_BYTES, "cat-file", "-e", object).fine()) {
            return problem("directory", "this is a folder in that revision", "name one of the files in it");
        }
        return problem("missing-file", "there is no such file in that revision", remedy());
    }

    /** Repositories of another owner are not read, lest their settings run commands; containers meet this often. */
    private Problem inRepository(String words) {
        if (words.contains("dubious ownership")) {
            return problem(
                    "unsafe-repository",
                    "the repository belongs to another user, so git does not read it",
                    "allow it: git config --global --add safe.directory " + git.folder());
        }
        return problem(
                "no-repository",
                "this folder is in no git repository: " + git.folder(),
                "run archmeter in the repository, or leave out 'git:" + file.revision() + ":' to read the file");
    }

    private String remedy() throws Git.NotThere, Git.TooSlow {
        int folderEnd = object.lastIndexOf('/') + 1;
        Git.Answer listing =
                git.output(MOST_BYTES, "ls-tree", "--full-tree", "--name-only", "-z", object.substring(0, folderEnd));
        List<String> names = listing.fine() && listing.bytes().length < MOST_BYTES
                ? List.of(listing.text().split("\0"))
                : List.of();
        Optional<String> nearest = Nearest.to(object.substring(folderEnd), names);
        return nearest.map(name -> "did you mean '" + name + "' in the same folder?")
                .orElse("check the path; 'git ls-tree -r --name-only " + file.revision() + "' shows what there is");
    }

    private Problem problem(String code, String fact, String remedy) {
        return Problem.at(Span.of(file.name()), code, fact, remedy);
    }
}
