package app.regard.ui.kit;

import app.regard.ui.kit.Command.Where;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyEvent;

/** A list of everything that the reader can do with a key. */
public record Commands(List<Command> all) {
    /**
     * A line of the table of keys.
     *
     * @param keys the names of the keys
     * @param does what they do
     */
    public record Row(String keys, String does) {}

    public Commands {
        all = List.copyOf(all);
    }

    public Command of(String id) {
        return find(id).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("There is no command called " + id + "."));
    }

    /** The command of that name, or nothing: what brings commands may be missing. */
    public Stream<Command> find(String id) {
        return all.stream().filter(c -> c.id().equals(id));
    }

    /** The command whose key is pressed in one of these places; one with Shift goes before one without. */
    public Optional<Command> pressed(KeyEvent e, Set<Where> places) {
        return all.stream()
                .filter(c -> places.contains(c.where()))
                .flatMap(c -> c.keys().stream().filter(k -> k.answers(e)).map(k -> new Match(c, k)))
                .max(Comparator.comparing((Match m) -> m.key().withShift()))
                .map(Match::command);
    }

    private record Match(Command command, Key key) {}

    /** The table of keys: neighbours that do the same share a line. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Command c : all) {
            int last = rows.size() - 1;
            if (last >= 0 && rows.get(last).does().equals(c.help())) {
                rows.set(last, new Row(rows.get(last).keys() + ", " + c.pressed(), c.help()));
            } else {
                rows.add(new Row(c.pressed(), c.help()));
            }
        }
        return rows;
    }
}
