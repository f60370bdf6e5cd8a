package io.archmeter.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Names as torchvision's ResNet has them. */
class LayerPathTest {
    private static final LayerPath CONV = new LayerPath("layer1.0.conv1");

    @Test
    void aLayerLiesInTheModulesBeforeEachDot() {
        assertThat(CONV.modules()).containsExactly("layer1", "layer1.0");
        assertThat(new LayerPath("fc").modules()).isEmpty();
    }

    @Test
    void whatLiesHigherThanADepthStaysItself() {
        assertThat(CONV.atDepth(1)).isEqualTo("layer1");
        assertThat(CONV.atDepth(2)).isEqualTo("layer1.0");
        assertThat(CONV.atDepth(3)).isEqualTo("layer1.0.conv1");
        assertThat(CONV.atDepth(9)).isEqualTo("layer1.0.conv1");
    }

    @Test
    void aBeginOfANameIsNoModule() {
        assertThat(CONV.isWithin("layer1")).isTrue();
        assertThat(CONV.isWithin("layer1.0.conv1")).isTrue();
        assertThat(new LayerPath("layer10.0").isWithin("layer1")).isFalse();
        assertThat(new LayerPath("layer1").isWithin("layer1.0")).isFalse();
    }

    @Test
    void modulesComeBeforeTheirFirstLayer() {
        assertThat(LayerPath.withModules(List.of("conv1", "layer1.0.conv1", "layer1.0.bn1")))
                .containsExactly("conv1", "layer1", "layer1.0", "layer1.0.conv1", "layer1.0.bn1");
    }
}
