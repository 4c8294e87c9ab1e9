package app.regard.export.picture;

/** Elements and text that mean the same to an HTML parser and to an XML parser; whatever stands in them is escaped. */
public final class Markup {
    private final StringBuilder out = new StringBuilder();

    /** Begins an element; attributes come as name=value. */
    public Markup open(String element, String... attributes) {
        out.append('<').append(element);
        attributes(attributes);
        out.append('>');
        return this;
    }

    public Markup close(String element) {
        out.append("</").append(element).append('>');
        return this;
    }

    /** An element that holds nothing: of HTML only what never does (meta, br), of SVG any. */
    public Markup empty(String element, String... attributes) {
        out.append('<').append(element);
        attributes(attributes);
        out.append("/>");
        return this;
    }

    /** A whole element with text in it. */
    public Markup leaf(String element, String text, String... attributes) {
        return open(element, attributes).text(text).close(element);
    }

    public Markup text(String text) {
        out.append(escaped(text));
        return this;
    }

    /** What is markup already. */
    public Markup raw(String markup) {
        out.append(markup);
        return this;
    }

    private void attributes(String... attributes) {
        for (String attribute : attributes) {
            int value = attribute.indexOf('=') + 1;
            out.append(' ').append(attribute, 0, value).append('"');
            out.append(escaped(attribute.substring(value))).append('"');
        }
    }

    static String escaped(String text) {
        return SvgBrush.legible(text)
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    public String toString() {
        return out.toString();
    }
}
