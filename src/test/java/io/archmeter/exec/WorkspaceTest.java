package io.archmeter.exec;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WorkspaceTest {
    private final Workspace workspace = new Workspace();

    @Test
    void whatIsLentIsNotLentAgain() {
        assertThat(workspace.lend(5)).isNotSameAs(workspace.lend(5));
    }

    @Test
    void whatWasGivenBackServesTheNextLayer() {
        float[] ten = workspace.lend(10);
        float[] twelve = workspace.lend(12);
        workspace.takeBack();
        assertThat(workspace.lend(10)).isSameAs(ten);
        assertThat(workspace.lend(10)).isSameAs(twelve);
        assertThat(workspace.lend(10)).isNotSameAs(ten).isNotSameAs(twelve);
    }

    @Test
    void nothingIsTooShortAndLittleLiesIdle() {
        float[] ten = workspace.lend(10);
        workspace.takeBack();
        assertThat(workspace.lend(11)).hasSize(11);
        assertThat(workspace.lend(4)).hasSize(4);
        assertThat(workspace.lend(5)).isSameAs(ten);
    }
}
