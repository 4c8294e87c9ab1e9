package app.regard.ui.stages;

import app.regard.engine.PaperFormula;
import app.regard.trace.Experiment;

/** A number of the formula that a slider sets: λ of the positions, or the temperature τ. */
enum Amount {
    /** λ in x + λp: 0 is no positions. */
    POSITIONS("positions", "Positions", "λ", PaperFormula.Option.POSITIONS, 0, 1, 0.05) {
        @Override
        double read(Experiment e) {
            return e.positions().strength();
        }

        @Override
        Experiment write(Experiment e, double value) {
            return e.withPositions(PaperFormula.positions(value));
        }

        @Override
        double value(double place) {
            return Math.round(place * 100) / 100.0;
        }

        @Override
        double place(double value) {
            return value;
        }

        @Override
        boolean allows(double value) {
            return Math.abs(value) <= 1000;
        }

        @Override
        String tip() {
            return "How strongly each word’s place is added to its vector: x + λp, sinusoids. 0 is no positions, 1 the "
                    + "paper’s, 0.25 suits the simple table.";
        }

        @Override
        String refusal() {
            return "The strength λ is a number: 0 is no positions, 1 is the paper’s, 0.25 suits the simple table.";
        }
    },
    /** τ in s / (√d_k·τ), on a scale where twice is as far as half. */
    TEMPERATURE("temperature", "Temperature", "τ", PaperFormula.Option.TEMPERATURE, -1, 1, 0.05) {
        @Override
        double read(Experiment e) {
            return e.temperature();
        }

        @Override
        Experiment write(Experiment e, double value) {
            return e.withTemperature(value);
        }

        @Override
        double value(double place) {
            double unit = place < 0 ? 100 : 10;
            return Math.round(Math.pow(10, place) * unit) / unit;
        }

        @Override
        double place(double value) {
            return Math.log10(value);
        }

        @Override
        boolean allows(double value) {
            return value >= 0.0001 && value <= 1000;
        }

        @Override
        String tip() {
            return "Scores are divided by the temperature τ too: below 1 the largest weight grows, above 1 all become "
                    + "alike. 1 is the paper’s formula.";
        }

        @Override
        String refusal() {
            return "Type a temperature from 0.0001 to 1000; 1 is the paper’s formula.";
        }
    };

    private final String id;
    private final String title;
    private final String letter;
    private final PaperFormula.Option option;
    private final double low;
    private final double high;
    private final double step;

    /**
     * @param low where the slider begins
     * @param high where it ends
     * @param step how far an arrow key moves it
     */
    Amount(String id, String title, String letter, PaperFormula.Option option, double low, double high, double step) {
        this.id = id;
        this.title = title;
        this.letter = letter;
        this.option = option;
        this.low = low;
        this.high = high;
        this.step = step;
    }

    abstract double read(Experiment e);

    abstract Experiment write(Experiment e, double value);

    /** The value at a place of the slider, with as many digits as can be aimed at. */
    abstract double value(double place);

    abstract double place(double value);

    /** Whether a typed number can be computed with. */
    abstract boolean allows(double value);

    /** What it does, for who points at it. */
    abstract String tip();

    abstract String refusal();

    String id() {
        return id;
    }

    String title() {
        return title;
    }

    String letter() {
        return letter;
    }

    PaperFormula.Option option() {
        return option;
    }

    double low() {
        return low;
    }

    double high() {
        return high;
    }

    double step() {
        return step;
    }
}
