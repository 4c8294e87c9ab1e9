package app.regard.lab;

import app.regard.file.Digits;
import app.regard.trace.Sentence;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The form of a setting's value, and so of its control. */
public sealed interface Form {
    /** What is allowed, in words: "0 to 12", "between or before". */
    String allowed();

    /** The same where there is no sentence yet. */
    default String usual() {
        return allowed();
    }

    /** The text as it is kept, or nothing where it is no value. */
    Optional<String> read(String text);

    /**
     * One of several.
     *
     * @param places whether a place among them, from 1, will do as well
     * @param names what readers see instead of the values, one each; empty where they see the values
     */
    record Choice(List<String> values, boolean places, List<String> names) implements Form {
        private static final int MOST_NAMED = 12;

        public Choice {
            values = List.copyOf(values);
            names = List.copyOf(names);
        }

        /** A word of a sentence: as it is written, as a reader sees it, or its place. */
        public static Choice of(Sentence words) {
            return new Choice(words.words(), true, words.shown());
        }

        public Choice(List<String> values, boolean places) {
            this(values, places, List.of());
        }

        public Choice(List<String> values, List<String> names) {
            this(values, false, names);
        }

        public Choice(List<String> values) {
            this(values, false);
        }

        @Override
        public String allowed() {
            List<String> seen = places && !names.isEmpty() ? names : values;
            String named =
                    String.join(", ", seen.stream().distinct().limit(MOST_NAMED).toList());
            return named
                    + (values.size() > MOST_NAMED ? ", …" : "")
                    + (places ? ", or a place from 1 to " + values.size() : "");
        }

        @Override
        public String usual() {
            return places ? "a word of the sentence, or its place from 1" : allowed();
        }

        /** A word stands for the first of its kind; another one is kept as its place. */
        @Override
        public Optional<String> read(String text) {
            Optional<String> named = first(text);
            if (named.isPresent() || !places || !text.matches("\\d{1,6}")) {
                return named;
            }
            int place = Integer.parseInt(text);
            return place >= 1 && place <= values.size() ? Optional.of(text(place - 1)) : Optional.empty();
        }

        /** How the value in a place, from 0, is written, so that {@link #read} comes back to it: in either case, and as a number. */
        public String text(int place) {
            String value = values.get(place);
            return first(value).filter(values.get(place)::equals).isPresent() && values.indexOf(value) == place
                    ? value
                    : number(place);
        }

        /** A place, from 0, as its number from 1; with a nought before it where a word reads so. */
        public String number(int place) {
            String number = String.valueOf(place + 1);
            while (first(number).isPresent()) {
                number = "0" + number;
            }
            return number;
        }

        private Optional<String> first(String text) {
            Stream<String> written = values.stream().filter(v -> v.equalsIgnoreCase(text));
            return Stream.concat(written, places ? called(text) : Stream.of()).findFirst();
        }

        /** Words that readers see so, with the sign of a blank or without it. */
        private Stream<String> called(String text) {
            return IntStream.range(0, names.size())
                    .filter(i -> names.get(i).equalsIgnoreCase(text)
                            || names.get(i).replace("·", "").equalsIgnoreCase(text))
                    .mapToObj(values::get);
        }

        /** What readers see of a value: a word by its name, with its place where that stands for it. */
        public String name(String text) {
            int named = values.indexOf(text);
            if (named < 0) {
                return (names.isEmpty() ? values : names).get(place(text)) + " (" + text + ")";
            }
            return names.isEmpty() ? text : names.get(named);
        }

        /** The place, from 0, of a value that {@link #read} has returned. */
        public int place(String text) {
            int named = values.indexOf(text);
            return named >= 0 ? named : Integer.parseInt(text) - 1;
        }
    }

    /**
     * A number.
     *
     * @param step how far two values lie apart; a whole one allows whole numbers only
     * @param log whether a slider goes by factors
     */
    record Range(double low, double high, double step, boolean log) implements Form {
        /** Whole numbers. */
        public static Range whole(double low, double high) {
            return new Range(low, high, 1, false);
        }

        /** Whole numbers, on a slider that goes by doubling. */
        public static Range doubling(double low, double high) {
            return new Range(low, high, 1, true);
        }

        @Override
        public String allowed() {
            return plain(low) + " to " + plain(high) + (whole() ? ", a whole number" : "");
        }

        public boolean whole() {
            return step == Math.rint(step) && low == Math.rint(low);
        }

        @Override
        public Optional<String> read(String text) {
            try {
                double number =
                        Double.parseDouble(text.strip().replace(',', '.').replace('−', '-'));
                boolean fits = number >= low && number <= high && (!whole() || number == Math.rint(number));
                return fits ? Optional.of(plain(number)) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }

        /** A number without digits that say nothing: "3", "0.25". */
        public static String plain(double number) {
            return number == Math.rint(number) && Math.abs(number) < 1e15
                    ? String.valueOf((long) number)
                    : Digits.of(number);
        }
    }

    /** On or off. */
    record Flag() implements Form {
        @Override
        public String allowed() {
            return "on or off";
        }

        @Override
        public Optional<String> read(String text) {
            return Optional.of(text).filter(t -> t.equals("on") || t.equals("off"));
        }
    }

    /**
     * A line of text.
     *
     * @param longest how many characters it may have
     * @param empty what it means that there is none; empty where there has to be one
     */
    record Line(int longest, String empty) implements Form {
        public Line(int longest) {
            this(longest, "");
        }

        @Override
        public String allowed() {
            return "text of "
                    + (empty.isEmpty()
                            ? "1 to " + longest + " characters"
                            : "at most " + longest + " characters; empty: " + empty);
        }

        @Override
        public Optional<String> read(String text) {
            return Optional.of(text.strip()).filter(t -> t.length() <= longest && !(t.isEmpty() && empty.isEmpty()));
        }
    }

    /** Something to be done, whose value is nothing: a button. */
    record Press() implements Form {
        @Override
        public String allowed() {
            return "nothing";
        }

        @Override
        public Optional<String> read(String text) {
            return Optional.of("").filter(text::equals);
        }
    }

    /**
     * A value that a gesture in a panel sets, so that it needs no control; the lab reads it.
     *
     * @param format what it looks like, in words: "words, with commas between"
     */
    record Gestured(String format) implements Form {
        @Override
        public String allowed() {
            return format;
        }

        @Override
        public Optional<String> read(String text) {
            return Optional.of(text);
        }
    }
}
