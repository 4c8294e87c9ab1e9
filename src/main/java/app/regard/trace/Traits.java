package app.regard.trace;

/**
 * The things that hold of every source of one kind, so that nobody has to ask for the kind itself.
 *
 * @param numbers what its numbers are called in a message: "the file’s weights"
 * @param table whether words have their vectors in a table, which is at hand and may lack a word
 * @param trained whether a trained model has to be read for it
 * @param file whether another program computed its weights, and a file has to be read for them
 */
public record Traits(String numbers, boolean table, boolean trained, boolean file) {
    static final Traits TABLE = new Traits("the example’s own vectors", true, false, false);
    static final Traits TRAINED = new Traits("the trained model’s vectors", false, true, false);
    static final Traits TAUGHT = new Traits("the vectors that a network here learned", false, false, false);
    static final Traits LAYERED = new Traits("the two layers’ vectors", false, false, false);
    static final Traits FILE = new Traits("the file’s weights", false, false, true);

    /** Whether it has heads with numbers to choose from and to combine. */
    public boolean heads() {
        return trained || file;
    }

    /** Whether positions may be added to its vectors: those of a trained model hold them already. */
    public boolean positions() {
        return table || file;
    }

    /** Whether it is known which word pieces make up a word. */
    public boolean pieces() {
        return trained;
    }

    /** Whether it is whole without another file, so that the saved session and exports of numbers keep it. */
    public boolean kept() {
        return !file;
    }
}
