package io.archmeter.exec.matrix;

/**
 * The transforms of Winograd's convolution F(4×4, 3×3), which makes 4×4 outputs of 6×6 inputs with 36 multiplications where the
 * definition takes 144: Lavin and Gray 2015, "Fast Algorithms for Convolutional Neural Networks" (arXiv:1509.09308), §4.3. The
 * matrices are those of the points 0, ±1, ±2 and ∞:
 *
 * <pre>
 *      ⎡ 4  0 −5  0  1  0 ⎤        ⎡ 1  1  1  1  1  0 ⎤
 *      ⎢ 0 −4 −4  1  1  0 ⎥   Aᵀ = ⎢ 0  1 −1  2 −2  0 ⎥
 * Bᵀ = ⎢ 0  4 −4 −1  1  0 ⎥        ⎢ 0  1  1  4  4  0 ⎥
 *      ⎢ 0 −2 −1  2  1  0 ⎥        ⎣ 0  1 −1  8 −8  1 ⎦
 *      ⎢ 0  2 −1 −2  1  0 ⎥
 *      ⎣ 0  4  0 −5  0  1 ⎦
 * </pre>
 *
 * A tile is transformed by transforming its columns and then its rows, always those of many tiles at once.
 */
public interface WinogradTransform {
    /** Rows and columns of an input tile. */
    int INPUT = 6;

    /** Rows and columns of an output tile, and from an input tile to the next. */
    int OUTPUT = 4;

    static WinogradTransform plain() {
        return new PlainWinogradTransform();
    }

    /** Puts Bᵀ·x in the place of each column x of six rows, which lie {@code step} apart. */
    void inputColumns(float[] x, int from, int step, int columns);

    /**
     * Bᵀ·x for the rows x of tiles in one row of elements: six of each tile, the last two also the first two of the next.
     *
     * @param y six arrays; the i-th takes element i of each tile from {@code to} on
     */
    void inputRows(float[] x, int from, float[][] y, int to, int tiles);

    /** Aᵀ·x for each column x of six rows, which lie {@code step} apart, into four rows, which lie {@code stride} apart. */
    void outputColumns(float[] x, int from, int step, float[] y, int to, int stride, int columns);

    /**
     * Aᵀ·x and the bias for the rows x of tiles, with element i of each tile in the i-th of six rows.
     *
     * @param y takes four elements of each tile, and then those of the next
     */
    void outputRows(float[] x, int from, int step, float bias, float[] y, int to, int tiles);
}
