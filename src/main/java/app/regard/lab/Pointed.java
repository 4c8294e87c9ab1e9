package app.regard.lab;

import app.regard.draw.Spot;

/**
 * The spot that is pointed at.
 *
 * @param panel which panel's figure it lies in; empty for none
 */
public record Pointed(String panel, Spot spot) {
    public static final Pointed NOTHING = new Pointed("", new Spot("", Spot.LABEL, Spot.LABEL));

    /** Whether it lies in a panel. */
    public boolean in(Panel one) {
        return panel.equals(one.id());
    }
}
