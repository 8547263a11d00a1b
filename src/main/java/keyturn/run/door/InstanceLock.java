package keyturn.run.door;

import keyturn.domain.Problem;

/** While it is held, no other run begins on that instance. It lives on a connection of its own and dies with it. */
public interface InstanceLock extends AutoCloseable {

    /**
     * Makes sure that it is held, before whatever reads or acts.
     *
     * @return false where it had been lost and was taken again: others may have acted in between
     * @throws Problem.Raised if another holds it now, or nobody can be asked
     */
    boolean stillHeld() throws Problem.Raised;

    @Override
    void close();
}
