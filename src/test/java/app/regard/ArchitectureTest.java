package app.regard;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import app.regard.engine.Algebra;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Who may know whom: docs/architecture.md as tests. */
class ArchitectureTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("app.regard");

    private static void holds(ArchRule rule) {
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

    @Test
    void roomsLeanOneWay() {
        leans("text");
        leans("trace");
        leans("engine", "trace");
        leans("words", "trace", "engine");
        leans("model", "trace", "engine", "file");
        leans("file", "trace");
        leans("draw");
        leans("stage", "trace", "draw");
        leans("export", "trace", "draw", "stage", "file");
        leans("ui", "trace", "engine", "words", "model", "file", "draw", "stage", "export");
        leans("cli", "trace", "engine", "words", "model", "file", "draw", "stage", "export");
    }

    @Test
    void everyRoomIsInTheTable() {
        holds(classes()
                .that()
                .resideInAPackage("app.regard..")
                .should()
                .resideInAnyPackage(
                        "app.regard",
                        "app.regard.text",
                        "app.regard.trace",
                        "app.regard.engine",
                        "app.regard.words",
                        "app.regard.model",
                        "app.regard.file",
                        "app.regard.draw",
                        "app.regard.stage",
                        "app.regard.export",
                        "app.regard.ui",
                        "app.regard.cli")
                .because("a room without a rule leans wherever it likes"));
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
    void javaFxOnlyInTheWindow() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("app.regard.ui..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx..", "atlantafx..", "com.sun.javafx..")
                .because("everything but the window works without a display"));
    }

    @Test
    void ejmlOnlyInAlgebra() {
        holds(noClasses()
                .that()
                .doNotBelongToAnyOf(Algebra.class)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.ejml..")
                .because("a matrix library is a detail of how products are computed"));
    }

    @Test
    void theViewModelKnowsNoNodes() {
        holds(noClasses()
                .that()
                .haveSimpleName("Session")
                .or()
                .haveSimpleName("Shown")
                .or()
                .haveSimpleName("History")
                .or()
                .haveSimpleName("Notice")
                .or()
                .haveSimpleName("Lecture")
                .or()
                .haveSimpleName("Choices")
                .or()
                .haveSimpleName("Saving")
                .or()
                .haveSimpleName("TrainedModel")
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
                        "app.regard.model..",
                        "app.regard.file..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.awt..", "javafx..", "app.regard.draw..")
                .because("numbers are the same however they are painted"));
    }

    @Test
    void nobodyUsesSwing() {
        holds(noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.swing..")
                .because("one window toolkit is enough"));
    }

    @Test
    void onlyTheCommandLinePrints() {
        holds(noClasses()
                .that()
                .resideOutsideOfPackage("app.regard.cli..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("printStackTrace")))
                .because("a window's messages belong where they arose"));
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
    void noStaticFieldChanges() {
        holds(fields().that().areStatic().should().beFinal().because("state that anybody can change is nobody's"));
    }

    @Test
    void threadsAreMadeInOneClass() {
        holds(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("app.regard.ui.Background")
                .should()
                .callConstructorWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                        com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo(Thread.class))))
                .orShould()
                .dependOnClassesThat()
                .belongToAnyOf(Executors.class, java.util.concurrent.ThreadPoolExecutor.class)
                .because("one place decides what runs away from the window's thread"));
    }
}
