package keyturn.run.door;

import keyturn.script.act.DoorAct;

/**
 * An open way to act at one door.
 *
 * @param <A> the acts of that door
 */
public interface ActWriter<A extends DoorAct> extends AutoCloseable {

    /**
     * Performs an act to its end. Nothing is sent a second time by itself after it may have been done.
     *
     * @param act with the secrets that it needs in their places
     */
    Outcome perform(A act);

    @Override
    void close();
}
