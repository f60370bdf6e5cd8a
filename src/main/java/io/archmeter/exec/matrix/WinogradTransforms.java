package io.archmeter.exec.matrix;

/** The ways in which this Java machine can transform tiles. */
public final class WinogradTransforms {
    private WinogradTransforms() {}

    /** With the Vector API where Java was started with its module, and plain where not. */
    public static WinogradTransform best() {
        return VectorClasses.create(WinogradTransform.class, "VectorWinogradTransform")
                .orElseGet(WinogradTransforms::plain);
    }

    public static WinogradTransform plain() {
        return new PlainWinogradTransform();
    }
}
