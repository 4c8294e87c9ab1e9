package app.regard.ui.app;

import app.regard.draw.ColourRole;
import app.regard.draw.Palette;
import app.regard.draw.Theme;
import app.regard.draw.View;
import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Parent;
import javafx.scene.text.Font;

/** The colours, faces and sizes of the controls, which follow the palette that the figures are painted with. */
final class ControlStyle {
    private ControlStyle() {}

    /** Loads the faces and gives a window the program's style sheet. */
    static void load(Parent root) {
        for (String face : new String[] {"Roboto-Regular.ttf", "Roboto-Bold.ttf"}) {
            Font.loadFont(resource(Palette.class, face), 12);
        }
        root.getStylesheets().add(resource(MainView.class, "regard.css"));
    }

    private static String resource(Class<?> beside, String name) {
        return Objects.requireNonNull(beside.getResource(name), name).toExternalForm();
    }

    static void apply(View view, Parent root) {
        String sheet = view.theme() == Theme.LIGHT
                ? new PrimerLight().getUserAgentStylesheet()
                : new PrimerDark().getUserAgentStylesheet();
        if (!sheet.equals(Application.getUserAgentStylesheet())) {
            Application.setUserAgentStylesheet(sheet);
        }
        root.setStyle(of(view));
    }

    static String of(View view) {
        Palette palette = view.palette();
        StringBuilder style = new StringBuilder();
        for (ColourRole role : ColourRole.values()) {
            style.append("-rg-")
                    .append(role.label())
                    .append(": ")
                    .append(Palette.hex(palette.of(role)))
                    .append("; ");
        }
        style.append("-fx-font-size: ")
                .append(Math.round(13.5 * view.textScale() * 10) / 10.0)
                .append("px;");
        return style.toString();
    }
}
