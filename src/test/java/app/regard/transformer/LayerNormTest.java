package app.regard.transformer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LayerNormTest {
    @Test
    void layerNormGivesMeanNoughtAndVarianceOneThenScaleAndShift() {
        float[] row = {1, 2, 3, 6};
        new LayerNorm(new float[] {1, 1, 1, 2}, new float[] {0, 0, 0, 10}, 1e-12).normalise(row);
        double deviation = Math.sqrt((4 + 1 + 0 + 9) / 4.0);
        assertThat(row[0]).isCloseTo((float) (-2 / deviation), within(1e-6f));
        assertThat(row[2]).isZero();
        assertThat(row[3]).isCloseTo((float) (2 * 3 / deviation + 10), within(1e-6f));
    }
}
