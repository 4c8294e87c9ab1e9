package app.regard.file;

import app.regard.trace.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A lesson with changes that are not saved, as it is kept beside the saved session while the program runs: what is left of a
 * process that is no more was lost by a crash.
 *
 * @param card which of its cards was shown, from 0
 * @param file where the lesson was saved last, or nothing
 */
public record Recovery(Lesson lesson, int card, Optional<String> file) {
    private static final String BEGINNING = "recovery-";
    private static final String ENDING = ".json";
    private static final Pattern NAME = Pattern.compile(BEGINNING + "[0-9]{1,18}" + ENDING);
    private static final int MOST_BYTES = 40 << 20;
    private static final Set<String> FIELDS = new TreeSet<>(Set.of("file", "card", "lesson"));

    public Recovery {
        if (card < 0 || card >= lesson.cards().size()) {
            throw new IllegalArgumentException("there is no card " + card);
        }
    }

    /** Where this process keeps it, beside the saved session. */
    public static Path place(Path session) {
        return session.resolveSibling(BEGINNING + ProcessHandle.current().pid() + ENDING);
    }

    /** Returns the lessons that processes which are no more have left beside the saved session, the newest first. */
    public static List<Path> left(Path session) {
        Path folder = session.toAbsolutePath().getParent();
        if (folder == null) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> NAME.matcher(f.getFileName().toString()).matches() && !runs(f))
                    .sorted(Comparator.comparingLong((Path f) -> f.toFile().lastModified())
                            .reversed())
                    .toList();
        } catch (IOException e) {
            return List.of(); // no folder, nothing left
        }
    }

    private static boolean runs(Path file) {
        String name = file.getFileName().toString();
        long pid = Long.parseLong(name.substring(BEGINNING.length(), name.length() - ENDING.length()));
        return pid != ProcessHandle.current().pid() && ProcessHandle.of(pid).isPresent();
    }

    /** Reads what was left; nothing where it is broken, and then it is set aside as .broken. */
    public static Optional<Recovery> read(Path file) {
        try {
            JsonCursor place = JsonCursor.of(WholeFile.text(file, MOST_BYTES), WholeFile.name(file));
            place.only(FIELDS);
            Lesson lesson = Lessons.read(place.at("lesson").text(), WholeFile.name(file));
            Optional<String> saved =
                    place.has("file") ? Optional.of(place.at("file").text()) : Optional.empty();
            int card = place.at("card").whole(0, Integer.MAX_VALUE);
            return Optional.of(place.make(() -> new Recovery(lesson, card, saved)));
        } catch (Refusal broken) {
            try {
                Files.move(
                        file, file.resolveSibling(file.getFileName() + ".broken"), StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException unmovable) {
                // It is left where it is.
            }
            return Optional.empty();
        }
    }

    /** Writes it. */
    public void write(Path to) {
        Atomic.write(
                PlainFile.require(to),
                true,
                bytes -> JsonText.write(bytes, out -> {
                    out.writeStartObject();
                    if (file.isPresent()) {
                        out.writeStringField("file", file.get());
                    }
                    out.writeNumberField("card", card);
                    ByteArrayOutputStream text = new ByteArrayOutputStream();
                    Lessons.write(text, lesson);
                    out.writeStringField("lesson", text.toString(StandardCharsets.UTF_8));
                    out.writeEndObject();
                }));
    }
}
