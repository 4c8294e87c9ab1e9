package app.regard.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.View;
import app.regard.engine.Attention;
import app.regard.stage.Subject;
import app.regard.text.Printable;
import app.regard.trace.Experiment;
import app.regard.trace.Inputs;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import app.regard.trace.Source;
import app.regard.trace.Trace;
import app.regard.words.Library;
import java.awt.Font;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every character of Unicode can stand in a figure, in every format. */
class AnyCharacterTest {
    private static final List<String> STRANGE = List.of(
            "\u2028",
            "\u2029",
            "\u206A",
            "\u206F",
            "\u202A",
            "\u202E",
            "\u2066",
            "\u2069",
            "\u0000",
            "\n",
            "\t",
            "\u001B",
            "\u007F",
            "\u0085",
            "\u009B",
            "\u00AD",
            "\u200B",
            "\u200E",
            "\u200D",
            "\u061C",
            "\uFEFF",
            "\uFFF9",
            "\uFFFE",
            "\uFFFF",
            "\uD800",
            "\uE000",
            "\uDB40\uDC01",
            "\uDBFF\uDFFF");

    /**
     * Java says that it can display a character also where it means not to show it, and PDFBox refuses one for which the face
     * has no glyph: a character for which both holds would end the export.
     */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void noCharacterOfAFigureIsShownByJavaAndRefusedByPdfBox(boolean bold) throws IOException {
        Font face = Lettering.font(new Lettering.Style(12, bold));
        List<String> refused = new ArrayList<>();
        try (PDDocument document = new PDDocument();
                InputStream in = Lettering.file(bold)) {
            PDType0Font embedded = PDType0Font.load(document, in);
            for (int c = 0; c <= Character.MAX_CODE_POINT; c++) {
                String text = text(Character.toString(c));
                if (face.canDisplayUpTo(text) < 0 && !encodes(embedded, text)) {
                    refused.add(Integer.toHexString(c));
                }
            }
        }
        assertThat(refused).isEmpty();
    }

    /** What a figure makes of a text. */
    private static String text(String text) {
        return new Mark.Text(text, 0, 0, Lettering.Style.plain(12), 0, Mark.Anchor.START, 0).text();
    }

    private static boolean encodes(PDType0Font embedded, String text) throws IOException {
        try {
            return embedded.encode(text).length > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** Room and drawing go by the same signs. */
    @ParameterizedTest
    @ValueSource(strings = {"a\u2028b", "\u001B[31m", "\u202Eabc\u2066", "\uD800", "a\tb"})
    void aTextIsAsWideAsItIsDrawn(String text) {
        Lettering.Style style = Lettering.Style.plain(12);
        assertThat(Lettering.width(text, style)).isEqualTo(Lettering.width(text(text), style));
        assertThat(text(text).codePoints()).allMatch(Printable::is);
    }

    /** Words that are, or hold, such a character, as files of cases have them, and a sentence that is the picture’s title. */
    @ParameterizedTest
    @EnumSource(
            value = What.class,
            names = {"HEATMAP", "ARCS", "BARS", "STAGE"})
    void everyPictureIsDrawnInEveryFormat(What what) throws IOException {
        List<String> words = new ArrayList<>(STRANGE);
        STRANGE.forEach(strange -> words.add("ri" + strange + "ver"));
        Inputs in = new Library().resolve(Experiment.of("a ".repeat(words.size()), new Source.Simple("similarity")));
        Side side = new Side(
                Sentence.of(words.toArray(String[]::new)),
                in.from().x(),
                in.from().origin());
        Trace t = Attention.trace(new Inputs(side, side, in.head(), in.mask(), in.positions(), in.temperature()));
        Experiment e = Experiment.of(String.join(" a", STRANGE), new Source.Simple("similarity"));
        for (int query = 0;
                query < words.size();
                query += what == What.HEATMAP || what == What.STAGE ? words.size() : 9) {
            for (Format format : List.of(Format.PNG, Format.SVG, Format.PDF)) {
                ByteArrayOutputStream out = new ByteArrayOutputStream();
                format.write(
                        Subject.of(t, e),
                        Picture.of(what, 1, query, View.USUAL),
                        FileSize.scaled(0.5),
                        1,
                        out,
                        share -> {});
                assertThat(out.size()).as("%s as %s", what, format).isGreaterThan(300);
            }
        }
    }

    @Test
    void whatStandsAroundSuchACharacterIsFoundInThePdf() throws IOException {
        Figure figure = new Figure(
                200,
                50,
                List.of(new Mark.Text(
                        "river\u000Bbank", 10, 20, Lettering.Style.plain(12), 0xFF000000, Mark.Anchor.START, 0)),
                List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pdf.write(List.of(figure), FileSize.scaled(1), "a title", out, share -> {});
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(new PDFTextStripper().getText(pdf)).contains("river␣bank");
        }
    }
}
