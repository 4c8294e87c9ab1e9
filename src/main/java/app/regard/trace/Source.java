package app.regard.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The source that vectors and head come from: small and serialisable; large matrices stay by name. */
public sealed interface Source
        permits Source.Simple,
                Source.Ruled,
                Source.Preset,
                Source.Seeded,
                Source.Trained,
                Source.Taught,
                Source.Layered,
                Source.Imported {
    /** The name of the table, of the trained model, or of the file, that the words' numbers come from. */
    String table();

    /** What holds of all sources of its kind. */
    default Traits traits() {
        return Traits.TABLE;
    }

    /** The name of a hand-made head, where the table has several. */
    default Optional<String> handmadeHead() {
        return Optional.empty();
    }

    /** What its projections are drawn from, where they are random. */
    default OptionalLong randomSeed() {
        return OptionalLong.empty();
    }

    /** The rules that its head is made of, where a reader wrote them. */
    default List<Rule> rules() {
        return List.of();
    }

    /** Which head it is, where heads have numbers. */
    default Optional<HeadId> headId() {
        return Optional.empty();
    }

    /** The same with another of its heads, where they have numbers. */
    default Source withHead(HeadId other) {
        return this;
    }

    /** The layer whose output its head reads, where that is a head of this program’s own too. */
    default Optional<Source> below() {
        return Optional.empty();
    }

    /** What of a reading applies here: a head of a table stands alone and is read as it is. */
    default Reading applicable(Reading reading) {
        return traits().heads() ? reading : Reading.PLAIN;
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

        @Override
        public Optional<String> handmadeHead() {
            return Optional.of(head);
        }
    }

    /**
     * The simple table with a head of rules that a reader wrote; d_k is their number.
     *
     * @param rules at least one, at most {@link #MOST}
     */
    record Ruled(List<Rule> rules) implements Source {
        /** More rules than this are no reading any more. */
        public static final int MOST = 64;

        public Ruled {
            rules = List.copyOf(rules);
            if (rules.isEmpty() || rules.size() > MOST) {
                throw new Refusal("A head has 1 to " + MOST + " rules, one a line, such as: stand-in asks thing, 2");
            }
        }

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
    record Seeded(String table, long seed) implements Source {
        @Override
        public OptionalLong randomSeed() {
            return OptionalLong.of(seed);
        }
    }

    /**
     * A head of a trained model: vectors are its layer's input.
     *
     * @param model the model's name, or its folder
     * @param layer counted from 0
     * @param head within its layer, counted from 0
     * @param fingerprint what its folder is known again by; empty for a model that comes with the program
     */
    record Trained(String model, int layer, int head, String fingerprint) implements Source {
        /** A head of a model that comes with the program. */
        public Trained(String model, int layer, int head) {
            this(model, layer, head, "");
        }

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

        public HeadId id() {
            return new HeadId(layer, head);
        }

        @Override
        public Traits traits() {
            return Traits.TRAINED;
        }

        @Override
        public Optional<HeadId> headId() {
            return Optional.of(new HeadId(layer, head));
        }

        @Override
        public Source withHead(HeadId other) {
            return new Trained(model, other.layer(), other.head(), fingerprint);
        }
    }

    /**
     * A head that was trained here, at one step of its run: it is trained anew where it is asked for, to the same last bit.
     *
     * @param recipe the name of the training
     * @param settings all that decides it, as text
     * @param step after how many steps
     */
    record Taught(String recipe, Map<String, String> settings, int step) implements Source {
        /** The training of a head of the simple table towards painted weights. */
        public static final String TEACH = "teach";

        public Taught {
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
            if (step < 0) {
                throw new IllegalArgumentException("a step of a training is not before 0: " + step);
            }
        }

        @Override
        public String table() {
            return recipe.equals(TEACH) ? SIMPLE_TABLE : recipe;
        }

        @Override
        public Traits traits() {
            return recipe.equals(TEACH) ? Traits.TABLE : Traits.TAUGHT;
        }
    }

    /**
     * One of two layers made by hand, a head each: the second reads the words and what the first has added to them.
     *
     * @param layer 1 or 2
     * @param alone whether layer 2 reads the words as they are
     */
    record Layered(int layer, boolean alone) implements Source {
        /** The names of the layers, as of heads. */
        public static final List<String> NAMES = List.of("layer-1", "layer-2", "layer-2-alone");

        public Layered {
            if (layer < 1 || layer > 2 || (alone && layer == 1)) {
                throw new IllegalArgumentException("there are layers 1 and 2, and the second alone: " + layer);
            }
        }

        /** The layer of a name, if it is one of {@link #NAMES}. */
        public static Optional<Layered> named(String name) {
            int at = NAMES.indexOf(name);
            return at < 0 ? Optional.empty() : Optional.of(new Layered(Math.min(at + 1, 2), at == 2));
        }

        @Override
        public String table() {
            return "two-layers";
        }

        @Override
        public Traits traits() {
            return Traits.LAYERED;
        }

        @Override
        public Optional<String> handmadeHead() {
            return Optional.of(NAMES.get(alone ? 2 : layer - 1));
        }

        @Override
        public Optional<Source> below() {
            return layer == 2 && !alone ? Optional.of(new Layered(1, false)) : Optional.empty();
        }
    }

    /**
     * Weights that another program computed: there are no vectors, and so no stages before them.
     *
     * @param file the path of the file
     * @param array what the file calls the array; empty for its first one
     * @param layer counted from 0
     * @param head within its layer, counted from 0
     * @param transposed whether its columns ask and its rows answer, so that they are exchanged
     * @param fingerprint what the file is known again by; empty where any file of the name will do
     */
    record Imported(String file, String array, int layer, int head, boolean transposed, String fingerprint)
            implements Source {
        public Imported(String file, String array, int layer, int head) {
            this(file, array, layer, head, false, "");
        }

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

        public HeadId id() {
            return new HeadId(layer, head);
        }

        @Override
        public Traits traits() {
            return Traits.FILE;
        }

        @Override
        public Optional<HeadId> headId() {
            return Optional.of(new HeadId(layer, head));
        }

        public Imported withArray(String other) {
            return new Imported(file, other, 0, 0, transposed, fingerprint);
        }

        /** The same with rows and columns exchanged once more. */
        public Imported turned() {
            return new Imported(file, array, layer, head, !transposed, fingerprint);
        }

        @Override
        public Imported withHead(HeadId other) {
            return new Imported(file, array, other.layer(), other.head(), transposed, fingerprint);
        }
    }
}
