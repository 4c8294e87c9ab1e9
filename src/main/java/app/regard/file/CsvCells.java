package app.regard.file;

import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Comma-separated text taken apart into cells (RFC 4180); lines may end with CR LF, LF or CR. */
final class CsvCells {
    private final String text;
    private final String name;
    private int at;

    private CsvCells(String text, String name) {
        this.text = text;
        this.name = name;
    }

    /** The cells of every line; lines without any character are passed over. */
    static List<List<String>> of(String text, String name) {
        return new CsvCells(text, name).lines();
    }

    private List<List<String>> lines() {
        List<List<String>> lines = new ArrayList<>();
        List<String> line = new ArrayList<>();
        while (at < text.length()) {
            int start = at;
            String cell = text.charAt(at) == '"' ? quoted() : plain();
            boolean blank = start == at && line.isEmpty();
            line.add(cell);
            if (at < text.length() && text.charAt(at) == ',') {
                at++;
                if (at == text.length()) {
                    line.add("");
                }
                continue;
            }
            lineEnd();
            if (!blank) {
                lines.add(line);
            }
            line = new ArrayList<>();
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private String plain() {
        int start = at;
        while (at < text.length() && ",\r\n".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return text.substring(start, at);
    }

    private String quoted() {
        int start = at++;
        StringBuilder cell = new StringBuilder();
        while (at < text.length()) {
            char c = text.charAt(at++);
            if (c != '"') {
                cell.append(c);
            } else if (at < text.length() && text.charAt(at) == '"') {
                cell.append(text.charAt(at++));
            } else if (at == text.length() || ",\r\n".indexOf(text.charAt(at)) >= 0) {
                return cell.toString();
            } else {
                throw new Refusal(name + ", line " + line(at) + ": a comma is expected after the closing quote.");
            }
        }
        throw new Refusal(name + ", line " + line(start) + ": a quote is opened and never closed.");
    }

    private void lineEnd() {
        if (at < text.length() && text.charAt(at) == '\r') {
            at++;
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
        } else if (at < text.length()) {
            at++;
        }
    }

    private long line(int place) {
        return 1 + text.substring(0, place).chars().filter(c -> c == '\n').count();
    }
}
