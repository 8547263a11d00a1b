package keyturn.ui.work;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** The questions that wait for an answer; once closed, none waits any more, and no later one does. */
final class Questions {

    private final Set<Question<?, ?>> open = ConcurrentHashMap.newKeySet();
    private final Executor thread;
    private volatile boolean closed;

    /** @param thread where questions are shown */
    Questions(Executor thread) {
        this.thread = thread;
    }

    <Q, A> A ask(Q asked, Consumer<Question<Q, A>> shown, A unanswered) {
        Question<Q, A> question = new Question<>(asked, unanswered);
        open.add(question);
        try {
            if (closed) {
                question.drop();
            } else {
                thread.execute(() -> shown.accept(question));
            }
            return question.await();
        } finally {
            open.remove(question);
        }
    }

    /** A question is among the open ones before it looks whether this is closed: it is dropped here or there. */
    void close() {
        closed = true;
        open.forEach(Question::drop);
    }
}
