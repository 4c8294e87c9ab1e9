package app.regard.ui;

import app.regard.ui.kit.FileDialogs;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers for the reader when files are asked for, in order; keeps what was suggested. */
public final class Answers implements FileDialogs {
    private final Deque<Path> next = new ArrayDeque<>();
    private final List<String> suggested = new ArrayList<>();
    private final Queue<Path> showing = new ConcurrentLinkedQueue<>();
    private int opened;

    public void next(Path answer) {
        next.add(answer);
    }

    /** The names that were suggested for saving. */
    public List<String> suggested() {
        return suggested;
    }

    /** The files whose folders were opened. */
    public List<Path> showing() {
        return List.copyOf(showing);
    }

    @Override
    public Optional<Runnable> shows(Path file) {
        return Optional.of(() -> showing.add(file));
    }

    /** How often something to open was asked for. */
    public int opened() {
        return opened;
    }

    @Override
    public Optional<Path> save(String title, String name, String ending) {
        suggested.add(name);
        return Optional.ofNullable(next.poll());
    }

    @Override
    public Optional<Path> folder(String title) {
        return open(title, List.of());
    }

    @Override
    public Optional<Path> open(String title, List<String> endings) {
        opened++;
        return Optional.ofNullable(next.poll());
    }
}
