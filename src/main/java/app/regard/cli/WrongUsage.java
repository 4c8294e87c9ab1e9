package app.regard.cli;

import app.regard.text.Printable;
import app.regard.trace.Refusal;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.UnmatchedArgumentException;

/** The line about arguments that no command takes: what is wrong, and what to do. */
final class WrongUsage {
    private WrongUsage() {}

    static String line(CommandLine.ParameterException e) {
        CommandLine command = e.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        if (e.getCause() instanceof Refusal) {
            return name + ": " + Printable.message(first(e));
        }
        String message = command.getCommand() instanceof Cli
                        && e instanceof UnmatchedArgumentException nothing
                        && !nothing.isUnknownOption()
                ? "“" + nothing.getUnmatched().get(0) + "” is no command, and no lesson, file of attention or model’s "
                        + "folder that is there"
                : first(e);
        return name + ": " + Printable.message(message) + (message.endsWith(".") ? " " : ". ") + "Try “" + name
                + " --help”.";
    }

    private static String first(CommandLine.ParameterException e) {
        return plain(String.valueOf(e.getMessage()).lines().findFirst().orElse("wrong usage"));
    }

    /** What picocli says of numbers, without the names that Java has for their types. */
    private static String plain(String message) {
        int opened = message.indexOf(": '");
        int closed = message.lastIndexOf("' is not a");
        String type = message.substring(message.lastIndexOf(' ') + 1);
        if (opened < 0
                || closed < opened + 3
                || !List.of("int", "long", "float", "double").contains(type)) {
            return message;
        }
        String given = message.substring(opened + 3, closed);
        boolean digits = given.matches("[+-]?\\d+");
        boolean whole = !List.of("double", "float").contains(type);
        return message.substring(0, opened) + ": “" + given + "” is "
                + (digits ? "too large a number" : whole ? "not a whole number" : "not a number");
    }
}
