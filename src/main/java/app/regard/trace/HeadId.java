package app.regard.trace;

/**
 * The place of a head among many, both counted from 0. Whether there is such a head, its model or its file says.
 *
 * @param layer of the model or of the file
 * @param head within its layer
 */
public record HeadId(int layer, int head) {
    /** How the head is called everywhere: L3·H5. */
    public String text() {
        return "L" + layer + "·H" + head;
    }
}
