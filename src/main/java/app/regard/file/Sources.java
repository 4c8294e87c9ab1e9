package app.regard.file;

import app.regard.trace.Moment;
import app.regard.trace.Rule;
import app.regard.trace.Source;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Every kind of source that is kept as JSON: its name under "kind", and its fields. A new kind is one more entry in
 * the list.
 */
final class Sources {
    private Sources() {}

    /** Characters of a table’s, head’s or model’s name. */
    private static final int LONGEST_NAME = 1000;

    private static final int LONGEST_PATH = 5000;

    private static final Set<String> IMAGE_FIELDS = new TreeSet<>(Set.of("file", "fingerprint"));

    private static final List<Kind<?>> KINDS = List.of(
            new Kind<>(
                    "file",
                    Source.Imported.class,
                    Set.of("file", "array", "layer", "head", "transposed", "fingerprint"),
                    (out, s) -> {
                        out.writeStringField("file", s.file());
                        if (!s.array().isEmpty()) {
                            out.writeStringField("array", s.array());
                        }
                        out.writeNumberField("layer", s.layer());
                        out.writeNumberField("head", s.head());
                        if (s.transposed()) {
                            out.writeBooleanField("transposed", true);
                        }
                        if (!s.fingerprint().isEmpty()) {
                            out.writeStringField("fingerprint", s.fingerprint());
                        }
                    },
                    at -> new Source.Imported(
                            at.at("file").text(LONGEST_PATH),
                            at.has("array") ? at.at("array").text(LONGEST_NAME) : "",
                            at.at("layer").whole(0, Integer.MAX_VALUE),
                            at.at("head").whole(0, Integer.MAX_VALUE),
                            at.has("transposed") && at.at("transposed").readBoolean(),
                            at.has("fingerprint") ? at.at("fingerprint").text(LONGEST_NAME) : "")),
            new Kind<>(
                    "simple",
                    Source.Simple.class,
                    Set.of("head"),
                    (out, s) -> out.writeStringField("head", s.head()),
                    at -> new Source.Simple(at.at("head").text(LONGEST_NAME))),
            new Kind<>(
                    "rules",
                    Source.Ruled.class,
                    Set.of("rules"),
                    (out, s) -> JsonText.list(out, "rules", s.rules(), (json, rule) -> json.writeString(rule.text())),
                    at -> new Source.Ruled(at.items("rules", "rules", Source.Ruled.MOST).stream()
                            .map(one -> Rule.of(one.text(LONGEST_NAME)))
                            .toList())),
            new Kind<>(
                    "preset",
                    Source.Preset.class,
                    Set.of("table"),
                    (out, s) -> out.writeStringField("table", s.table()),
                    at -> new Source.Preset(at.at("table").text(LONGEST_NAME))),
            new Kind<>(
                    "seeded",
                    Source.Seeded.class,
                    Set.of("table", "seed"),
                    (out, s) -> {
                        out.writeStringField("table", s.table());
                        out.writeNumberField("seed", s.seed());
                    },
                    at -> new Source.Seeded(
                            at.at("table").text(LONGEST_NAME), at.at("seed").whole())),
            new Kind<>(
                    "trained",
                    Source.Trained.class,
                    Set.of("model", "layer", "head", "fingerprint"),
                    (out, s) -> {
                        out.writeStringField("model", s.model());
                        out.writeNumberField("layer", s.layer());
                        out.writeNumberField("head", s.head());
                        if (!s.fingerprint().isEmpty()) {
                            out.writeStringField("fingerprint", s.fingerprint());
                        }
                    },
                    at -> new Source.Trained(
                            at.at("model").text(LONGEST_PATH),
                            Math.toIntExact(at.at("layer").whole()),
                            Math.toIntExact(at.at("head").whole()),
                            at.has("fingerprint") ? at.at("fingerprint").text(LONGEST_NAME) : "")),
            new Kind<>(
                    "taught",
                    Source.Taught.class,
                    Set.of("recipe", "settings", "step"),
                    (out, s) -> {
                        out.writeStringField("recipe", s.recipe());
                        Recipes.writeSettings(out, s.settings());
                        out.writeNumberField("step", s.step());
                    },
                    at -> new Source.Taught(
                            at.at("recipe").text(LONGEST_NAME),
                            Recipes.settings(at),
                            at.at("step").whole(0, Integer.MAX_VALUE))),
            new Kind<>(
                    "layered",
                    Source.Layered.class,
                    Set.of("head"),
                    (out, s) -> out.writeStringField("head", s.handmadeHead().orElseThrow()),
                    at -> Source.Layered.named(at.at("head").text(LONGEST_NAME)).orElseThrow(() -> at.at("head")
                            .refusal("there are " + String.join(", ", Source.Layered.NAMES)))));

    static void write(JsonGenerator out, Source source) throws IOException {
        for (Kind<?> kind : KINDS) {
            if (kind.type().isInstance(source)) {
                out.writeStartObject();
                out.writeStringField("kind", kind.name());
                kind.fields(out, source);
                out.writeEndObject();
                return;
            }
        }
        throw new IllegalStateException("a source of a kind that has no entry here: " + source);
    }

    /** The first format of lessons that knows a source. */
    static int format(Source source) {
        boolean second =
                source instanceof Source.Taught || source instanceof Source.Ruled || source instanceof Source.Layered;
        return source instanceof Source.Imported ? Lessons.FORMAT : second ? Lessons.SECOND : 1;
    }

    /** Writes the field "image" into the object that is open, where there is an image. */
    static void writeImage(JsonGenerator out, Moment.@Nullable Image image) throws IOException {
        if (image != null) {
            out.writeObjectFieldStart("image");
            out.writeStringField("file", image.file());
            out.writeStringField("fingerprint", image.fingerprint());
            out.writeEndObject();
        }
    }

    static Moment.Image image(JsonCursor place) {
        place.only(IMAGE_FIELDS);
        return place.make(() -> new Moment.Image(
                place.at("file").text(LONGEST_PATH), place.at("fingerprint").text(LONGEST_NAME)));
    }

    static Source read(JsonCursor place) {
        JsonCursor called = place.at("kind");
        for (Kind<?> kind : KINDS) {
            if (kind.name().equals(called.text())) {
                Set<String> known = new TreeSet<>(kind.fields());
                known.add("kind");
                place.only(known);
                return place.make(() -> kind.read().apply(place));
            }
        }
        throw called.refusal(called.quoted() + " is no source that this Regard knows; it knows "
                + KINDS.stream().map(Kind::name).collect(Collectors.joining(", ")));
    }

    /** The way in which one kind of source is written and read. */
    private record Kind<S extends Source>(
            String name, Class<S> type, Set<String> fields, Fields<S> write, Function<JsonCursor, S> read) {
        void fields(JsonGenerator out, Source source) throws IOException {
            write.to(out, type.cast(source));
        }
    }

    @FunctionalInterface
    private interface Fields<S> {
        void to(JsonGenerator out, S source) throws IOException;
    }
}
