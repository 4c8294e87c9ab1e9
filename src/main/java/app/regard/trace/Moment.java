package app.regard.trace;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The place where a reader is: what undo steps through and what a lesson holds.
 *
 * @param stage 1 to 8
 * @param query the focused query's place, from 0
 * @param before the experiment that this one is compared with, or null
 * @param lab the lab that is open, or null
 * @param image the image that lies under the patches that the tokens are, or null
 */
public record Moment(
        Experiment experiment,
        int stage,
        int query,
        @Nullable Experiment before,
        @Nullable LabState lab,
        @Nullable Image image) {
    /**
     * The image under patches, as it lies in a file.
     *
     * @param fingerprint says nothing of where or when it was written, so that a copy is the same file
     */
    public record Image(String file, String fingerprint) {
        public Image {
            if (file.isEmpty() || fingerprint.isEmpty()) {
                throw new IllegalArgumentException("an image has a file and a fingerprint");
            }
        }
    }

    /** A moment without an image. */
    public Moment(Experiment experiment, int stage, int query, @Nullable Experiment before, @Nullable LabState lab) {
        this(experiment, stage, query, before, lab, null);
    }

    /** A moment in the eight stages, compared with nothing. */
    public Moment(Experiment experiment, int stage, int query) {
        this(experiment, stage, query, null, null, null);
    }

    public Moment withLab(@Nullable LabState other) {
        return new Moment(experiment, stage, query, before, other, image);
    }

    public Moment withImage(Optional<Image> other) {
        return new Moment(experiment, stage, query, before, lab, other.orElse(null));
    }
}
