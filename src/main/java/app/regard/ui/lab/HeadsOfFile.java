package app.regard.ui.lab;

import app.regard.draw.Spot;
import app.regard.heads.Heads;
import app.regard.source.WeightsContent;
import app.regard.stage.HeadGrid;
import app.regard.text.Printable;
import app.regard.ui.kit.Request;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.session.Workspace;
import java.util.Optional;
import java.util.function.Consumer;

/** All heads of a file, read one after the other on a thread of their own. */
public final class HeadsOfFile implements HeadsSource {
    private final Heads heads;
    private final String name;
    private final Optional<Spot> open;
    private final Consumer<Spot> choose;
    private final TaskRunner tasks;
    private Optional<Request> running = Optional.empty();
    private boolean left;

    /**
     * Heads that can be read one at a time.
     *
     * @param name what the file is called
     * @param open the one that the window shows
     * @param choose shows another one in the window
     */
    HeadsOfFile(Heads heads, String name, Optional<Spot> open, Consumer<Spot> choose, TaskRunner tasks) {
        this.heads = heads;
        this.name = name;
        this.open = open;
        this.choose = choose;
        this.tasks = tasks;
    }

    /** Those of the file that the window shows, if it shows one. */
    public static Optional<HeadsSource> shown(Workspace session, TaskRunner tasks) {
        return WeightsContent.file(session.shown().get().content())
                .map(open -> new HeadsOfFile(
                        open.heads(),
                        open.name(),
                        Optional.of(HeadGrid.spot(open.id())),
                        head -> session.useFileHead(head.row(), head.col()),
                        tasks));
    }

    @Override
    public String title() {
        int count = heads.layers() * heads.heads();
        return (count == 1 ? "The only head of " : "All " + count + " heads of ") + Printable.label(name);
    }

    @Override
    public Optional<Spot> open() {
        return open;
    }

    @Override
    public void choose(Spot head) {
        choose.accept(head);
    }

    @Override
    public void ask(Asking who) {
        int count = heads.layers() * heads.heads();
        who.waiting("Reading …");
        running = Optional.of(tasks.task(
                progress -> HeadsFound.read(heads, progress),
                share -> {
                    if (!left && running.isPresent()) {
                        who.waiting(
                                "Reading head " + (Math.round(share * count) + 1) + " of " + count + " … Esc cancels.");
                    }
                },
                found -> {
                    running = Optional.empty();
                    if (!left) {
                        who.found(found);
                    }
                },
                problem -> {
                    running = Optional.empty();
                    if (!left) {
                        who.failed(String.valueOf(problem.getMessage()));
                    }
                },
                "Look at one head at a time, or save the file with fewer of them."));
    }

    @Override
    public void leave() {
        left = true;
        running.ifPresent(Request::cancel);
    }
}
