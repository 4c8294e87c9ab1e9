package app.regard.draw;

import static app.regard.draw.FiguresTest.VIEW;
import static app.regard.draw.FiguresTest.axis;
import static app.regard.draw.FiguresTest.paint;
import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.chart.HeatMap;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Letters: painted or boxed, cut to their room, and there for every formula. */
class LetteringTest {
    /** A glyph outside the bundled face never breaks a figure. */
    @Test
    void foreignGlyphsArePaintedOrBoxed() {
        Table t = new Table(
                "A",
                false,
                "A",
                ColourRole.INK,
                new Axis("r", List.of("我", "👨‍👩‍👧", "مرحبا", "e\u0301", "\uDBFF\uDFFF")),
                axis("c", 2),
                (i, j) -> 1,
                new Scale(1, false),
                true,
                true);
        Figure f = HeatMap.of(t, 5, new Frame(300, 300, VIEW));
        BufferedImage image = paint(f, 1);
        Box label = f.boxOf(new Spot("A", 3, Spot.LABEL)).orElseThrow(); // é, which Roboto has
        assertThat(IntStream.range((int) label.x(), (int) label.right())
                        .anyMatch(x -> image.getRGB(x, (int) label.centreY()) != 0))
                .isTrue();
    }

    @Test
    void textIsCutToItsRoomAndNeverThroughACharacter() {
        Lettering.Style style = Lettering.Style.plain(12);
        assertThat(Lettering.fit("river", style, 100)).isEqualTo("river");
        String cut = Lettering.fit("x".repeat(10_000), style, 60);
        assertThat(cut).endsWith("…");
        assertThat(Lettering.width(cut, style)).isLessThanOrEqualTo(60);
        assertThat(Lettering.fit("👨".repeat(50), style, 40)).doesNotContainPattern("[\uD800-\uDBFF]…");
        assertThat(Lettering.width("0", style)).isEqualTo(Lettering.width("8", style));
    }

    @Test
    void theBundledFaceHasWhatFormulasNeed() {
        String needed = "√−∞Σ÷·λτ×≤ᵢⱼₖᵀ′‖0123456789°±²…“”’";
        assertThat(Lettering.font(Lettering.Style.plain(12)).canDisplayUpTo(needed))
                .isEqualTo(-1);
        assertThat(Lettering.font(Lettering.Style.bold(12)).canDisplayUpTo(needed))
                .isEqualTo(-1);
    }
}
