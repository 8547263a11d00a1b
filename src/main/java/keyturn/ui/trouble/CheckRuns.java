package keyturn.ui.trouble;

import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.trouble.CheckName;
import keyturn.trouble.check.CheckReport;
import keyturn.trouble.look.CheckLook;
import keyturn.ui.parts.Words;
import keyturn.ui.wizard.Draft;
import keyturn.ui.work.Background;
import keyturn.ui.work.Job;

/** Runs the checks on the server that is connected, all of them or some, and keeps what they found. */
final class CheckRuns {

    private final Draft draft;
    private final Background background;
    private final Checking checking;
    private final ReadOnlyObjectWrapper<Optional<CheckReport>> report = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<String>> blocked = new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());
    private Optional<CheckLook.Looked> seen = Optional.empty();
    private Optional<Job> job = Optional.empty();

    CheckRuns(Draft draft, Background background, Checking checking) {
        this.draft = draft;
        this.background = background;
        this.checking = checking;
        draft.target().observable().subscribe(target -> {
            forget();
            seen = Optional.empty();
            report.set(Optional.empty());
            settle();
        });
    }

    /** What the checks found; empty until they ran. */
    ObservableValue<Optional<CheckReport>> report() {
        return report.getReadOnlyProperty();
    }

    /** Why no check can be run now. */
    ObservableValue<Optional<String>> blocked() {
        return blocked.getReadOnlyProperty();
    }

    ObservableValue<Optional<Problem>> problem() {
        return problem.getReadOnlyProperty();
    }

    /** What the last checks saw of the server. */
    Optional<CheckLook.Looked> seen() {
        return seen;
    }

    boolean isConnected() {
        return draft.target().get().isPresent();
    }

    /** @param wanted empty: all of them. What others found before stays. */
    void run(Set<CheckName> wanted) {
        if (blocked.get().isEmpty()) {
            draft.target().get().ifPresent(target -> run(target, wanted));
        }
    }

    private void run(Target target, Set<CheckName> wanted) {
        problem.set(Optional.empty());
        blocked.set(Optional.of(Words.of("trouble.busy")));
        job = Optional.of(background.perform(() -> checking.run(target, wanted), this::checked, this::failed));
    }

    private void checked(CheckLook.Looked looked) {
        seen = Optional.of(looked);
        report.set(Optional.of(
                report.get().map(before -> before.with(looked.report())).orElse(looked.report())));
        settle();
    }

    void failed(Problem why) {
        problem.set(Optional.of(why));
        settle();
    }

    /** Nobody waits for an answer any more. */
    void forget() {
        job.ifPresent(Job::abandon);
        job = Optional.empty();
        problem.set(Optional.empty());
    }

    void settle() {
        blocked.set(isConnected() ? Optional.empty() : Optional.of(Words.of("trouble.blocked")));
    }
}
