package io.archmeter.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.archmeter.BundledModels;
import io.archmeter.Model;
import io.archmeter.graph.DType;
import org.junit.jupiter.api.Test;

class MemoryMembersTest {
    /** GoogLeNet has two heads, which run in training alone; the input is the first step. */
    @Test
    void stepsThatDoNotRunHoldNothing() {
        Model googlenet = BundledModels.model("googlenet");
        int running = 1 + googlenet.graph().layers(false).size();

        assertThat(googlenet.graph().nodes()).hasSizeGreaterThan(running);
        assertThat(MemoryMembers.inference(googlenet.memory(DType.FLOAT32, false)))
                .hasSize(running)
                .allMatch(bytes -> bytes > 0);
    }
}
