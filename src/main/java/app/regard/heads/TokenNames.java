package app.regard.heads;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The lists of tokens in a file, and whose names they are: names belong to arrays (an encoder's, a decoder's, both in
 * cross-attention), never to whatever has as many rows.
 */
record TokenNames(List<Field> fields) {
    private static final Set<String> ASKING = Set.of(
            "tokens",
            "words",
            "token",
            "strtokens",
            "tokenstrs",
            "wordpieces",
            "pieces",
            "subwords",
            "lefttext",
            "lefttokens",
            "querytokens",
            "querywords");
    private static final Set<String> ANSWERING =
            Set.of("keytokens", "keywords", "righttext", "righttokens", "valuetokens");
    private static final Set<String> ENCODER = Set.of(
            "encodertokens", "encodertext", "encoderwords", "sourcetokens", "srctokens", "sourcewords", "inputtokens");
    private static final Set<String> DECODER = Set.of(
            "decodertokens", "decodertext", "decoderwords", "targettokens", "tgttokens", "targetwords", "outputtokens");

    /** What the lists are called that stand in a table itself, at its rows and columns. */
    static final String FIRST_COLUMN = "first column";

    static final String FIRST_ROW = "first row";

    /** Whose tokens a list names. */
    enum Side {
        /** Those that ask, or all. */
        ASKING,
        /** Those that answer. */
        ANSWERING,
        /** The encoder's. */
        ENCODER,
        /** The decoder's. */
        DECODER
    }

    /**
     * A list of tokens.
     *
     * @param name what the file calls it
     * @param lists the tokens of each text; one list where there is one text
     */
    record Field(String name, Side side, List<List<String>> lists) {
        Field {
            lists = List.copyOf(lists);
        }

        static Field of(String name, List<List<String>> lists) {
            return new Field(name, sideOf(name).orElse(Side.ASKING), lists);
        }

        private List<String> of(int text) {
            return lists.get(lists.size() == 1 ? 0 : Math.min(text, lists.size() - 1));
        }

        /** The same where rows and columns are exchanged: what stands at them goes along, what is called by its side does not. */
        private Field turned() {
            boolean stands = name.equals(FIRST_COLUMN) || name.equals(FIRST_ROW);
            Side other = side == Side.ASKING ? Side.ANSWERING : Side.ASKING;
            return stands ? new Field(name, other, lists) : this;
        }

        private String parent() {
            return name.substring(0, name.lastIndexOf('.') + 1);
        }
    }

    /**
     * The names of an axis.
     *
     * @param from which list they are of; empty where they are numbers
     * @param problem why they are numbers although there is a list, or empty
     */
    record Named(List<String> tokens, String from, String problem) {
        Named {
            tokens = List.copyOf(tokens);
        }

        static Named numbered(int count, String problem) {
            return new Named(AttentionFile.numbered(count), "", problem);
        }
    }

    TokenNames {
        fields = List.copyOf(fields);
    }

    /** Whether there is a list of a name. */
    boolean holds(String name) {
        return fields.stream().anyMatch(f -> f.name().equals(name));
    }

    /** The names where rows and columns are exchanged. */
    TokenNames turned() {
        return new TokenNames(fields.stream().map(Field::turned).toList());
    }

    /** Whether a field of a name, without the way to it, holds tokens. */
    static boolean known(String name) {
        return sideOf(name).isPresent();
    }

    private static Optional<Side> sideOf(String name) {
        String bare = name.substring(name.lastIndexOf('.') + 1)
                .toLowerCase(Locale.ROOT)
                .replace("_", "")
                .replace("-", "");
        return ASKING.contains(bare)
                ? Optional.of(Side.ASKING)
                : ANSWERING.contains(bare)
                        ? Optional.of(Side.ANSWERING)
                        : ENCODER.contains(bare)
                                ? Optional.of(Side.ENCODER)
                                : DECODER.contains(bare) ? Optional.of(Side.DECODER) : Optional.empty();
    }

    /** How many texts have tokens of their own; 1 where that is not known. */
    int texts() {
        return fields.stream().mapToInt(f -> f.lists().size()).max().orElse(1);
    }

    /** What an array is of, by its name. */
    private enum Role {
        /** One text looks at another. */
        CROSS,
        /** The text that is read. */
        ENCODER,
        /** The text that is written. */
        DECODER,
        /** Not said. */
        NONE;

        static Role of(String array) {
            String name = array.toLowerCase(Locale.ROOT).replace("_", "").replace("-", "");
            if (name.contains("cross")
                    || name.contains("encoderdecoder")
                    || name.contains("encdec")
                    || (name.contains("encoderattn") && name.contains("decoder"))) {
                return CROSS;
            }
            return name.contains("encoder") ? ENCODER : name.contains("decoder") ? DECODER : NONE;
        }
    }

    /** The names of rows and of columns of an array. */
    record Both(Named asking, Named answering) {}

    /**
     * Names an array's rows and columns.
     *
     * @param two whether the file has an encoder's and a decoder's arrays: then plain tokens are not the encoder's
     */
    Both of(HeadStack array, boolean two) {
        Role role = Role.of(array.name());
        int n = array.queries();
        int m = array.keys();
        Optional<Field> asking = field(array, Side.ASKING);
        Optional<Field> keys = field(array, Side.ANSWERING);
        Optional<Field> encoder = field(array, Side.ENCODER);
        Optional<Field> decoder = field(array, Side.DECODER);
        return switch (role) {
            case CROSS ->
                new Both(
                        named(decoder.or(() -> asking), array, "rows", n),
                        named(encoder.or(() -> keys), array, "columns", m));
            case ENCODER -> self(encoder.or(() -> keys).or(() -> two ? Optional.empty() : asking), array);
            case DECODER -> self(decoder.or(() -> asking), array);
            case NONE -> {
                Optional<Field> rows = asking.or(() -> decoder).or(() -> encoder);
                Optional<Field> cols =
                        keys.or(() -> asking.isEmpty() && decoder.isPresent() ? encoder : Optional.empty());
                Named down = named(rows, array, "rows", n);
                Named across =
                        cols.isPresent() ? named(cols, array, "columns", m) : n == m ? down : Named.numbered(m, "");
                boolean own =
                        !across.problem().isEmpty() && n == m && !down.from().isEmpty();
                yield new Both(down, own ? new Named(down.tokens(), down.from(), across.problem()) : across);
            }
        };
    }

    /** Whether an array is one of an encoder and decoder. */
    static boolean ofTwo(String array) {
        return Role.of(array) == Role.CROSS || Role.of(array) == Role.DECODER;
    }

    private static Both self(Optional<Field> field, HeadStack array) {
        Named down = named(field, array, "rows", array.queries());
        return new Both(down, array.queries() == array.keys() ? down : Named.numbered(array.keys(), ""));
    }

    private static Named named(Optional<Field> field, HeadStack array, String what, int count) {
        if (field.isEmpty()) {
            return Named.numbered(count, "");
        }
        List<String> tokens = field.get().of(array.text());
        if (tokens.size() == count) {
            return new Named(tokens, field.get().name(), "");
        }
        return Named.numbered(
                count,
                "“" + field.get().name() + "” names " + tokens.size() + (tokens.size() == 1 ? " token" : " tokens")
                        + " for " + count + " " + what + "; they are numbered");
    }

    /** Of several lists for one side the one that stands nearest to the array. */
    private Optional<Field> field(HeadStack array, Side side) {
        List<Field> found = new ArrayList<>();
        boolean record = array.name().startsWith("[");
        for (Field field : fields) {
            boolean near = array.name().startsWith(field.parent());
            if (field.side() == side && (near || (!record && !field.name().startsWith("[")))) {
                found.add(field);
            }
        }
        return found.stream()
                .max(Comparator.comparingInt(
                        f -> array.name().startsWith(f.parent()) ? f.parent().length() : -1));
    }
}
