package app.regard.cli.options;

import app.regard.text.Printable;
import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/** A writer for what goes to a terminal: lines and tabs as they are, and nothing else that a terminal would obey. */
public final class PrintableWriter extends FilterWriter {
    public PrintableWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        int done = from;
        for (int at = from; at < from + length; at++) {
            char c = text.charAt(at);
            boolean ends = c == '\r' && at + 1 < from + length && text.charAt(at + 1) == '\n';
            if (c == '\n' || c == '\t' || ends) {
                out.write(Printable.message(text.substring(done, at)));
                out.write(c);
                done = at + 1;
            }
        }
        out.write(Printable.message(text.substring(done, from + length)));
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
        write(new String(text, from, length), 0, length);
    }

    @Override
    public void write(int c) throws IOException {
        write(Character.toString((char) c), 0, 1);
    }
}
