package app.regard.file;

import app.regard.trace.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/**
 * A value in a JSON file together with the words for where it stands. It is asked for what is expected there; anything else
 * is refused with that place.
 *
 * @param name what messages call the file
 * @param path where in it: "card 3, mask.radius"; empty for the whole
 */
public record JsonCursor(Json json, String name, String path) {
    /** A message shows so much of what stands somewhere. */
    private static final int LONGEST_TOLD = 60;

    /** The whole of a text. */
    public static JsonCursor of(String text, String name) {
        return new JsonCursor(Json.of(text, name), name, "");
    }

    /** A refusal that names this place, its line and its column. */
    public Refusal refusal(String what) {
        return new Refusal(name + (path.isEmpty() ? "" : ", " + path) + ": " + what + " (line " + json.line()
                + ", column " + json.column() + ").");
    }

    /** What a constructor makes of values from here; what it refuses is refused with this place. */
    public <T> T make(Supplier<T> constructor) {
        try {
            return constructor.get();
        } catch (IllegalArgumentException | ArithmeticException e) {
            throw refusal(String.valueOf(e.getMessage()));
        }
    }

    /** Whether a text stands here. */
    public boolean isText() {
        return json.value() instanceof String;
    }

    /** Whether null stands here. */
    public boolean isNothing() {
        return json.value() == null;
    }

    boolean isList() {
        return json.value() instanceof List;
    }

    /** Whether there is such a field, with something else than null in it. */
    public boolean has(String field) {
        Json there = fields().get(field);
        return there != null && there.value() != null;
    }

    /** A field that has to be there. */
    public JsonCursor at(String field) {
        Json there = fields().get(field);
        if (there == null || there.value() == null) {
            throw refusal("“" + field + "” is missing");
        }
        return inside(field, there);
    }

    /** All fields by name, in order. */
    public Map<String, JsonCursor> all() {
        Map<String, JsonCursor> all = new LinkedHashMap<>();
        fields().forEach((name, there) -> all.put(name, inside(name, there)));
        return all;
    }

    private JsonCursor inside(String field, Json there) {
        String sign = path.isEmpty() ? "" : Character.isDigit(path.charAt(path.length() - 1)) ? ", " : ".";
        String brief = field.length() <= LONGEST_TOLD ? field : field.substring(0, LONGEST_TOLD) + "…";
        return new JsonCursor(there, name, path + sign + brief);
    }

    /** Refuses a field that is not among the known: it would be lost, and with it what its author meant. */
    void only(Set<String> known) {
        fields().forEach((name, there) -> {
            if (!known.contains(name)) {
                throw inside(name, there)
                        .refusal("this field is not known here; known are " + String.join(", ", known));
            }
        });
    }

    /** The items of a list, called "card 1", "card 2", …. */
    public List<JsonCursor> items(String called) {
        List<JsonCursor> items = new ArrayList<>();
        for (Json item : list()) {
            String number = called + " " + (items.size() + 1);
            items.add(new JsonCursor(item, name, path.isEmpty() ? number : path + ", " + number));
        }
        return items;
    }

    /** The items of a field that is a list, called as if they stood here: "card 3, edit 2". */
    public List<JsonCursor> items(String field, String called, int most) {
        JsonCursor list = at(field);
        if (list.list().size() > most) {
            throw list.refusal("there are " + list.list().size() + " of them; at most " + most + " are read");
        }
        return list.isList() ? new JsonCursor(list.json(), name, path).items(called) : list.items(called);
    }

    /** A text of any length. */
    public String text() {
        if (json.value() instanceof String text) {
            return text;
        }
        throw refusal("a text in quotes is expected, not " + description());
    }

    /** A text of so many characters at most. */
    public String text(int longest) {
        String text = text();
        if (text.length() > longest) {
            throw refusal("a text of at most " + longest + " characters is expected, not of " + text.length());
        }
        return text;
    }

    /** A finite number. */
    public double number() {
        double number = json.value() instanceof Number n ? n.doubleValue() : Double.NaN;
        if (!Double.isFinite(number)) {
            throw refusal("a finite number is expected, not " + description());
        }
        return number;
    }

    /** A whole number in a range. */
    public int whole(int least, int most) {
        if (json.value() instanceof Long n && n >= least && n <= most) {
            return n.intValue();
        }
        throw refusal("a whole number from " + least + " to " + most + " is expected, not " + description());
    }

    long whole() {
        if (json.value() instanceof Long n) {
            return n;
        }
        throw refusal("a whole number is expected, not " + description());
    }

    /** True or false. */
    public boolean readBoolean() {
        if (json.value() instanceof Boolean truth) {
            return truth;
        }
        throw refusal("true or false is expected, not " + description());
    }

    private Map<String, Json> fields() {
        if (json.value() instanceof Map<?, ?> map) {
            @SuppressWarnings("unchecked") // Json makes no other maps
            Map<String, Json> fields = (Map<String, Json>) map;
            return fields;
        }
        throw refusal("fields in { } are expected, not " + description());
    }

    List<Json> list() {
        if (json.value() instanceof List<?> items) {
            @SuppressWarnings("unchecked") // Json makes no other lists
            List<Json> list = (List<Json>) items;
            return list;
        }
        throw refusal("a list in [ ] is expected, not " + description());
    }

    /** The text that stands here, as a message quotes it: its beginning where it is long. */
    public String quoted() {
        String text = text();
        return "“" + (text.length() <= LONGEST_TOLD ? text : text.substring(0, LONGEST_TOLD) + "…") + "”";
    }

    private String description() {
        Object value = json.value();
        if (value instanceof Map) {
            return "fields in { }";
        }
        if (value instanceof List) {
            return "a list in [ ]";
        }
        String told = value instanceof String text ? "“" + text + "”" : String.valueOf(value);
        return told.length() <= LONGEST_TOLD ? told : told.substring(0, LONGEST_TOLD) + "…";
    }
}
