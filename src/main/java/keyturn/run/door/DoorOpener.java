package keyturn.run.door;

import keyturn.domain.Problem;
import keyturn.domain.Target;
import keyturn.script.ApprovedPlan;

/**
 * Opens a door of a target for the acts of an approved plan, and for nothing else.
 *
 * @param <D> what is open then
 */
@FunctionalInterface
public interface DoorOpener<D> {

    /**
     * @param runId in the names under which the run appears at the door: {@code Keyturn/<run id>/act}, a key's tag
     * @throws Problem.Raised if the target has no such door, or it does not open; no act was sent then
     */
    D open(Target target, ApprovedPlan plan, String runId) throws Problem.Raised;
}
