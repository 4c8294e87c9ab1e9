package app.regard.heads;

import app.regard.trace.Matrix;
import java.util.Optional;

/**
 * The queries, keys and values of one head, as a file has them, with what else it has of that head.
 *
 * @param q the queries, (n, d_k)
 * @param k the keys, (m, d_k)
 * @param v the values, (m, d_v)
 * @param z the outputs that the file has, (n, d_v)
 * @param input what the layer read, (n, d_model)
 * @param inputName what the file calls it
 */
public record GivenHead(Matrix q, Matrix k, Matrix v, Optional<Matrix> z, Optional<Matrix> input, String inputName) {}
