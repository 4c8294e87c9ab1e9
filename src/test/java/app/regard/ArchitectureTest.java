package app.regard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import app.regard.lab.Lab;
import app.regard.lab.Panel;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may know whom: docs/architecture.md as tests. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.regard");

    static void holds(ArchRule rule) {
        rule.check(CLASSES);
    }

    private static void leans(String room, String... on) {
        String[] allowed = Stream.concat(Stream.of(room, "text"), Stream.of(on))
                .map(name -> "app.regard." + name + "..")
                .toArray(String[]::new);
        holds(noClasses()
                .that()
                .resideInAPackage("app.regard." + room + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("app.regard..")
                        .and(com.tngtech.archunit.base.DescribedPredicate.not(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(allowed))))
                .because("packages lean one way, as the table of rooms says"));
    }

    private static final String[] BELOW = {
        "trace", "engine", "words", "file", "transformer", "heads", "draw", "stage", "source"
    };

    private static String[] concat(String[] rooms, String one) {
        return Stream.concat(Stream.of(rooms), Stream.of(one)).toArray(String[]::new);
    }

    /**
     * Rooms within a room.
     *
     * @param lean for each, which of its neighbours it may know; "" is what stands in the room itself
     */
    private static void innerLeans(String room, @Nullable String itself, Map<String, List<String>> lean) {
        String base = "app.regard." + room;
        Map<String, List<String>> all = new HashMap<>(lean);
        if (itself != null) {
            all.put(itself, List.of());
        }
        all.forEach((inner, may) -> {
            String[] others = all.keySet().stream()
                    .filter(other -> !other.equals(inner) && !may.contains(other))
                    .map(other -> other.isEmpty() ? base : base + "." + other + "..")
                    .toArray(String[]::new);
            holds(noClasses()
                    .that()
                    .resideInAPackage(inner.isEmpty() ? base : base + "." + inner + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .because("rooms within " + room + " lean one way too"));
        });
    }

    @Test
    void roomsLeanOneWay() {
        leans("text");
        leans("trace");
        leans("engine", "trace");
        leans("words", "trace", "engine");
        leans("file", "trace");
        leans("transformer", "trace", "engine", "file");
        leans("heads", "trace", "engine", "file", "transformer");
        leans("draw");
        leans("stage", "trace", "draw");
        leans("source", "trace", "engine", "words", "file", "transformer", "heads", "draw", "stage");
        leans("export", "trace", "draw", "stage", "file");
        leans("lab", BELOW);
        leans("ui", concat(concat(BELOW, "export"), "lab"));
        leans("cli", concat(concat(BELOW, "export"), "lab"));
    }

    @Test
    void roomsWithinRoomsLeanOneWay() {
        innerLeans("file", "", Map.of("array", List.of("")));
        innerLeans("draw", "", Map.of("chart", List.of("")));
        innerLeans(
                "export",
                null,
                Map.of(
                        "picture", List.of(),
                        "code", List.of(),
                        "data", List.of(),
                        "page", List.of("picture"),
                        "sheet", List.of("picture", "code")));
        List<String> model = List.of("session", "kit");
        innerLeans(
                "ui",
                null,
                Map.of(
                        "kit", List.of(),
                        "session", List.of("kit"),
                        "stages", model,
                        "export", model,
                        "lesson", model,
                        "lab", model,
                        "app", List.of("stages", "export", "lesson", "lab", "session", "kit")));
        List<String> shape = List.of("");
        innerLeans(
                "lab",
                "",
                Map.of(
                        "look", shape,
                        "change", shape,
                        "measure", shape,
                        "learn", shape,
                        "ask", shape,
                        "catalog", List.of("", "look", "change", "measure", "learn", "ask")));
        innerLeans("cli", null, Map.of("options", List.of(), "commands", List.of("options")));
    }

    @Test
    void everyRoomIsInTheTable() {
        holds(classes()
                .that()
                .resideInAPackage("app.regard..")
                .should()
                .resideInAnyPackage(Stream.concat(
                                Stream.of("app.regard", "app.regard.cli", "app.regard.export", "app.regard.ui"),
                                Stream.of(
                                                "text trace engine words file file.array transformer transformer.floats transformer.tensor transformer.text heads draw draw.chart stage stage.vectors stage.patches source",
                                                "lab lab.look lab.change lab.measure lab.learn lab.ask lab.catalog",
                                                "export.picture export.page export.code export.sheet export.data",
                                                "ui.app ui.stages ui.export ui.lesson ui.lab ui.session ui.kit",
                                                "cli.commands cli.options")
                                        .flatMap(names -> Stream.of(names.split(" ")))
                                        .map(name -> "app.regard." + name))
                        .toArray(String[]::new))
                .because("a room without a rule leans wherever it likes"));
    }

    @Test
    void textsTensorsAndFloatsKnowNoModel() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(
                        "app.regard.transformer.text", "app.regard.transformer.tensor", "app.regard.transformer.floats")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("app.regard.transformer")
                .because("a family of models is known where its layers are, not where its files are read"));
    }

    @Test
    void noCycles() {
        holds(slices().matching("app.regard.(*)..").should().beFreeOfCycles());
    }

    @Test
    void traceImportsNothingButJavaBase() {
        holds(classes()
                .that()
                .resideInAPackage("app.regard.trace..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "app.regard.trace..",
                        "app.regard.text..",
                        "java.lang..",
                        "java.util..",
                        "java.text..",
                        "org.jspecify..")
                .because("the values must serve every other room and outlive every library"));
    }

    @Test
    void theViewModelKnowsNoNodes() {
        holds(noClasses()
                .that()
                .resideInAPackage("app.regard.ui.session..")
                .or()
                .haveSimpleName("LessonModel")
                .or()
                .haveSimpleName("PictureChoices")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene..", "javafx.stage..")
                .because("what is shown is decided without knowing how it is shown"));
    }

    @Test
    void numbersKnowNoColours() {
        holds(noClasses()
                .that()
                .resideInAnyPackage(
                        "app.regard.trace..",
                        "app.regard.engine..",
                        "app.regard.words..",
                        "app.regard.transformer..",
                        "app.regard.heads..",
                        "app.regard.file..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javafx..", "app.regard.draw..")
                .because("numbers are the same however they are painted"));
    }

    @Test
    void valuesNeverChange() {
        holds(fields().that()
                .areDeclaredInClassesThat()
                .resideInAPackage("app.regard.trace..")
                .should()
                .beFinal()
                .because("a trace is computed once and read by many"));
    }

    @Test
    void paneAndCommandKnowNoLabByName() {
        DescribedPredicate<JavaClass> one = JavaClass.Predicates.assignableTo(Lab.class)
                .or(JavaClass.Predicates.assignableTo(Panel.class))
                .and(DescribedPredicate.not(JavaClass.Predicates.belongToAnyOf(Lab.class, Panel.class)))
                .as("a certain lab or panel");
        holds(noClasses()
                .that()
                .resideInAnyPackage("app.regard.ui..", "app.regard.cli..", "app.regard.export..")
                .should()
                .dependOnClassesThat(one)
                .because("a new lab is one file and one line, and asks for no change of window and commands"));
    }
}
