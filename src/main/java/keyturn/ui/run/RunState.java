package keyturn.ui.run;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import keyturn.domain.Problem;
import keyturn.run.journal.RunRecord;
import keyturn.run.resume.Found;

/** How the run page stands. On JavaFX's thread only. */
final class RunState {

    /** A run goes, or waits for a word. */
    final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();

    /** Asked to stop, not standing yet. */
    final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();

    /** The evidence of a run that stopped is being filed. */
    final ReadOnlyBooleanWrapper filing = new ReadOnlyBooleanWrapper();

    /** A run that ended early is looked at. */
    final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();

    /** Why the run stopped or was not begun. */
    final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** The run stopped because somebody asked for it: nothing went wrong. */
    final ReadOnlyBooleanWrapper asked = new ReadOnlyBooleanWrapper();

    /** What went wrong after a run had stopped: its evidence is not filed, or the way back cannot be judged. */
    final ReadOnlyObjectWrapper<Optional<Problem>> after = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Where the journal of a run that stopped lies. */
    final ReadOnlyObjectWrapper<Optional<Path>> journal = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** What a look at a run that ended early has found, and the ways on. */
    final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** A run that ended while SQL Server is stopped, so that nobody can look at the server. */
    final ReadOnlyObjectWrapper<Optional<RunRecord>> stopped = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** What came of handing over what is left, in a sentence. */
    final ReadOnlyStringWrapper exported = new ReadOnlyStringWrapper("");

    /** Somebody wanted to close the window while the run goes; closes it. */
    final ReadOnlyObjectWrapper<Optional<Runnable>> closing = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Something goes that must not be lost from sight. */
    final BooleanBinding held = Bindings.or(running, filing);

    private boolean untouched;

    /** The run was refused before its first act. */
    boolean nothingWasChanged() {
        return untouched;
    }

    /** It ended before its first act, or one cannot be sure of that. */
    void failed(Problem why, boolean beforeTheFirstAct) {
        untouched = beforeTheFirstAct;
        problem.set(Optional.of(why));
    }

    void forget() {
        untouched = false;
        asked.set(false);
        problem.set(Optional.empty());
        journal.set(Optional.empty());
        after.set(Optional.empty());
        found.set(Optional.empty());
        stopped.set(Optional.empty());
        exported.set("");
        stopping.set(false);
    }

    void rest() {
        closing.set(Optional.empty());
        stopping.set(false);
        running.set(false);
    }
}
