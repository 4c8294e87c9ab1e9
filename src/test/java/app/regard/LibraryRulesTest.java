package app.regard;

import static app.regard.ArchitectureTest.holds;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import app.regard.engine.Algebra;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** Who may use which library, and what no class does. */
class LibraryRulesTest {
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
    void noStaticFieldChanges() {
        holds(fields().that().areStatic().should().beFinal().because("state that anybody can change is nobody's"));
    }

    @Test
    void threadsAreMadeInOneClass() {
        holds(noClasses()
                .that()
                .doNotHaveFullyQualifiedName("app.regard.ui.kit.TaskRunner")
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
