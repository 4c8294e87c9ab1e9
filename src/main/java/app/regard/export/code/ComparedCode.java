package app.regard.export.code;

import app.regard.trace.Trace;

/**
 * Two traces as one script, that of before and that of now, which print both.
 *
 * @param now the one that is compared
 * @param before the one that was kept
 */
public record ComparedCode(Trace now, Trace before) {
    private static final String BEFORE = "Before";

    /**
     * A Python script that prints the weights of before, those of now, and how much each changed.
     *
     * @param npz the file of what is now, where its numbers need one
     * @param npzBefore the file of what was
     */
    public String numpy(String npz, String npzBefore) {
        return "# Before:\n" + NumpyCode.of(before, npzBefore) + """

                before = A

                # Now:
                """ + NumpyCode.of(now, npz) + """
                if A.shape == before.shape:
                    print("A - before =")
                    for row in (A - before).tolist():
                        print(row)
                """;
    }

    /** A Java program that prints the weights of now and then those of before. */
    public String java(String npz, String npzBefore) {
        String imports = NumpyCode.needsArrays(before) ? JavaParts.READING_IMPORTS : JavaParts.IMPORTS;
        String then = JavaCode.of(before, npzBefore, BEFORE).replace("// Run it with: java " + BEFORE + ".java\n", "");
        String is = JavaCode.of(now, npz);
        String all = NumpyCode.needsArrays(now) ? is : is.replace(JavaParts.IMPORTS, imports);
        if (NumpyCode.needsArrays(before) && !NumpyCode.needsArrays(now)) { // its main reads a file
            all = all.replace("main(String[] args) {", "main(String[] args) throws IOException {");
        }
        String call = "print(WORDS, " + (now.in().self() ? "WORDS" : "WORDS_KEYS") + ", A);\n";
        return all.replace(
                        call, call + "        System.out.println(\"Before:\");\n        " + BEFORE + ".main(args);\n")
                + "\n"
                + then.replace(imports, "").replace("public class ", "class ");
    }
}
