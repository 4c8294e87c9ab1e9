package app.regard.heads;

import app.regard.file.array.Csv;
import app.regard.file.array.Doubles;
import app.regard.file.array.JsonArray;
import app.regard.file.array.JsonArrays;
import app.regard.file.array.Stored;
import app.regard.trace.Grid;
import app.regard.trace.Refusal;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The reader of attention that is written as text, JSON or CSV; it is read whole, for text has no places to jump to. */
final class TextFiles {
    /** Numbers in text are seldom written with more digits than floats have. */
    private static final double TOLERANCE = 1e-4;

    /** What goes into a model, or stands before its weights: never attention where it is a text. */
    private static final Set<String> PASSED = ArrayChoice.NO_WEIGHTS;

    private TextFiles() {}

    /** See {@link AttentionFile#open}. */
    static AttentionFile json(Path file, String called) {
        JsonArrays read = JsonArrays.read(file, TokenNames::known, PASSED);
        List<JsonArray> shares =
                read.arrays().stream().filter(a -> !counts(a.numbers())).toList();
        List<TokenNames.Field> names = new ArrayList<>();
        read.texts().forEach((name, lists) -> {
            boolean one = lists.size() == 1 && lists.get(0).size() == 1;
            names.add(TokenNames.Field.of(name, one ? TokenLists.of(lists.get(0).get(0)) : lists));
        });
        return AttentionFile.of(
                called,
                (shares.isEmpty() ? read.arrays() : shares)
                        .stream()
                                .map(a -> stored(a.name(), a.shape(), a.numbers()::at))
                                .toList(),
                new TokenNames(names),
                read.others().stream().map(name -> "“" + name + "” (texts)").toList(),
                List.of());
    }

    /** See {@link AttentionFile#open}. */
    static AttentionFile csv(Path file, String called) {
        Csv.Labelled table = Csv.read(file);
        Grid a = table.grid();
        if (a.rows() == 0 || a.cols() == 0) {
            throw new Refusal(called + " holds no table of numbers: its cells are parted by commas, and its first row "
                    + "and column may be words.");
        }
        List<TokenNames.Field> names = new ArrayList<>();
        boolean square = a.rows() == a.cols();
        List<String> rows = table.rows().isEmpty() && square ? table.cols() : table.rows();
        if (!rows.isEmpty()) {
            String where = table.rows().isEmpty() ? TokenNames.FIRST_ROW : TokenNames.FIRST_COLUMN;
            names.add(new TokenNames.Field(where, TokenNames.Side.ASKING, List.of(rows)));
        }
        if (!table.cols().isEmpty()) {
            names.add(new TokenNames.Field(TokenNames.FIRST_ROW, TokenNames.Side.ANSWERING, List.of(table.cols())));
        }
        return AttentionFile.of(
                called,
                List.of(stored(
                        "",
                        List.of(a.rows(), a.cols()),
                        place -> a.at((int) (place / a.cols()), (int) (place % a.cols())))),
                new TokenNames(names));
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

    /** A number in a place, the last index running fastest. */
    private interface Numbers {
        double at(long place);
    }

    private static Stored stored(String name, List<Integer> shape, Numbers numbers) {
        return new Stored(
                name, shape, new Stored.Kind(Double.BYTES, TOLERANCE, false, ByteBuffer::getDouble), (from, length) -> {
                    ByteBuffer bytes = ByteBuffer.allocate(length);
                    for (int at = 0; at < length; at += Double.BYTES) {
                        bytes.putDouble(at, numbers.at((from + at) / Double.BYTES));
                    }
                    return bytes;
                });
    }
}
