package app.regard.lab.change;

import app.regard.engine.Algebra;
import app.regard.lab.Run;
import app.regard.source.Resolver;
import app.regard.trace.Experiment;
import app.regard.trace.Grid;
import app.regard.trace.HeadId;
import app.regard.trace.Matrix;
import app.regard.trace.Reading;
import app.regard.transformer.Transformer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The vector that the heads of a trained layer give a word together, in its parts: o_h·W_O^h of each head, and b_O.
 *
 * @param experiment of one of the layer’s heads
 * @param query the place of the word
 * @param outputs o_h, a row a head, (heads, d_k)
 * @param slabs W_O^h, (d_k, d_model) each
 * @param parts what each head adds, and in the last row b_O, (heads + 1, d_model)
 * @param own the same sum as the model computes it in floats, (1, d_model)
 */
record LayerOutput(Experiment experiment, int query, Matrix outputs, List<Matrix> slabs, Matrix parts, Grid own) {
    LayerOutput {
        slabs = List.copyOf(slabs);
    }

    /** Computes each head of the layer that an experiment is of. */
    static LayerOutput of(Experiment e, int query, Resolver resolver, Run run) {
        Transformer model = resolver.transformer(e);
        int layer = e.source().headId().orElseThrow().layer();
        int heads = model.shape().heads();
        List<double[]> outputs = new ArrayList<>();
        List<double[]> parts = new ArrayList<>();
        List<Matrix> slabs = new ArrayList<>();
        for (int h = 0; h < heads; h++) {
            run.check();
            Matrix o = resolver.content(head(e, h), run).trace().orElseThrow().outputs();
            Matrix slab = model.outputSlice(new HeadId(layer, h));
            outputs.add(o.row(query));
            slabs.add(slab);
            parts.add(Algebra.times(Matrix.of(o.row(query)), slab).row(0)); // o_h·W_O^h
            run.at((h + 1.0) / heads);
        }
        parts.add(model.outputBias(layer).row(0));
        Grid all = resolver.passed(e, e.text(), run).attended(layer);
        Grid own = Matrix.fill(1, all.cols(), (zero, c) -> all.at(query, c));
        return new LayerOutput(
                e,
                query,
                Matrix.of(outputs.toArray(double[][]::new)),
                slabs,
                Matrix.of(parts.toArray(double[][]::new)),
                own);
    }

    /** The experiment of another head of the layer; what was changed by hand is of one head alone. */
    static Experiment head(Experiment e, int h) {
        HeadId shown = e.source().headId().orElseThrow();
        Experiment other = e.withHead(new HeadId(shown.layer(), h)).withReading(Reading.PLAIN);
        return h == shown.head() ? other : other.withEdits(List.of());
    }

    int heads() {
        return slabs.size();
    }

    /** Whether it is what the model computes, and no what-if. */
    boolean untouched() {
        return !experiment.mask().chosen()
                && experiment.temperature() == 1
                && experiment.scaled()
                && experiment.edits().isEmpty();
    }

    /** The sum of all parts but some heads, (d_model). */
    double[] sum(List<Integer> off) {
        return IntStream.range(0, parts.cols())
                .mapToDouble(c -> IntStream.range(0, parts.rows())
                        .filter(p -> !off.contains(p))
                        .mapToDouble(p -> parts.at(p, c))
                        .sum())
                .toArray();
    }

    /** The outputs side by side times W_O in one product, and b_O, (1, d_model). */
    Matrix product() {
        int k = outputs.cols();
        Matrix concat = Matrix.fill(1, heads() * k, (zero, c) -> outputs.at(c / k, c % k));
        Matrix wo = Matrix.fill(
                heads() * k, parts.cols(), (r, c) -> slabs.get(r / k).at(r % k, c));
        return Algebra.plus(Algebra.times(concat, wo), 1, Matrix.of(parts.row(heads())));
    }
}
