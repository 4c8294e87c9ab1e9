package app.regard;

import javafx.application.Platform;

final class Regard {
    private Regard() {}

    public static void main(String[] args) {
        System.setProperty("java.awt.headless", "true");
        try {
            Platform.startup(() -> System.out.println("started"));
        } catch (Throwable t) {
            System.out.println("CAUGHT " + t);
        }
        System.out.println("main ends");
    }
}
