package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.engine.Workers;
import app.regard.lab.catalog.Labs;
import app.regard.trace.Progress;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.MiniLm;
import app.regard.transformer.ModelCache;
import app.regard.transformer.Transformer;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.lab.LabModel;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.Workspace;
import app.regard.words.Library;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Several wait for one trained model: each is told of its own request, and it is read as long as anybody wants it. */
@Tag("model")
class TwoClientsTest extends WithoutWindow {
    private static final double PAUSE = 0.2;

    private final CountDownLatch midway = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final AtomicInteger readings = new AtomicInteger();

    /** The real model, whose first reading stops on its way until it is told to go on. */
    private final TrainedModel model = new TrainedModel(Workers.ALONE, true, new ModelCache(this::load));

    private Transformer load(Progress progress) {
        int reading = readings.incrementAndGet();
        return MiniLm.MODEL.load(share -> {
            progress.at(share);
            if (reading == 1 && share > PAUSE && midway.getCount() > 0) {
                midway.countDown();
                await(goOn);
            }
        });
    }

    private static double share(TrainedModel.Client client) {
        double[] share = new double[1];
        onWindow(() -> share[0] = client.share().get());
        return share[0];
    }

    private static CompletableFuture<ForwardPass> ask(TrainedModel.Client client, String text) {
        onWindow(client::begin);
        return CompletableFuture.supplyAsync(() -> client.passed(text, Progress.NONE));
    }

    @Test
    void theEndOfOneHidesNothingOfTheOther() throws ExecutionException, InterruptedException {
        TrainedModel.Client one = model.client();
        TrainedModel.Client two = model.client();
        CompletableFuture<ForwardPass> asked = ask(one, "the river");
        await(midway);
        onWindow(two::begin);
        assertThat(share(one)).isBetween(PAUSE / 2, 1.0);
        assertThat(share(two)).as("where the other begins to wait").isEqualTo(share(one));
        onWindow(one::end);
        assertThat(share(one)).isEqualTo(TrainedModel.IDLE);
        assertThat(share(two)).isBetween(PAUSE / 2, 1.0);
        goOn.countDown();
        assertThat(asked.get().pieces().text()).isEqualTo("the river"); // the reading went on, for the other wants it
        WindowTest.until(() -> share(two) == 1);
        assertThat(share(one)).isEqualTo(TrainedModel.IDLE);
        assertThat(readings).hasValue(1);
    }

    @Test
    void theReadingEndsOnItsWayWhereNobodyWantsItAnyMore() {
        TrainedModel.Client one = model.client();
        TrainedModel.Client two = model.client();
        CompletableFuture<ForwardPass> asked = ask(one, "the river");
        await(midway);
        onWindow(two::begin);
        onWindow(two::leave);
        onWindow(one::end);
        goOn.countDown();
        assertThatThrownBy(asked::join).hasCauseInstanceOf(CancellationException.class);
        assertThat(model.ready()).isFalse();
    }

    @Test
    void whatIsCalledOffBeforeItsTurnIsNotReadForNobody() {
        TrainedModel.Client one = model.client();
        onWindow(one::begin);
        onWindow(one::end);
        assertThatThrownBy(() -> one.passed("the river", Progress.NONE)).isInstanceOf(CancellationException.class);
        assertThat(model.ready()).isFalse();
        assertThat(midway.getCount())
                .as("the reading did not get as far as to stop")
                .isOne();
    }

    /** A window without nodes, whose sentence waits for the model, and a lab that waits for it too. */
    private void open(Workspace[] session, LabModel[] lab) {
        TaskRunner tasks = new TaskRunner();
        onWindow(() -> {
            session[0] = new Workspace(new Library(), tasks, model);
            lab[0] = new LabModel(session[0], tasks, Labs.ALL);
            session[0].useTrained(3, 1);
            lab[0].open("heads");
        });
    }

    @Test
    void cancellingInTheWindowLeavesTheLabItsHeads() {
        Workspace[] session = new Workspace[1];
        LabModel[] lab = new LabModel[1];
        open(session, lab);
        await(midway);
        WindowTest.until(() -> lab[0].waiting().get().startsWith("Reading the model … 2"));
        onWindow(() -> {
            session[0].cancelReading();
            assertThat(session[0].busy().get()).isFalse();
            assertThat(session[0].experimentModel().modelShare().get()).isEqualTo(TrainedModel.IDLE);
            assertThat(session[0].notice().get().text()).contains("not read");
        });
        goOn.countDown();
        WindowTest.until(() -> lab[0].page().isPresent());
        assertThat(lab[0].waiting().get()).isEmpty();
        assertThat(lab[0].page().orElseThrow().shown().panels().get(0).numbers().rows())
                .hasSize(72);
        assertThat(readings).as("how often the model was read").hasValue(1);
        assertThat(uncaught).isEmpty();
    }

    /** And the other way round: closing the lab does not take the model from the sentence. */
    @Test
    void closingTheLabLeavesTheSentenceItsModel() {
        Workspace[] session = new Workspace[1];
        LabModel[] lab = new LabModel[1];
        open(session, lab);
        await(midway);
        onWindow(() -> {
            lab[0].close();
            assertThat(session[0].busy().get()).isTrue();
            assertThat(session[0].experimentModel().modelShare().get()).isNotEqualTo(TrainedModel.IDLE);
        });
        goOn.countDown();
        WindowTest.until(() -> !session[0].busy().get());
        assertThat(session[0].shown().get().trace().orElseThrow().in().head().name())
                .isEqualTo("L3·H1");
        assertThat(readings).hasValue(1);
        assertThat(uncaught).isEmpty();
    }
}
