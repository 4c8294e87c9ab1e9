package app.regard.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is written can be read, and stronger looks stronger. */
class PaletteTest {
    /** Colours have whole channels: a step may round the wrong way by this much. */
    private static final double ROUNDING = 0.001;

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textOnEveryCellHasAContrastOfFourAndAHalf(Theme theme) {
        for (Ramp ramp : Ramp.values()) {
            Palette p = Palette.of(theme, ramp);
            for (int s = 0; s <= 1000; s++) {
                int sequential = p.sequential(s / 1000.0);
                int signed = p.signed(s / 500.0 - 1);
                assertThat(Palette.contrast(p.inkOn(sequential), sequential)).isGreaterThanOrEqualTo(4.5);
                assertThat(Palette.contrast(p.inkOn(signed), signed)).isGreaterThanOrEqualTo(4.5);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void textTonesCanBeReadOnEveryGround(Theme theme) {
        Palette p = Palette.of(theme, Ramp.BLUE);
        List<ColourRole> grounds = List.of(ColourRole.GROUND, ColourRole.PANEL, ColourRole.CARD, ColourRole.FAINT);
        for (ColourRole text : List.of(
                ColourRole.INK,
                ColourRole.QUIET,
                ColourRole.QUERY,
                ColourRole.KEY,
                ColourRole.ASK,
                ColourRole.VALUE,
                ColourRole.WARN)) {
            for (ColourRole ground : grounds) {
                assertThat(Palette.contrast(p.of(text), p.of(ground)))
                        .as("%s on %s", text, ground)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        assertThat(Palette.contrast(p.of(ColourRole.ON_QUERY), p.of(ColourRole.QUERY)))
                .isGreaterThanOrEqualTo(4.5);
        assertThat(Palette.contrast(p.of(ColourRole.INK), p.of(ColourRole.QUERY_SOFT)))
                .isGreaterThanOrEqualTo(4.5);
        assertThat(Palette.contrast(p.of(ColourRole.QUERY), p.of(ColourRole.QUERY_SOFT)))
                .isGreaterThanOrEqualTo(4.5);
        assertThat(Palette.contrast(p.of(ColourRole.KEY), p.of(ColourRole.KEY_SOFT)))
                .isGreaterThanOrEqualTo(4.5);
        for (ColourRole lit : List.of(ColourRole.ASK, ColourRole.VALUE, ColourRole.QUERY, ColourRole.KEY)) {
            assertThat(Palette.contrast(p.of(lit), p.of(lit.soft())))
                    .as("%s on its soft ground", lit)
                    .isGreaterThanOrEqualTo(4.5);
            for (ColourRole ink :
                    List.of(ColourRole.INK, ColourRole.QUIET)) { // numbers of lit cells, noughts among them
                assertThat(Palette.contrast(p.of(ink), p.of(lit.soft())))
                        .as("%s on the soft ground of %s", ink, lit)
                        .isGreaterThanOrEqualTo(4.5);
            }
        }
        assertThat(Palette.contrast(p.of(ColourRole.WARN), p.of(ColourRole.KEY_SOFT)))
                .isGreaterThanOrEqualTo(4.5);
        // an exact 0 is written in quiet ink on the cells that 0 can have
        assertThat(Palette.contrast(p.of(ColourRole.QUIET), p.sequential(0))).isGreaterThanOrEqualTo(4.5);
    }

    @Test
    void strongerIsDarkerInLightThemesAndLighterInDarkOnes() {
        for (Ramp ramp : Ramp.values()) {
            for (int s = 1; s < 256; s++) {
                double light = Palette.luminance(Palette.of(Theme.LIGHT, ramp).sequential(s / 255.0));
                double before = Palette.luminance(Palette.of(Theme.LIGHT, ramp).sequential((s - 1) / 255.0));
                assertThat(light).as("%s light %s", ramp, s).isLessThanOrEqualTo(before + ROUNDING);
                double dark = Palette.luminance(Palette.of(Theme.DARK, ramp).sequential(s / 255.0));
                double beforeDark =
                        Palette.luminance(Palette.of(Theme.DARK, ramp).sequential((s - 1) / 255.0));
                assertThat(dark).as("%s dark %s", ramp, s).isGreaterThanOrEqualTo(beforeDark - ROUNDING);
            }
        }
    }

    /** Even steps of lightness (CIE L*, 1976): no step of a tenth is more than twice or less than half the mean. */
    @Test
    void theBlueAndGreyRampsAreEven() {
        for (Theme theme : Theme.values()) {
            for (Ramp ramp : List.of(Ramp.BLUE, Ramp.GREY)) {
                Palette p = Palette.of(theme, ramp);
                double[] l = IntStream.rangeClosed(0, 10)
                        .mapToDouble(s -> lightness(p.sequential(s / 10.0)))
                        .toArray();
                double mean = Math.abs(l[10] - l[0]) / 10;
                for (int s = 1; s <= 10; s++) {
                    assertThat(Math.abs(l[s] - l[s - 1])).isBetween(mean * 0.5, mean * 2);
                }
            }
        }
    }

    private static double lightness(int argb) {
        double y = Palette.luminance(argb);
        return y > 0.008856 ? 116 * Math.cbrt(y) - 16 : 903.3 * y;
    }

    @Test
    void signsHaveColoursOfTheirOwn() {
        Palette p = Palette.of(Theme.LIGHT, Ramp.BLUE);
        int negative = p.signed(-1);
        int positive = p.signed(1);
        assertThat(negative >> 16 & 255).isGreaterThan(negative & 255); // orange: more red than blue
        assertThat(positive & 255).isGreaterThan(positive >> 16 & 255); // blue: more blue than red
    }

    @Test
    void contrastIsTheStandardsOwn() {
        assertThat(Palette.contrast(0xFF000000, 0xFFFFFFFF)).isCloseTo(21, within(1e-9));
        assertThat(Palette.contrast(0xFF767676, 0xFFFFFFFF)).isCloseTo(4.54, within(0.005)); // WCAG's well-known grey
    }
}
