package app.regard.trace;

/** Where vectors and head come from: small and serialisable; large matrices stay by name. */
public sealed interface Source permits Source.Simple, Source.Preset, Source.Seeded {
    /** The name of the table that holds the words' vectors. */
    String table();

    /** The name of the table of common words. */
    String SIMPLE_TABLE = "simple";

    /**
     * The simple table with one of its hand-made heads.
     *
     * @param head a name that the table's list of heads holds
     */
    record Simple(String head) implements Source {
        @Override
        public String table() {
            return SIMPLE_TABLE;
        }
    }

    /**
     * An example's own small table with its own head.
     *
     * @param table the example's id
     */
    record Preset(String table) implements Source {}

    /**
     * A table with random projections.
     *
     * @param seed what the projections are drawn from: the same on every machine
     */
    record Seeded(String table, long seed) implements Source {}
}
