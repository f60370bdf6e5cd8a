package io.archmeter.onnx.file;

/** What the first bytes tell where no name says what follows. */
public final class Beginning {
    /** As many bytes as tell what it is. */
    public static final int BYTES = 512;

    /**
     * The tags of the fields of a model that have less than 128, each of which may be the first byte ({@code ModelProto} in {@code onnx.proto}):
     * versions and texts about where it is from, the graph, the sets of operators, properties.
     */
    private static final byte[] TAGS = {0x08, 0x12, 0x1A, 0x22, 0x28, 0x32, 0x3A, 0x42, 0x72};

    private Beginning() {}

    /** Whether an ONNX file begins so, or what is often taken for one and is no text: an archive, of which who reads ONNX files says what to do. */
    public static boolean isOfOnnx(byte[] beginning) {
        return OtherFile.isArchive(beginning) || isTag(beginning) && !OtherFile.isText(beginning);
    }

    private static boolean isTag(byte[] beginning) {
        for (byte tag : TAGS) {
            if (beginning.length > 0 && beginning[0] == tag) {
                return true;
            }
        }
        return false;
    }
}
