package app.regard.export.picture;

import static app.regard.export.picture.PicturesTest.bytes;
import static app.regard.export.picture.PicturesTest.map;
import static app.regard.export.picture.PicturesTest.river;
import static app.regard.export.picture.PicturesTest.svg;
import static app.regard.export.picture.PicturesTest.texts;
import static org.assertj.core.api.Assertions.assertThat;

import app.regard.draw.DecimalFormatter;
import app.regard.draw.Figure;
import app.regard.draw.Lettering;
import app.regard.draw.Mark;
import app.regard.draw.View;
import app.regard.stage.Stages;
import app.regard.stage.Subject;
import app.regard.trace.Progress;
import app.regard.trace.Weights;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Text in SVG and PDF stays text, whatever it is, with its faces embedded. */
class PictureTextTest {
    @Test
    void anSvgHoldsEveryWeightAsTextAndEveryCellAsAShape() throws Exception {
        Subject subject = PicturesTest.of("The animal slept because it was tired", "coreference");
        Document svg = svg(subject, map(View.USUAL));
        Weights w = subject.weights();
        List<String> texts = texts(svg);
        for (int i = 0; i < 7; i++) {
            for (int j = 0; j < 7; j++) {
                assertThat(texts).contains(DecimalFormatter.text(w.a().at(i, j), 2));
            }
        }
        assertThat(texts.stream().filter(t -> t.matches("0\\.\\d\\d|1\\.00")).count())
                .as("49 cells and the legend's end")
                .isEqualTo(50);
        NodeList rects = svg.getElementsByTagName("rect");
        long cells = 0;
        for (int i = 0; i < rects.getLength(); i++) {
            Element rect = (Element) rects.item(i);
            cells += Double.parseDouble(rect.getAttribute("width")) == 50 ? 1 : 0; // 52 less what parts them
        }
        assertThat(cells).isEqualTo(49);
        assertThat(svg.getDocumentElement().getAttribute("font-family")).startsWith("Roboto,");
    }

    @Test
    void textInAnSvgIsAsWideAsItWasMeasured() throws Exception {
        NodeList found = svg(river(), map(View.USUAL)).getElementsByTagName("text");
        for (int i = 0; i < found.getLength(); i++) {
            Element text = (Element) found.item(i);
            Lettering.Style style = new Lettering.Style(
                    Double.parseDouble(text.getAttribute("font-size")),
                    text.getAttribute("font-weight").equals("700"));
            assertThat(Double.parseDouble(text.getAttribute("textLength")))
                    .isCloseTo(
                            Lettering.width(text.getTextContent(), style), org.assertj.core.data.Offset.offset(0.006));
        }
    }

    @Test
    void whatXmlKeepsForItselfIsEscapedAndWhatItCannotHoldIsReplaced() throws Exception {
        String sentence = "<b>&\" ]]> 'x' \u0001 \uD83D";
        for (What what : What.values()) {
            if (what == What.PATCHES) {
                continue; // eleven words are no square
            }
            Document svg = svg(PicturesTest.of(sentence, "similarity"), Picture.of(what, 6, 0, View.USUAL));
            assertThat(String.join(" ", texts(svg))).contains("<", "&", "\"");
            assertThat(svg.getElementsByTagName("b").getLength()).isZero();
        }
    }

    @Test
    void aPdfIsTextWithItsFacesEmbedded() throws IOException {
        byte[] written = bytes(Format.PDF, PicturesTest.of("Paris is in France", "semantic"), map(View.USUAL), 1);
        try (PDDocument pdf = Loader.loadPDF(written)) {
            assertThat(pdf.getNumberOfPages()).isEqualTo(1);
            String text = new PDFTextStripper().getText(pdf);
            assertThat(text).contains("Paris", "France", "0.83", "“Paris is in France”", "Head: semantic");
            assertThat(fonts(pdf.getPage(0).getResources())).isNotEmpty().allMatch(f -> f.startsWith("embedded"));
        }
    }

    private static List<String> fonts(PDResources resources) throws IOException {
        List<String> found = new ArrayList<>();
        for (COSName name : resources.getFontNames()) {
            var font = resources.getFont(name);
            found.add((font.isEmbedded() ? "embedded " : "missing ") + font.getName());
        }
        for (COSName name : resources.getXObjectNames()) {
            if (resources.getXObject(name) instanceof PDFormXObject form && form.getResources() != null) {
                found.addAll(fonts(form.getResources()));
            }
        }
        return found;
    }

    @Test
    void greekAndSmallLettersArriveInAPdf() throws IOException {
        List<String> texts = new ArrayList<>();
        for (int stage = 1; stage <= 8; stage++) {
            try (PDDocument pdf =
                    Loader.loadPDF(bytes(Format.PDF, river(), Picture.of(What.STAGE, stage, 0, View.USUAL), 1))) {
                texts.add(new PDFTextStripper().getText(pdf));
            }
        }
        assertThat(texts.get(3)).contains("√4");
        assertThat(texts.get(5)).contains("Σ row", "A = softmax(S′)", "0.4013");
        assertThat(texts.get(6)).contains("‖a·v‖");
        for (int stage = 1; stage <= 8; stage++) {
            assertThat(texts.get(stage - 1)).contains(Stages.of(stage).title());
        }
    }

    @Test
    void aFigureOfATextThatTheBundledFaceLacksHasItsGlyphsInAPdf() throws IOException {
        Figure figure = new Figure(
                200,
                50,
                List.of(new Mark.Text("水", 10, 30, Lettering.Style.plain(20), 0xFF000000, Mark.Anchor.START, 0)),
                List.of());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Pdf.write(List.of(figure), FileSize.scaled(1), "a title", out, Progress.NONE);
        try (PDDocument pdf = Loader.loadPDF(out.toByteArray())) {
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("a title");
            assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(150);
        }
    }
}
