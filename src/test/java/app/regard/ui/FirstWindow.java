package app.regard.ui;

import app.regard.ui.app.MainView;
import app.regard.ui.app.Window;
import app.regard.ui.kit.FileDialogs;
import java.lang.management.ManagementFactory;
import javafx.application.Platform;
import javafx.stage.Stage;

/** Opens the window and prints how long after the start of the JVM its first picture stood. */
public final class FirstWindow {
    private FirstWindow() {}

    public static void main(String[] args) {
        Platform.startup(() -> {
            Stage stage = new Stage();
            MainView view = Window.show(stage, FileDialogs.NONE);
            view.getScene().addPostLayoutPulseListener(() -> {
                long start = ManagementFactory.getRuntimeMXBean().getStartTime();
                System.out.println(
                        "first window           " + (System.currentTimeMillis() - start) + " ms after the JVM started");
                System.exit(0);
            });
        });
    }
}
