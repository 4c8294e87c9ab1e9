package app.regard.cli.commands;

import app.regard.cli.options.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Parameters;

/** The command that draws the documentation's pictures. */
@CommandLine.Command(name = "pictures", hidden = true, description = "Draws the documentation’s pictures.")
public final class PicturesCommand extends Command {
    private final Function<Path, Optional<String>> window;

    @Parameters(paramLabel = "FOLDER", description = "Where to.")
    private Path folder;

    public PicturesCommand(Function<Path, Optional<String>> window) {
        this.window = window;
    }

    @Override
    public int run() throws IOException {
        int drawn = Pictures.documentation(folder).size()
                + Pictures.cookbook(folder)
                + Pictures.trained(folder)
                + LabPictures.of(folder);
        out().println(drawn + " pictures written to " + folder.toAbsolutePath());
        window.apply(folder)
                .ifPresent(problem -> out().println("No pictures of the window were taken (" + problem + ")."));
        out().flush();
        return 0;
    }
}
