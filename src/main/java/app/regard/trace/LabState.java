package app.regard.trace;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A lab with its settings, as text: what undo, a lesson and an export keep of it.
 *
 * @param id the lab's name
 * @param settings by their names, in the lab's order
 */
public record LabState(String id, Map<String, String> settings) {
    public LabState {
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
