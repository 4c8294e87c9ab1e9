package app.regard.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.regard.engine.Workers;
import app.regard.trace.Progress;
import app.regard.transformer.ForwardPass;
import app.regard.transformer.MiniLm;
import app.regard.transformer.ModelCache;
import app.regard.ui.app.WindowTest;
import app.regard.ui.kit.TaskRunner;
import app.regard.ui.lab.HeadsFound;
import app.regard.ui.lab.HeadsOfModel;
import app.regard.ui.lab.HeadsSource;
import app.regard.ui.session.TrainedModel;
import app.regard.ui.session.Workspace;
import app.regard.words.Library;
import java.util.ArrayList;
import java.util.List;
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

    private MiniLm load(Progress progress) {
        int reading = readings.incrementAndGet();
        return MiniLm.load(share -> {
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

    /** The sentence in the window and the pane of all heads wait; the sentence is given up. */
    @Test
    void cancellingInTheWindowLeavesThePaneItsHeads() {
        TaskRunner tasks = new TaskRunner();
        Workspace[] session = new Workspace[1];
        HeadsOfModel[] pane = new HeadsOfModel[1];
        List<String> told = new ArrayList<>();
        CompletableFuture<HeadsFound> found = new CompletableFuture<>();
        onWindow(() -> {
            session[0] = new Workspace(new Library(), tasks, model);
            session[0].useTrained(3, 1);
            pane[0] = new HeadsOfModel(session[0], tasks);
            pane[0].ask(new HeadsSource.Asking() {
                @Override
                public void waiting(String text) {
                    told.add(text);
                }

                @Override
                public void found(HeadsFound heads) {
                    found.complete(heads);
                }

                @Override
                public void failed(String why) {
                    found.completeExceptionally(new AssertionError(why));
                }
            });
        });
        await(midway);
        onWindow(() -> {
            session[0].cancelReading();
            assertThat(session[0].busy().get()).isFalse();
            assertThat(session[0].experimentModel().modelShare().get()).isEqualTo(TrainedModel.IDLE);
            assertThat(session[0].notice().get().text()).contains("not read");
        });
        goOn.countDown();
        assertThat(found.join().count()).isEqualTo(72);
        assertThat(told).anyMatch(text -> text.startsWith("Reading the model … "));
        assertThat(readings).as("how often the model was read").hasValue(1);
        onWindow(pane[0]::leave);
        assertThat(uncaught).isEmpty();
    }

    /** And the other way round: closing the pane does not take the model from the sentence. */
    @Test
    void closingThePaneLeavesTheSentenceItsModel() {
        TaskRunner tasks = new TaskRunner();
        Workspace[] session = new Workspace[1];
        onWindow(() -> {
            session[0] = new Workspace(new Library(), tasks, model);
            session[0].useTrained(3, 1);
        });
        await(midway);
        onWindow(() -> {
            HeadsOfModel pane = new HeadsOfModel(session[0], tasks);
            pane.ask(new HeadsSource.Asking() {
                @Override
                public void waiting(String text) {}

                @Override
                public void found(HeadsFound heads) {}

                @Override
                public void failed(String why) {}
            });
            pane.leave();
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
