package keyturn.run.step;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Secret;

/**
 * The secrets of one stretch of a run: what it had made itself, else what is handed in. They end with it: nothing here
 * reaches a file, and anyone who goes on later has none of them.
 */
public final class HeldSecrets implements RunSecrets, AutoCloseable {

    private final RunSecrets handedIn;
    private final Map<Integer, Secret> made = new HashMap<>();

    public HeldSecrets(RunSecrets handedIn) {
        this.handedIn = handedIn;
    }

    void hold(int number, Secret secret) {
        Optional.ofNullable(made.put(number, secret)).ifPresent(Secret::close);
    }

    /** This run itself had it made, moments ago: the directory may not know it everywhere yet. */
    boolean isFresh(int number) {
        return made.containsKey(number);
    }

    /** Somebody has handed it in. */
    boolean isHandedIn(int number) {
        return handedIn.of(number).isPresent();
    }

    @Override
    public Optional<Secret> of(int number) {
        return Optional.ofNullable(made.get(number)).or(() -> handedIn.of(number));
    }

    /** Wipes what was made; what was handed in belongs to who did. */
    @Override
    public void close() {
        made.values().forEach(Secret::close);
        made.clear();
    }
}
