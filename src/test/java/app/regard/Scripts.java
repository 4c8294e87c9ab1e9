package app.regard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Exported scripts, run one after the other in one process of the program that they are written for, each as if alone:
 * starting a process for each takes far longer than what they compute.
 */
public final class Scripts {
    private Scripts() {}

    private static final String PYTHON = """
            import sys, traceback
            for name in sys.argv[1:]:
                with open(name + '.out', 'w', encoding='utf-8') as out, open(name + '.err', 'w', encoding='utf-8') as err:
                    sys.stdout, sys.stderr = out, err
                    try:
                        with open(name, encoding='utf-8') as file:
                            exec(compile(file.read(), name, 'exec'), {'__name__': '__main__'})
                        code = 0
                    except BaseException:
                        traceback.print_exc()
                        code = 1
                    print(code, file=open(name + '.exit', 'w'))
            """;

    private static final String JAVA = """
            import java.io.PrintStream;
            class EachInTurn {
                public static void main(String[] names) throws Exception {
                    for (String name : names) {
                        PrintStream exit = new PrintStream(name + ".exit", "UTF-8");
                        PrintStream err = new PrintStream(name + ".err", "UTF-8");
                        System.setOut(new PrintStream(name + ".out", "UTF-8"));
                        System.setErr(err);
                        int code = 0;
                        try {
                            var main = Class.forName(name).getDeclaredMethod("main", String[].class);
                            main.setAccessible(true);
                            main.invoke(null, (Object) new String[0]);
                        } catch (Throwable thrown) {
                            thrown.printStackTrace();
                            code = 1;
                        }
                        System.out.close();
                        err.close();
                        exit.println(code);
                        exit.close();
                    }
                }
            }
            """;

    /** Runs scripts of Python in a folder; they find there what was put there. */
    public static List<Outside.Result> python(Path folder, List<String> scripts) throws IOException {
        Path python = Outside.python();
        Path driver = Files.writeString(folder.resolve("each_in_turn.py"), PYTHON);
        List<String> names = new ArrayList<>();
        for (String script : scripts) {
            String name = "script" + names.size() + ".py";
            Files.writeString(folder.resolve(name), script, StandardCharsets.UTF_8);
            names.add(name);
        }
        return run(folder, names, List.of(python.toString(), driver.toString()));
    }

    /**
     * Compiles classes of Java, each on its own, and runs them in a folder, where they find what was put there.
     *
     * @param classes the text of each class by its name
     */
    public static List<Outside.Result> java(Path folder, Map<String, String> classes) throws IOException {
        compile(folder, "EachInTurn", JAVA);
        List<String> names = new ArrayList<>();
        for (Map.Entry<String, String> one : classes.entrySet()) {
            compile(folder, one.getKey(), one.getValue());
            names.add(one.getKey());
        }
        return run(folder, names, List.of(Outside.java().toString(), "-cp", ".", "EachInTurn"));
    }

    private static void compile(Path folder, String name, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(name + ".java"), text, StandardCharsets.UTF_8);
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter said = new StringWriter();
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            boolean compiled = compiler.getTask(
                            said,
                            files,
                            null,
                            List.of("-proc:none", "-d", folder.toString()),
                            null,
                            files.getJavaFileObjects(file))
                    .call();
            assertThat(compiled).as(said.toString()).isTrue();
        }
    }

    private static List<Outside.Result> run(Path folder, List<String> names, List<String> command) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(names);
        Outside.Result whole = Outside.run(all, folder, Map.of());
        assertThat(whole.exit()).as(whole.err()).isZero();
        List<Outside.Result> results = new ArrayList<>();
        for (String name : names) {
            results.add(new Outside.Result(
                    Integer.parseInt(
                            Files.readString(folder.resolve(name + ".exit")).strip()),
                    Files.readString(folder.resolve(name + ".out")),
                    Files.readString(folder.resolve(name + ".err"))));
        }
        return results;
    }
}
