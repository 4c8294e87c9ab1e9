package app.regard.trace;

/** The origin of a matrix of weights, so that no picture claims more than is known. */
public enum Origin {
    /** Computed here from vectors and projections, with a trace. */
    COMPUTED,
    /** Read from a file that another program wrote. */
    IMPORTED,
    /** Made from other weights: averaged, multiplied through layers, merged to words. */
    DERIVED
}
