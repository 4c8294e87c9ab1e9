package app.regard.trace;

/** Where vectors and head come from: small and serialisable; large matrices stay by name. */
public sealed interface Source permits Source.Simple, Source.Preset, Source.Seeded, Source.Trained, Source.Imported {
    /** The name of the table, of the trained model, or of the file, that the words' numbers come from. */
    String table();

    /** What of a reading applies here: a hand-made head stands alone and is read as it is. */
    default Reading applicable(Reading reading) {
        return Reading.PLAIN;
    }

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

    /**
     * A head of a trained model: vectors are its layer's input.
     *
     * @param model the model's name
     * @param layer counted from 0
     * @param head within its layer, counted from 0
     */
    record Trained(String model, int layer, int head) implements Source {
        public Trained {
            if (model.isEmpty() || layer < 0 || head < 0) {
                throw new IllegalArgumentException("a trained head has a model, a layer and a head from 0 on: “" + model
                        + "”, " + layer + ", " + head);
            }
        }

        @Override
        public String table() {
            return model;
        }

        @Override
        public Reading applicable(Reading reading) {
            return reading;
        }
    }

    /**
     * Weights that another program computed: there are no vectors, and so no stages before them.
     *
     * @param file the path of the file
     * @param array what the file calls the array; empty for its first one
     * @param layer counted from 0
     * @param head within its layer, counted from 0
     */
    record Imported(String file, String array, int layer, int head) implements Source {
        public Imported {
            if (file.isEmpty() || layer < 0 || head < 0) {
                throw new IllegalArgumentException("weights out of a file have a file, a layer and a head from 0 on: “"
                        + file + "”, " + layer + ", " + head);
            }
        }

        @Override
        public String table() {
            return file;
        }

        /** Which pieces make up a word is not known of a file's tokens. */
        @Override
        public Reading applicable(Reading reading) {
            return reading.withMerge(false);
        }

        public Imported withArray(String other) {
            return new Imported(file, other, 0, 0);
        }

        public Imported withHead(int otherLayer, int otherHead) {
            return new Imported(file, array, otherLayer, otherHead);
        }
    }
}
