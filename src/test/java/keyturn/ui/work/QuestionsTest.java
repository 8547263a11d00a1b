package keyturn.ui.work;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import keyturn.tools.Aside;
import org.junit.jupiter.api.Test;

/** Work that asks waits for its answer, and for nothing else. */
final class QuestionsTest {

    private final List<Runnable> shownLater = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Runnable> first = new CompletableFuture<>();
    private final Questions questions = new Questions(show -> {
        shownLater.add(show);
        first.complete(show);
    });
    private final List<Question<String, String>> shown = new CopyOnWriteArrayList<>();

    private CompletableFuture<String> asked(String what) {
        return Aside.call(() -> questions.ask(what, shown::add, "nobody"));
    }

    @Test
    void theFirstAnswerCounts() {
        var work = asked("which?");
        first.join().run();
        assertEquals("which?", shown.getFirst().asked());
        shown.getFirst().answer("this");
        shown.getFirst().answer("that");
        assertEquals("this", work.join());
    }

    @Test
    void whoWaitsIsLetGoWhenThereIsNobodyAnyMore() {
        var work = asked("which?");
        first.join().run();
        questions.close();
        assertEquals("nobody", work.join());
    }

    @Test
    void whoWasNotEvenShownIsLetGoToo() {
        var work = asked("which?");
        first.join();
        questions.close();
        assertEquals("nobody", work.join());
        assertEquals(List.of(), shown);
    }

    @Test
    void whoAsksTooLateIsNotKept() {
        questions.close();
        assertEquals("nobody", asked("which?").join());
        assertEquals(List.of(), shownLater);
    }
}
