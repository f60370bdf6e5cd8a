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
 * A tile is transformed by transforming its columns and then its rows, so that here are the transforms of single vectors. Many of
 * them lie side by side: element i of vector t is at {@code from} + i·{@code step} + t. Source and target may be the same place.
 */
public interface WinogradTransform {
    /** Rows and columns of an input tile. */
    int INPUT = 6;

    /** Rows and columns of an output tile. */
    int OUTPUT = 4;

    /** y = Bᵀ·x: 6 elements to 6. */
    void input(float[] x, int from, int step, float[] y, int to, int stride, int vectors);

    /** y = Aᵀ·x: 6 elements to 4. */
    void output(float[] x, int from, int step, float[] y, int to, int stride, int vectors);
}
