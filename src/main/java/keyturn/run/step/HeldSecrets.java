package keyturn.run.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Secret;
import keyturn.plan.step.StepId;
import keyturn.script.Scripts.StepScript;

/**
 * The secrets of one stretch of a run: what it had made itself, else what is handed in. One that it made ends with the last step
 * that needs it: nothing here reaches a file, and anyone who goes on later has none of them.
 */
public final class HeldSecrets implements RunSecrets, AutoCloseable {

    private final RunSecrets handedIn;
    private final Map<Integer, Secret> made = new HashMap<>();
    private final Map<Integer, StepId> lastUse = new HashMap<>();
    private final Map<Integer, String> keyIds = new HashMap<>();

    /** @param steps of the plan, in order: after the last one that needs a secret, that is wiped */
    public HeldSecrets(RunSecrets handedIn, List<StepScript> steps) {
        this.handedIn = handedIn;
        steps.forEach(step -> step.act().slots().forEach(slot -> lastUse.put(slot, step.id())));
    }

    /**
     * The step has ended well, and is not sent again: what it was the last to need is wiped.
     *
     * @return whether it was the last to need one
     */
    boolean over(StepId step) {
        List<Integer> slots = lastUse.entrySet().stream()
                .filter(use -> use.getValue().equals(step))
                .map(Map.Entry::getKey)
                .toList();
        slots.forEach(slot -> {
            Optional.ofNullable(made.remove(slot)).ifPresent(Secret::close);
            handedIn.over(slot);
        });
        return !slots.isEmpty();
    }

    /** @param keyId by which the directory knows it; empty: it did not say */
    void hold(int number, Secret secret, Optional<String> keyId) {
        Optional.ofNullable(made.put(number, secret)).ifPresent(Secret::close);
        keyIds.remove(number);
        keyId.ifPresent(id -> known(number, id));
    }

    /** Which one it is. */
    void known(int number, String keyId) {
        keyIds.put(number, keyId);
    }

    /** By which the directory knows it; empty: nobody knows which one it is. */
    Optional<String> keyId(int number) {
        return Optional.ofNullable(keyIds.get(number));
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

    /** Wipes what was made; what was handed in belongs to who did, and a run that stopped early may be gone on with. */
    @Override
    public void close() {
        made.values().forEach(Secret::close);
        made.clear();
    }
}
