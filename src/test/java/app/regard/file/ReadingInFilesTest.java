package app.regard.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.trace.Experiment;
import app.regard.trace.Moment;
import app.regard.trace.Reading;
import app.regard.trace.Refusal;
import app.regard.trace.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is made of weights is kept in lessons and sessions, in a format of its own only where there is something to keep. */
class ReadingInFilesTest {
    private static final Experiment TRAINED = Experiment.of("the cat", new Source.Trained("all-MiniLM-L6-v2", 3, 1));
    private static final Reading ROLLOUT = Reading.PLAIN.with(Reading.Combine.ROLLOUT);

    @TempDir
    private Path folder;

    private static Moment moment(Experiment e) {
        return new Moment(e, 6, 1);
    }

    private String written(Moment moment) throws IOException {
        Path file = folder.resolve("l.regard");
        Lessons.write(file, true, Lesson.of(moment));
        return Files.readString(file);
    }

    @Test
    void onlyALessonWithAReadingIsOfFormat2() throws IOException {
        String plain = written(moment(TRAINED));
        assertThat(plain).contains("\"format\": 1,").doesNotContain("reading");
        String derived = written(
                moment(TRAINED.withReading(new Reading(Reading.Combine.ROLLOUT, true, Reading.Special.HIDDEN))));
        assertThat(derived)
                .isEqualTo(plain.replace("\"format\": 1,", "\"format\": 2,").replace("    \"head\": 1\n   }\n", """
                                    "head": 1
                                   },
                                   "reading": {
                                    "combine": "rollout",
                                    "merge": true,
                                    "special": "hidden"
                                   }
                                """));
    }

    @Test
    void whatDoesNotApplyIsNotWritten() throws IOException {
        Experiment simple = Experiment.of("the cat", new Source.Simple("agreement"));
        assertThat(written(moment(simple.withReading(ROLLOUT)))).isEqualTo(written(moment(simple)));
    }

    @Test
    void everyReadingComesBackFromALessonAndFromASession() {
        for (Reading.Combine combine : Reading.Combine.values()) {
            for (Reading.Special special : Reading.Special.values()) {
                for (boolean merge : new boolean[] {false, true}) {
                    Moment moment = moment(TRAINED.withReading(new Reading(combine, merge, special)));
                    Path lesson = folder.resolve("l.regard");
                    Lessons.write(lesson, true, Lesson.of(moment));
                    assertThat(Lessons.read(lesson).cards().get(0).moment()).isEqualTo(moment);
                    Path session = folder.resolve("session.json");
                    new Saved(moment, java.util.Map.of(), 0, 0, List.of()).write(session);
                    assertThat(Saved.read(session).last()).isEqualTo(moment);
                }
            }
        }
    }

    @Test
    void aSessionSaysItsFormatOnlyWhereThereIsAReading() throws IOException {
        Path session = folder.resolve("session.json");
        new Saved(moment(TRAINED), java.util.Map.of(), 0, 0, List.of()).write(session);
        assertThat(session).content().startsWith("{\n \"last\": {").doesNotContain("format", "reading");
        new Saved(moment(TRAINED.withReading(ROLLOUT)), java.util.Map.of(), 0, 0, List.of()).write(session);
        assertThat(session).content().startsWith("{\n \"format\": 2,\n \"last\": {");
        Files.writeString(session, Files.readString(session).replace("\"format\": 2", "\"format\": 4"));
        assertThat(Saved.read(session)).isEqualTo(Saved.NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "{\"combine\": \"sum\"} | reading.combine | one_head, rollout",
                "{\"merge\": 1} | reading.merge | true or false is expected, not 1",
                "{\"special\": true} | reading.special | a text",
                "{\"hide\": true} | reading.hide | not known here",
                "[] | reading | fields in { }",
            })
    void aFaultIsNamedWithItsPlace(String reading, String place, String says) throws IOException {
        String text = written(moment(TRAINED.withReading(ROLLOUT)))
                .replaceFirst("(?s)\"reading\": \\{.*?\\}", "\"reading\": " + reading);
        assertThatThrownBy(() -> Lessons.read(text, "“l.regard”"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("“l.regard”, card 1, experiment." + place)
                .hasMessageContaining(says);
    }

    @Test
    void aReadingInFormat1AndOneOfAHeadThatHasNoneAreRefused() throws IOException {
        String text = written(moment(TRAINED.withReading(ROLLOUT)));
        assertThatThrownBy(() -> Lessons.read(text.replace("\"format\": 2", "\"format\": 1"), "“l.regard”"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("a reading belongs to format 2, and this lesson says format 1");
        String simple = text.replaceFirst(
                "(?s)\"source\": \\{.*?\\}", "\"source\": {\"kind\": \"simple\", \"head\": \"similarity\"}");
        assertThatThrownBy(() -> Lessons.read(simple, "“l.regard”"))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("is read as it is");
    }
}
