package keyturn.ui.work;

import java.util.concurrent.CompletableFuture;

/** What work in the background wants to know from the person at the window. The first answer counts. */
public final class Question<Q, A> {

    private final Q asked;
    private final A unanswered;
    private final CompletableFuture<A> answer = new CompletableFuture<>();

    /** @param unanswered the answer where nobody gives one */
    Question(Q asked, A unanswered) {
        this.asked = asked;
        this.unanswered = unanswered;
    }

    public Q asked() {
        return asked;
    }

    /** Lets the work go on; what is answered later changes nothing. */
    public void answer(A given) {
        answer.complete(given);
    }

    /** Nobody can answer any more. */
    void drop() {
        answer.complete(unanswered);
    }

    /** Waits: for the asking thread only, which nothing but an answer lets go on. */
    A await() {
        return answer.join();
    }

    /** What is answered by now. */
    A now() {
        return answer.getNow(unanswered);
    }
}
