package app.regard.export.picture;

import app.regard.draw.Figure;
import java.io.IOException;
import java.io.OutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** Figures as Scalable Vector Graphics (SVG 1.1): opens in browsers and drawing programs. */
public final class Svg {
    private Svg() {}

    /**
     * Writes a figure as a document of its own.
     *
     * @param size how large it is shown or printed
     * @param title what the picture is called; readers show or speak it
     */
    public static void write(Figure figure, FileSize size, String title, OutputStream to) throws IOException {
        try {
            XMLStreamWriter out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(to, "UTF-8");
            out.writeStartDocument("UTF-8", "1.0");
            element(figure, size, title, out);
            out.writeEndDocument();
            out.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        } catch (SvgBrush.Unwritten e) {
            throw new IOException(e.getCause());
        }
    }

    private static void element(Figure figure, FileSize size, String title, XMLStreamWriter out)
            throws XMLStreamException {
        String width = SvgBrush.number(figure.width());
        String height = SvgBrush.number(figure.height());
        out.writeStartElement("svg");
        out.writeDefaultNamespace("http://www.w3.org/2000/svg");
        out.writeAttribute("width", size.length(figure.width(), figure));
        out.writeAttribute("height", size.length(figure.height(), figure));
        out.writeAttribute("viewBox", "0 0 " + width + " " + height);
        out.writeAttribute("font-family", SvgBrush.FACES);
        out.writeAttribute("role", "img");
        out.writeStartElement("title");
        out.writeCharacters(SvgBrush.legible(title));
        out.writeEndElement();
        figure.on(new SvgBrush(out));
        out.writeEndElement();
    }
}
