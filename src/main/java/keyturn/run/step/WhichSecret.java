package keyturn.run.step;

import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.domain.Secret;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.azure.ClientId;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Scope;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Step;
import keyturn.run.journal.Note;
import keyturn.script.act.Act;

/**
 * Which secret of the application a credential is given, as the directory knows it. Of one that the run had made the directory has
 * said it. One that somebody has handed in is known once it was tried and only one valid secret has its first letters; else it is
 * not known which one it is.
 */
final class WhichSecret {

    private final HeldSecrets secrets;
    private final RunLook looking;

    WhichSecret(HeldSecrets secrets, RunLook looking) {
        this.secrets = secrets;
        this.looking = looking;
    }

    /** What the step tried works. */
    void tried(Step step, Act act) {
        if (Conduct.of(step).effect() == Effect.TEST) {
            act.slots().stream()
                    .filter(slot -> secrets.keyId(slot).isEmpty())
                    .forEach(slot -> secrets.of(slot)
                            .flatMap(secret -> named(step, secret))
                            .ifPresent(keyId -> secrets.known(slot, keyId)));
        }
    }

    /** Of the credential that the step gave a secret. */
    Optional<Note> given(Step step, Act act) {
        return Conduct.of(step).keepsSecret()
                ? act.slots().stream()
                        .flatMap(slot -> secrets.keyId(slot).stream())
                        .findFirst()
                        .map(Note.Gave::new)
                : Optional.empty();
    }

    private Optional<String> named(Step step, Secret secret) {
        return Conduct.of(step).secret().application().flatMap(application -> named(application, secret));
    }

    /** What cannot be seen is not known, and stops nothing. */
    private Optional<String> named(ClientId application, Secret secret) {
        try {
            Inspection now = looking.look(Scope.WHOLE);
            return now.facts()
                    .azure()
                    .flatMap(azure -> azure.application(application))
                    .flatMap(Fact<ApplicationSeen>::value)
                    .flatMap(seen -> seen.which(secret, now.takenAt()))
                    .map(one -> one.keyId());
        } catch (Problem.Raised unseen) {
            return Optional.empty();
        }
    }
}
