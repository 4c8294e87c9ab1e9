package app.regard.engine;

import app.regard.trace.Head;
import app.regard.trace.Inputs;
import app.regard.trace.Mask;
import app.regard.trace.Matrix;
import app.regard.trace.Positions;
import app.regard.trace.Projection;
import app.regard.trace.Sentence;
import app.regard.trace.Side;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** The reference cases: whole traces that an independent NumPy program computed in double precision. */
public final class References {
    private References() {}

    /** One case: what goes in and what must come out. */
    public record Case(String name, Inputs in, JsonNode expected) {
        /** An expected matrix; a list of numbers is read as one column. */
        public Matrix matrix(String key) {
            return References.matrix(expected.get(key));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All cases of traces.json. */
    public static List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (JsonNode c : json("traces.json")) {
            Matrix x = matrix(c.get("X"));
            List<String> dims = names("x", x.cols());
            Head head = new Head(
                    c.get("name").asText(),
                    "the reference",
                    dims,
                    projection(c, "Q"),
                    projection(c, "K"),
                    projection(c, "V"),
                    List.of());
            String[] words = StreamSupport.stream(c.get("tokens").spliterator(), false)
                    .map(JsonNode::asText)
                    .toArray(String[]::new);
            Side side = new Side(Sentence.of(words), x, "the reference");
            Mask mask =
                    switch (c.get("mask").asText()) {
                        case "causal" -> Mask.CAUSAL;
                        case "none" -> Mask.NONE;
                        default -> throw new IllegalStateException("a mask that no test knows: " + c.get("mask"));
                    };
            Positions positions = c.get("positions").asText().equals("none") ? Positions.NONE : Positions.sinusoidal(1);
            cases.add(new Case(
                    c.get("name").asText(),
                    new Inputs(
                            side,
                            side,
                            head,
                            mask,
                            positions,
                            c.get("temperature").asDouble()),
                    c.get("expected")));
        }
        return cases;
    }

    private static Projection projection(JsonNode c, String letter) {
        Matrix w = matrix(c.get("W_" + letter));
        JsonNode b = c.get("b_" + letter);
        List<String> columns = names(letter, w.cols());
        if (b == null) {
            return Projection.of(w, columns);
        }
        Matrix column = matrix(b);
        return new Projection(w, Matrix.of(column.toArray()), columns);
    }

    public static List<String> names(String letter, int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> letter + i).toList();
    }

    /** The presets with what is published of them. */
    public static JsonNode presets() {
        return json("presets.json");
    }

    public static Matrix matrix(JsonNode rows) {
        return Matrix.of(StreamSupport.stream(rows.spliterator(), false)
                .map(row -> row.isArray()
                        ? StreamSupport.stream(row.spliterator(), false)
                                .mapToDouble(References::number)
                                .toArray()
                        : new double[] {number(row)})
                .toArray(double[][]::new));
    }

    private static double number(JsonNode n) {
        return n.isTextual() ? Double.NEGATIVE_INFINITY : n.asDouble();
    }

    private static JsonNode json(String name) {
        try (InputStream in = Objects.requireNonNull(References.class.getResourceAsStream(name), name)) {
            return new ObjectMapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
