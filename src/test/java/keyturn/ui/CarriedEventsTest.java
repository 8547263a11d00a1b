package keyturn.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.application.Platform;
import keyturn.tools.Deadline;
import keyturn.ui.work.FxBackground;
import org.junit.jupiter.api.Test;

/** On JavaFX's real thread, which has time between any two events. */
final class CarriedEventsTest {

    private static final int EVENTS = 600;
    private static final int MOST_LISTS = 300;

    @Test
    void theyComeAsFewListsInOrderAndAllBeforeTheAnswer() throws Exception {
        List<Integer> heard = Collections.synchronizedList(new ArrayList<>());
        List<Integer> sizes = Collections.synchronizedList(new ArrayList<>());
        List<Integer> atTheAnswer = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch answered = new CountDownLatch(1);
        try (FxBackground background = new FxBackground()) {
            Toolkit.on(() -> {
                Consumer<Integer> carrier = background.carrier(list -> {
                    heard.addAll(list);
                    sizes.add(list.size());
                });
                return background.perform(
                        () -> send(carrier),
                        done -> {
                            atTheAnswer.add(heard.size());
                            answered.countDown();
                        },
                        why -> {});
            });
            Deadline.await("the answer has come", Duration.ofSeconds(60), () -> answered.getCount() == 0);
        }
        assertEquals(List.of(EVENTS), atTheAnswer);
        assertEquals(IntStream.range(0, EVENTS).boxed().toList(), heard);
        assertTrue(sizes.size() < MOST_LISTS, sizes.size() + " lists");
    }

    private static boolean send(Consumer<Integer> carrier) {
        for (int event = 0; event < EVENTS; event++) {
            carrier.accept(event);
            CompletableFuture<Boolean> idle = new CompletableFuture<>();
            Platform.runLater(() -> idle.complete(true));
            idle.join();
        }
        return true;
    }
}
