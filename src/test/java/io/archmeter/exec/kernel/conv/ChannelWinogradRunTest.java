package io.archmeter.exec.kernel.conv;

import io.archmeter.exec.matrix.MatrixWinograd;
import io.archmeter.exec.matrix.Tilings;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tiles, strips and threads of Winograd's algorithm with vectors of channels, whatever computes the steps: held to the definition. */
class ChannelWinogradRunTest {
    private static final long SEED = 20_261_201;
    private static final int CASES = 30;

    @Test
    void elementsAndCountsAreThoseOfTheDefinition() {
        WinogradKernel kernel = new WinogradKernel(Tilings.plain(), Optional.of(new MatrixWinograd()));
        for (long seed = SEED; seed < SEED + CASES; seed++) {
            WinogradKernelTest.requireAgreement("seed " + seed, WinogradKernelTest.drawn(seed), kernel);
        }
    }
}
