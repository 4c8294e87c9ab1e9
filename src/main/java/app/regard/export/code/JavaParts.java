package app.regard.export.code;

/** The methods of which a copied Java program is put together, one an equation. */
final class JavaParts {
    private JavaParts() {}

    static final String IMPORTS = """
            import java.math.BigDecimal;
            import java.math.RoundingMode;
            import java.util.Arrays;
            """;

    static final String READING_IMPORTS = """
            import java.io.IOException;
            import java.math.BigDecimal;
            import java.math.RoundingMode;
            import java.nio.ByteBuffer;
            import java.nio.ByteOrder;
            import java.nio.DoubleBuffer;
            import java.nio.charset.StandardCharsets;
            import java.util.Arrays;
            import java.util.regex.Matcher;
            import java.util.regex.Pattern;
            import java.util.zip.ZipEntry;
            import java.util.zip.ZipFile;
            """;

    /** H = X + λP. */
    static final String PLACED = """

                /** H = X + lambda P: (n, d) and (n, d) give (n, d). */
                static double[][] placed(double[][] X, double[][] P) {
                    double[][] H = new double[X.length][X[0].length];
                    for (int i = 0; i < H.length; i++) {
                        for (int d = 0; d < H[i].length; d++) {
                            H[i][d] = X[i][d] + LAMBDA * P[i][d];
                        }
                    }
                    return H;
                }
            """;

    /** Products, scores, exponentials and weights. */
    static final String EQUATIONS = """

                /** A B: (n, d) and (d, k) give (n, k). */
                static double[][] times(double[][] A, double[][] B) {
                    double[][] C = new double[A.length][B[0].length];
                    for (int i = 0; i < A.length; i++) {
                        for (int d = 0; d < B.length; d++) {
                            for (int c = 0; c < C[i].length; c++) {
                                C[i][c] += A[i][d] * B[d][c];
                            }
                        }
                    }
                    return C;
                }

                /** S = Q K^T: (n, d_k) and (m, d_k) give (n, m). */
                static double[][] scores(double[][] Q, double[][] K) {
                    double[][] S = new double[Q.length][K.length];
                    for (int i = 0; i < Q.length; i++) {
                        for (int j = 0; j < K.length; j++) {
                            for (int c = 0; c < Q[i].length; c++) {
                                S[i][j] += Q[i][c] * K[j][c];
                            }
                        }
                    }
                    return S;
                }

                /** E = e^(S - the row's maximum): (n, m). */
                static double[][] exponentials(double[][] S) {
                    double[][] E = new double[S.length][];
                    for (int i = 0; i < S.length; i++) {
                        double max = Arrays.stream(S[i]).max().getAsDouble();
                        E[i] = Arrays.stream(S[i]).map(s -> Math.exp(s - max)).toArray();
                    }
                    return E;
                }

                /** A = E / the row's sum: (n, m). */
                static double[][] weights(double[][] E) {
                    double[][] A = new double[E.length][];
                    for (int i = 0; i < E.length; i++) {
                        double sum = Arrays.stream(E[i]).sum();
                        A[i] = Arrays.stream(E[i]).map(e -> e / sum).toArray();
                    }
                    return A;
                }
            """;

    /** Adding a bias. */
    static final String BIASED = """

                /** Y + b, the same b for every row: (n, d) and (1, d) give (n, d). */
                static double[][] biased(double[][] Y, double[][] b) {
                    double[][] sum = new double[Y.length][b[0].length];
                    for (int i = 0; i < Y.length; i++) {
                        for (int c = 0; c < sum[i].length; c++) {
                            sum[i][c] = Y[i][c] + b[0][c];
                        }
                    }
                    return sum;
                }
            """;

    /** The identity. */
    static final String EYE = """

                /** The identity: (d, d). */
                static double[][] eye(int d) {
                    double[][] I = new double[d][d];
                    for (int i = 0; i < d; i++) {
                        I[i][i] = 1;
                    }
                    return I;
                }
            """;

    /** Scaling and mask; takes the divisor in words and in Java, and what query i sees of key j. */
    static final String SCALED = """

                /** S / %s, minus infinity where the mask hides a word: (n, m). */
                static double[][] scaled(double[][] S, int d_k) {
                    double[][] scaled = new double[S.length][S[0].length];
                    for (int i = 0; i < S.length; i++) {
                        for (int j = 0; j < S[i].length; j++) {
                            scaled[i][j] = sees(i, j) ? S[i][j] / %s : Double.NEGATIVE_INFINITY;
                        }
                    }
                    return scaled;
                }

                /** Whether the word in place i may look at the word in place j. */
                static boolean sees(int i, int j) {
                    return %s;
                }
            """;

    /** The table and the weights in full. */
    static final String PRINT = """

                /** Rows ask, columns answer: first rounded, then in full. */
                static void print(String[] rows, String[] columns, double[][] A) {
                    int left = Arrays.stream(rows).mapToInt(w -> length(w)).max().getAsInt();
                    StringBuilder out = new StringBuilder(" ".repeat(left));
                    for (String word : columns) {
                        out.append(' ').append(" ".repeat(Math.max(6, length(word)) - length(word))).append(word);
                    }
                    for (int i = 0; i < A.length; i++) {
                        out.append('\\n').append(rows[i]).append(" ".repeat(left - length(rows[i])));
                        for (int j = 0; j < A[i].length; j++) {
                            String a = new BigDecimal(A[i][j]).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
                            out.append(' ').append(" ".repeat(Math.max(6, length(columns[j])) - a.length())).append(a);
                        }
                    }
                    System.out.println(out);
                    System.out.println("A =");
                    for (double[] row : A) {
                        System.out.println(Arrays.toString(row));
                    }
                }

                static int length(String word) {
                    return word.codePointCount(0, word.length());
                }
            """;

    /** Reading an array; takes the name of the .npz. */
    static final String READ = """

                /** One array of the .npz: little-endian doubles, row by row, as numpy.savez writes them. */
                static double[][] read(String name) throws IOException {
                    try (ZipFile zip = new ZipFile(%s)) {
                        ZipEntry entry = zip.getEntry(name + ".npy");
                        if (entry == null) {
                            throw new IOException(zip.getName() + " has no array " + name);
                        }
                        ByteBuffer npy = ByteBuffer.wrap(zip.getInputStream(entry).readAllBytes());
                        npy.order(ByteOrder.LITTLE_ENDIAN);
                        int start = npy.get(6) == 1 ? 10 : 12;
                        int length = npy.get(6) == 1 ? npy.getShort(8) & 0xffff : npy.getInt(8);
                        String header = new String(npy.array(), start, length, StandardCharsets.ISO_8859_1);
                        Matcher shape = Pattern.compile("\\\\((?:(\\\\d+), *)?(\\\\d+),?\\\\)").matcher(header);
                        if (!header.contains("'<f8'") || header.contains("True") || !shape.find()) {
                            throw new IOException(name + " is not a matrix of doubles, row by row: " + header);
                        }
                        int rows = shape.group(1) == null ? 1 : Integer.parseInt(shape.group(1));
                        DoubleBuffer numbers = npy.position(start + length).asDoubleBuffer();
                        double[][] array = new double[rows][Integer.parseInt(shape.group(2))];
                        for (double[] row : array) {
                            numbers.get(row);
                        }
                        return array;
                    }
                }
            """;
}
