package io.archmeter.report.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RepeatedBlockTest {
    private static final long SEED = 20261201;

    private static List<RepeatedBlock> blocks(String rows) {
        return RepeatedBlock.in(rows.chars().boxed().toList());
    }

    @Test
    void rowsThatFollowThemselvesAreOneBlock() {
        assertThat(blocks("xabcabcabcy"))
                .containsExactly(new RepeatedBlock(0, 1, 1), new RepeatedBlock(1, 3, 3), new RepeatedBlock(10, 1, 1));
    }

    /** A block of one row would save a row, and hide what it is. */
    @Test
    void oneRowIsNoBlock() {
        assertThat(blocks("aab"))
                .containsExactly(new RepeatedBlock(0, 1, 1), new RepeatedBlock(1, 1, 1), new RepeatedBlock(2, 1, 1));
    }

    @Test
    void whatIsThereOnceIsNoBlock() {
        assertThat(blocks("abc"))
                .hasSize(3)
                .allSatisfy(block -> assertThat(block.times()).isEqualTo(1));
    }

    @Test
    void eachRowIsInOneBlock() {
        for (int round = 0; round < 500; round++) {
            Random random = new Random(SEED + round);
            List<Integer> rows = random.ints(random.nextInt(60), 0, 3).boxed().toList();
            int next = 0;
            for (RepeatedBlock block : RepeatedBlock.in(rows)) {
                assertThat(block.begin()).as("seed %d", SEED + round).isEqualTo(next);
                next = block.end();
            }
            assertThat(next).as("seed %d", SEED + round).isEqualTo(rows.size());
        }
    }
}
