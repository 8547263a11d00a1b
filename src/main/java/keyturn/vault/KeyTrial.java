package keyturn.vault;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.Secret;
import keyturn.domain.azure.VaultDoor;
import keyturn.entra.Entra;
import keyturn.run.door.DoorMessage;
import keyturn.run.door.Outcome;
import keyturn.script.Script;
import keyturn.script.act.VaultAct;
import keyturn.vault.SecretTrial.Tried;

/** Tries a key as the application, as often as the act wants, each time with a sign-in of its own. Changes nothing. */
final class KeyTrial {

    private final SecretTrial trial;
    private final VaultDoor door;

    KeyTrial(Entra entra, VaultDoor door) {
        this.trial = new SecretTrial(entra);
        this.door = door;
    }

    Outcome perform(VaultAct.TryKey attempt) {
        long began = System.nanoTime();
        List<Tried> tried = List.of();
        for (int time = 0; time < attempt.times(); time++) {
            tried = trial.tryOut(
                    door,
                    Optional.empty(),
                    attempt.application(),
                    secret(attempt.secret()),
                    attempt.key(),
                    attempt.here());
            Optional<Outcome> failed =
                    tried.stream().map(Tried::failed).flatMap(Optional::stream).findFirst();
            if (failed.isPresent()) {
                return failed.get();
            }
        }
        return new Outcome.Done(
                new Outcome.Answer(Duration.ofNanos(System.nanoTime() - began), told(attempt, tried), List.of()));
    }

    private static List<DoorMessage> told(VaultAct.TryKey attempt, List<Tried> tried) {
        List<DoorMessage> told = new ArrayList<>();
        for (Tried one : tried) {
            String part = attempt.here() && one.part() == SecretTrial.Part.WRAP
                    ? "HERE"
                    : one.part().name();
            told.add(message(Message.of("vault.tried." + part, attempt.key())));
        }
        if (attempt.times() > 1) {
            told.add(message(Message.of("vault.tried.often", attempt.times())));
        }
        return told;
    }

    private static DoorMessage message(Message words) {
        return DoorMessage.of(words.text());
    }

    private static Secret secret(Script handedIn) {
        for (Script.Fragment fragment : handedIn.fragments()) {
            switch (fragment) {
                case Script.Hidden hidden -> {
                    return hidden.secret();
                }
                case Script.Text text -> {}
                case Script.Slot slot -> {}
            }
        }
        throw new IllegalStateException("the secret of the application was not handed in");
    }
}
