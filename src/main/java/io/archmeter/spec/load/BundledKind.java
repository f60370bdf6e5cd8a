package io.archmeter.spec.load;

/** What the specs that come with the tool are for: those of a kind lie in a folder of their own. */
public enum BundledKind {
    /** Networks of papers, called by their own names. */
    MODELS("models", ""),
    /** Files of models that show one thing, and are called by their files. */
    STUDIES("studies", "studies/"),
    /** Networks to copy and to change, called by their files. */
    EXAMPLES("examples", "examples/");

    private final String words;
    private final String folder;

    BundledKind(String words, String folder) {
        this.words = words;
        this.folder = folder;
    }

    boolean has(String file) {
        return file.startsWith(folder) && file.indexOf('/') == folder.length() - 1;
    }

    /** In words: {@code studies}. */
    @Override
    public String toString() {
        return words;
    }
}
