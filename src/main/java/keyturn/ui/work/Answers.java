package keyturn.ui.work;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.function.Consumer;
import keyturn.domain.Message;
import keyturn.domain.Problem;

/** Turns the end of a piece of work into the callback that fits it. */
final class Answers {

    private static final Logger LOG = System.getLogger(Answers.class.getName());

    private Answers() {}

    static <T> Runnable of(Background.Work<T> work, Consumer<? super T> done, Consumer<Problem> failed) {
        try {
            T result = work.run();
            return () -> done.accept(result);
        } catch (Problem.Raised raised) {
            return () -> failed.accept(raised.problem());
        } catch (RuntimeException | Error unexpected) {
            LOG.log(Level.ERROR, "work behind the window failed", unexpected);
            Optional.ofNullable(Thread.getDefaultUncaughtExceptionHandler())
                    .ifPresent(hears -> hears.uncaughtException(Thread.currentThread(), unexpected));
            return () -> failed.accept(unexpected(unexpected));
        }
    }

    /** Nobody foresaw it: said with its own words, never swallowed, so that no page waits for ever. */
    private static Problem unexpected(Throwable cause) {
        return new Problem(
                "ui.unexpected",
                Message.of("ui.work.unexpected"),
                Optional.of(cause.toString()),
                Message.of("ui.work.unexpected.next"));
    }
}
