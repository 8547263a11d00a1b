package keyturn.ui.run;

import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectWrapper;
import keyturn.domain.Problem;
import keyturn.run.Found;

/** How the run page stands. On JavaFX's thread only. */
final class RunState {

    /** A run goes. */
    final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();

    /** Asked to stop, not standing yet. */
    final ReadOnlyBooleanWrapper stopping = new ReadOnlyBooleanWrapper();

    /** A run that ended early is looked at. */
    final ReadOnlyBooleanWrapper looking = new ReadOnlyBooleanWrapper();

    /** Why the run stopped or was not begun. */
    final ReadOnlyObjectWrapper<Optional<Problem>> problem = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Why the evidence of a run that stopped could not be filed. */
    final ReadOnlyObjectWrapper<Optional<Problem>> unfiled = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** Where the journal of a run that stopped lies. */
    final ReadOnlyObjectWrapper<Optional<Path>> journal = new ReadOnlyObjectWrapper<>(Optional.empty());

    /** What a look at a run that ended early has found, and the ways on. */
    final ReadOnlyObjectWrapper<Optional<Found>> found = new ReadOnlyObjectWrapper<>(Optional.empty());

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
        problem.set(Optional.empty());
        journal.set(Optional.empty());
        unfiled.set(Optional.empty());
        found.set(Optional.empty());
        stopping.set(false);
    }

    void rest() {
        stopping.set(false);
        running.set(false);
    }
}
