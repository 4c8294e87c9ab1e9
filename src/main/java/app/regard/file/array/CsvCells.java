package app.regard.file.array;

import app.regard.trace.Refusal;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Comma-separated text taken apart into cells (RFC 4180), a line at a time; lines may end with CR LF, LF or CR. Lines without
 * any character are passed over.
 */
final class CsvCells {
    /** More than this in a line is no table of ours, and longer cells hold no number or word. */
    private static final int MOST = 1 << 16;

    private static final int END = -1;

    private final Reader in;
    private final String name;
    private final char[] buffer = new char[1 << 13];
    private int at;
    private int filled;
    private int line = 1;

    CsvCells(Reader in, String name) throws IOException {
        this.in = in;
        this.name = name;
        if (peek() == '\uFEFF') {
            take();
        }
    }

    /** The next line's cells; nothing at the end. */
    Optional<List<String>> next() throws IOException {
        while (peek() == '\r' || peek() == '\n') {
            lineEnd();
        }
        if (peek() == END) {
            return Optional.empty();
        }
        List<String> cells = new ArrayList<>();
        while (true) {
            if (cells.size() == MOST) {
                throw new Refusal(name + ", line " + line + ": there are more than " + MOST + " cells in it.");
            }
            cells.add(peek() == '"' ? quoted() : plain());
            if (peek() != ',') {
                lineEnd();
                return Optional.of(cells);
            }
            take();
        }
    }

    private String plain() throws IOException {
        StringBuilder cell = new StringBuilder();
        while (!ends(peek())) {
            add(cell, take());
        }
        return cell.toString();
    }

    private String quoted() throws IOException {
        int start = line;
        take();
        StringBuilder cell = new StringBuilder();
        while (peek() != END) {
            char c = take();
            if (c != '"') {
                line += c == '\n' ? 1 : 0;
                add(cell, c);
            } else if (peek() == '"') {
                add(cell, take());
            } else if (ends(peek())) {
                return cell.toString();
            } else {
                throw new Refusal(name + ", line " + line + ": a comma is expected after the closing quote.");
            }
        }
        throw new Refusal(name + ", line " + start + ": a quote is opened and never closed.");
    }

    private void add(StringBuilder cell, char c) {
        if (cell.length() == MOST) {
            throw new Refusal(name + ", line " + line + ": a cell is longer than " + MOST + " characters.");
        }
        cell.append(c);
    }

    private static boolean ends(int c) {
        return c == ',' || c == '\r' || c == '\n' || c == END;
    }

    private void lineEnd() throws IOException {
        if (peek() == '\r') {
            take();
            if (peek() != '\n') {
                line++;
            }
        }
        if (peek() == '\n') {
            take();
            line++;
        }
    }

    private char take() throws IOException {
        int next = peek();
        at++;
        return (char) next;
    }

    private int peek() throws IOException {
        if (at == filled) {
            filled = Math.max(0, in.read(buffer));
            at = 0;
        }
        return filled == 0 ? END : buffer[at];
    }
}
