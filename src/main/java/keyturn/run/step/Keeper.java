package keyturn.run.step;

import keyturn.domain.Problem;
import keyturn.run.door.InstanceLock;

/** Watches over the lock for anyone who reads or acts. */
public final class Keeper {

    private final InstanceLock lock;
    private boolean lost;

    public Keeper(InstanceLock lock) {
        this.lock = lock;
    }

    /** @throws Problem.Raised if another holds it now, or nobody can be asked */
    void ensure() throws Problem.Raised {
        lost |= !lock.stillHeld();
    }

    /** Whether it was lost and taken again since the last call. */
    boolean wasLost() {
        boolean was = lost;
        lost = false;
        return was;
    }
}
