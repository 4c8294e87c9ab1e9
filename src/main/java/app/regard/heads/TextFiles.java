package app.regard.heads;

import app.regard.file.Numeral;
import app.regard.file.array.Csv;
import app.regard.file.array.Doubles;
import app.regard.file.array.JsonArray;
import app.regard.file.array.JsonArrays;
import app.regard.file.array.Stored;
import app.regard.trace.Grid;
import app.regard.trace.Refusal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The reader of attention that is written as text, JSON or CSV; it is read whole, for text has no places to jump to. */
final class TextFiles {
    /** What JSON may call the tokens that answer. */
    private static final List<String> KEY_TOKENS = List.of(ArrayFiles.KEY_TOKENS, "keyTokens");

    /** Numbers in text are seldom written with more digits than floats have. */
    private static final double TOLERANCE = 1e-4;

    private TextFiles() {}

    /** See {@link AttentionFile#open}. */
    static AttentionFile json(Path file, String called) {
        JsonArrays read = JsonArrays.read(
                file, Set.of(ArrayFiles.TOKENS, ArrayFiles.KEY_TOKENS, "keyTokens"), ArrayFiles.NO_WEIGHTS);
        Map<String, List<String>> texts = read.texts();
        List<JsonArray> shares =
                read.arrays().stream().filter(a -> !counts(a.numbers())).toList();
        return new AttentionFile(
                called,
                (shares.isEmpty() ? read.arrays() : shares)
                        .stream()
                                .map(a -> stored(a.name(), a.shape(), a.numbers()::at))
                                .toList(),
                Optional.ofNullable(texts.get(ArrayFiles.TOKENS)),
                KEY_TOKENS.stream().filter(texts::containsKey).findFirst().map(texts::get));
    }

    /** See {@link AttentionFile#open}. */
    static AttentionFile csv(Path file, String called) {
        Csv.Labelled table = Csv.read(file);
        Grid a = table.grid();
        if (a.rows() == 0 || a.cols() == 0) {
            throw new Refusal(called + " holds no table of numbers: its cells are parted by commas, and its first row "
                    + "and column may be words.");
        }
        boolean unlabelled = !table.corner().isEmpty()
                && a.rows() == a.cols() + 1
                && table.rows().stream().allMatch(label -> Numeral.isPlain(label.strip()))
                && !table.rows().equals(AttentionFile.numbered(a.rows()));
        if (unlabelled) {
            throw new Refusal(called + " has words in its first row, but none in its first column. "
                    + "Put the words there too, or leave them out of the first row.");
        }
        return new AttentionFile(
                called,
                List.of(stored(
                        "",
                        List.of(a.rows(), a.cols()),
                        place -> a.at((int) (place / a.cols()), (int) (place % a.cols())))),
                labels(table.rows()),
                labels(table.cols()));
    }

    /** Whether these are whole numbers beyond 1, such as the places of tokens in a vocabulary. */
    private static boolean counts(Doubles numbers) {
        boolean beyond = false;
        for (long place = 0; place < numbers.size(); place++) {
            double number = numbers.at(place);
            if (number != Math.rint(number)) {
                return false;
            }
            beyond |= number > 1;
        }
        return beyond;
    }

    private static Optional<List<String>> labels(List<String> labels) {
        return labels.isEmpty() ? Optional.empty() : Optional.of(labels);
    }

    /** A number in a place, the last index running fastest. */
    private interface Numbers {
        double at(long place);
    }

    private static Stored stored(String name, List<Integer> shape, Numbers numbers) {
        return new Stored(
                name, shape, new Stored.Kind(Double.BYTES, TOLERANCE, ByteBuffer::getDouble), (from, length) -> {
                    ByteBuffer bytes = ByteBuffer.allocate(length);
                    for (int at = 0; at < length; at += Double.BYTES) {
                        bytes.putDouble(at, numbers.at((from + at) / Double.BYTES));
                    }
                    return bytes;
                });
    }
}
