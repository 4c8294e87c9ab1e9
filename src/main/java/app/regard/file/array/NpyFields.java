package app.regard.file.array;

import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The header's dictionary, a Python literal, of which just the three entries that NumPy writes are understood. It is read
 * from left to right, no character twice.
 *
 * @param descr the kind of number; {@link #RECORDS} for several in one
 */
record NpyFields(String descr, boolean fortran, List<Integer> shape) {
    /** Stands for the list of fields that NumPy writes for a record. */
    static final String RECORDS = "[";

    /** NumPy itself has no more dimensions. */
    private static final int MOST_DIMENSIONS = 64;

    static NpyFields of(String text, String name) {
        return new Literal(text, name).fields();
    }

    /** The text on its way from left to right. */
    private static final class Literal {
        private final String text;
        private final String name;
        private int at;
        private @Nullable String descr;
        private @Nullable Boolean fortran;
        private @Nullable List<Integer> shape;

        Literal(String text, String name) {
            this.text = text.strip();
            this.name = name;
        }

        NpyFields fields() {
            expect('{');
            while (!found('}')) {
                String entry = quoted();
                expect(':');
                if (entry.equals("descr") && descr == null) {
                    descr = found('[') ? records() : quoted();
                } else if (entry.equals("fortran_order") && fortran == null) {
                    fortran = readBoolean();
                } else if (entry.equals("shape") && shape == null) {
                    shape = sizes();
                } else {
                    throw damaged();
                }
                if (!found(',') && peek() != '}') {
                    throw damaged();
                }
            }
            if (at != text.length() || descr == null || fortran == null || shape == null) {
                throw damaged();
            }
            return new NpyFields(descr, fortran, shape);
        }

        /** Passes over a list to its end; the brackets that texts in it may hold count too, for fields are seldom named so. */
        private String records() {
            for (int open = 1; open > 0; at++) {
                if (at == text.length()) {
                    throw damaged();
                }
                open += text.charAt(at) == '[' ? 1 : text.charAt(at) == ']' ? -1 : 0;
            }
            return RECORDS;
        }

        private String quoted() {
            char quote = peek();
            int end = quote == '\'' || quote == '"' ? text.indexOf(quote, at + 1) : -1;
            if (end < 0) {
                throw damaged();
            }
            String inner = text.substring(at + 1, end);
            at = end + 1;
            return inner;
        }

        private boolean readBoolean() {
            boolean value = peek() == 'T';
            String word = value ? "True" : "False";
            if (!text.startsWith(word, at)) {
                throw damaged();
            }
            at += word.length();
            return value;
        }

        /** A tuple; (3) is a number in Python, (3,) a tuple of one. */
        private List<Integer> sizes() {
            List<Integer> sizes = new ArrayList<>();
            expect('(');
            boolean comma = true;
            while (!found(')')) {
                if (!comma || sizes.size() == MOST_DIMENSIONS) {
                    throw damaged();
                }
                sizes.add(size());
                comma = found(',');
            }
            if (sizes.size() == 1 && !comma) {
                throw damaged();
            }
            return List.copyOf(sizes);
        }

        private int size() {
            peek();
            int start = at;
            long size = 0;
            for (; at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9'; at++) {
                size = Math.min(10 * size + text.charAt(at) - '0', Integer.MAX_VALUE + 1L);
            }
            if (at == start || size > Integer.MAX_VALUE) {
                throw damaged();
            }
            if (at < text.length() && text.charAt(at) == 'L') { // Python 2 wrote long whole numbers so
                at++;
            }
            return (int) size;
        }

        private void expect(char c) {
            if (!found(c)) {
                throw damaged();
            }
        }

        private boolean found(char c) {
            boolean there = peek() == c;
            at += there ? 1 : 0;
            return there;
        }

        /** The next character that is no blank; 0 at the end. */
        private char peek() {
            while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                at++;
            }
            return at < text.length() ? text.charAt(at) : 0;
        }

        private Refusal damaged() {
            return new Refusal(
                    name + " is damaged: its header is not one that NumPy writes. Save it again with numpy.save.");
        }
    }
}
