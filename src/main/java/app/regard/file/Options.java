package app.regard.file;

import app.regard.trace.Mask;
import app.regard.trace.Positions;
import app.regard.trace.Reading;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Mask, positions, temperature and reading as recipes and cases write them: a name where the name says all ("causal",
 * "sinusoidal" with strength 1), else an object.
 */
final class Options {
    private Options() {}

    private static final Set<String> MASK_FIELDS = new TreeSet<>(Set.of("kind", "radius"));
    private static final Set<String> POSITIONS_FIELDS = new TreeSet<>(Set.of("scheme", "strength"));

    /** More places than a sentence has are none. */
    private static final int MOST_HIDDEN = 4096;

    private static final Set<String> READING_FIELDS =
            new TreeSet<>(Set.of("combine", "merge", "special", "hidden", "rescaled"));

    static void write(JsonGenerator out, Mask mask) throws IOException {
        String kind = name(mask.kind());
        if (!mask.near()) {
            out.writeString(kind);
            return;
        }
        out.writeStartObject();
        out.writeStringField("kind", kind);
        out.writeNumberField("radius", mask.radius());
        out.writeEndObject();
    }

    static Mask mask(JsonCursor place) {
        if (place.isText()) {
            Mask.Kind kind = one(place, Mask.Kind.class);
            if (kind == Mask.Kind.LOCAL || kind == Mask.Kind.LOCAL_CAUSAL) {
                throw place.refusal("a local window needs a radius: {\"kind\": \"local\", \"radius\": 2}");
            }
            return new Mask(kind, 0);
        }
        place.only(MASK_FIELDS);
        Mask.Kind kind = one(place.at("kind"), Mask.Kind.class);
        if (kind != Mask.Kind.LOCAL && kind != Mask.Kind.LOCAL_CAUSAL && !place.has("radius")) {
            return new Mask(kind, 0);
        }
        JsonCursor radius = place.at("radius");
        int words = radius.whole(0, Integer.MAX_VALUE);
        return radius.make(() -> new Mask(kind, words));
    }

    static void write(JsonGenerator out, Positions positions) throws IOException {
        String scheme = name(positions.scheme());
        if (positions.equals(Positions.NONE) || positions.equals(Positions.sinusoidal(1))) {
            out.writeString(scheme);
            return;
        }
        out.writeStartObject();
        out.writeStringField("scheme", scheme);
        out.writeFieldName("strength");
        JsonText.number(out, positions.strength());
        out.writeEndObject();
    }

    static Positions positions(JsonCursor place) {
        if (place.isText()) {
            Positions.Scheme scheme = one(place, Positions.Scheme.class);
            return scheme == Positions.Scheme.NONE ? Positions.NONE : new Positions(scheme, 1);
        }
        place.only(POSITIONS_FIELDS);
        Positions.Scheme scheme = one(place.at("scheme"), Positions.Scheme.class);
        JsonCursor strength = place.at("strength");
        double lambda = strength.number();
        return strength.make(() -> new Positions(scheme, lambda));
    }

    /** τ, above 0. */
    static double temperature(JsonCursor place) {
        double temperature = place.number();
        if (!(temperature > 0)) {
            throw place.refusal("the temperature is a number above 0, not " + Digits.of(temperature));
        }
        return temperature;
    }

    /** What scores are divided by besides the temperature. */
    static String scaling(boolean scaled) {
        return scaled ? "sqrt(d_k)" : "none";
    }

    static boolean scaling(JsonCursor place) {
        for (boolean scaled : new boolean[] {true, false}) {
            if (scaling(scaled).equals(place.text())) {
                return scaled;
            }
        }
        throw place.refusal(place.quoted() + " is not known here; choose one of none, sqrt(d_k)");
    }

    /** Of a reading only what is not plain is written. */
    static void write(JsonGenerator out, Reading reading) throws IOException {
        out.writeStartObject();
        if (reading.combines()) {
            out.writeStringField("combine", name(reading.combine()));
        }
        if (reading.merge()) {
            out.writeBooleanField("merge", true);
        }
        if (reading.special() != Reading.Special.SHOWN) {
            out.writeStringField("special", name(reading.special()));
        }
        if (!reading.places().hidden().isEmpty()) {
            JsonText.list(out, "hidden", reading.places().hidden(), JsonGenerator::writeNumber);
        }
        if (reading.places().rescaled()) {
            out.writeBooleanField("rescaled", true);
        }
        out.writeEndObject();
    }

    static Reading reading(JsonCursor place) {
        place.only(READING_FIELDS);
        Reading plain = Reading.PLAIN;
        return new Reading(
                place.has("combine") ? one(place.at("combine"), Reading.Combine.class) : plain.combine(),
                place.has("merge") ? place.at("merge").readBoolean() : plain.merge(),
                place.has("special") ? one(place.at("special"), Reading.Special.class) : plain.special(),
                places(place));
    }

    private static Reading.Places places(JsonCursor place) {
        if (!place.has("hidden")) {
            return Reading.Places.NONE;
        }
        List<Integer> hidden = new ArrayList<>();
        for (JsonCursor item : place.items("hidden", "place", MOST_HIDDEN)) {
            hidden.add(item.whole(0, MOST_HIDDEN));
        }
        return new Reading.Places(
                hidden,
                !hidden.isEmpty()
                        && place.has("rescaled")
                        && place.at("rescaled").readBoolean());
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static <E extends Enum<E>> E one(JsonCursor place, Class<E> of) {
        Set<String> names = new TreeSet<>();
        for (E constant : of.getEnumConstants()) {
            String name = name(constant);
            if (name.equals(place.text())) {
                return constant;
            }
            names.add(name);
        }
        throw place.refusal(place.quoted() + " is not known here; choose one of " + String.join(", ", names));
    }
}
