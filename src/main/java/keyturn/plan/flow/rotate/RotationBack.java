package keyturn.plan.flow.rotate;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.check.Blocks;
import keyturn.plan.check.DatabaseChecks;
import keyturn.plan.fact.Basis;
import keyturn.plan.fact.Holds;
import keyturn.plan.fact.LogBackups;
import keyturn.plan.fact.ServerKeys;
import keyturn.plan.fact.TrueAfter;
import keyturn.plan.flow.TestSteps;
import keyturn.plan.flow.rotate.RotateChoices.NewNames;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.Protector;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.step.TestStep.Phase;
import keyturn.plan.step.VaultStep;

/**
 * The back-out from a rotation. Once a database may have been wrapped with the new key it only wraps again with the old one,
 * which counts as a change of the encryption key: the new key, its login and its credential stay, since log and backups may
 * need them. Before that, what the run made on the server is dropped; the vault's key stays in any case.
 */
public final class RotationBack {

    private final RotationSituation situation;
    private final RotateChoices choices;
    private final List<Step> begun;
    private final KeySteps make;
    private final TestSteps tests;
    private final List<Step> steps = new ArrayList<>();

    private RotationBack(RotationSituation situation, List<Step> begun) {
        this.situation = situation;
        this.choices = situation.choices();
        this.begun = begun;
        this.make = new KeySteps(situation.inspection().identity().node(), choices.provider());
        this.tests = new TestSteps(situation);
    }

    static BackOut.Offer undo(RotateChoices done, List<Step> begun, Inspection now, Instant at) {
        RotationSituation situation = RotationSituation.of(now, done);
        var back = new RotationBack(situation, begun);
        boolean wrapped = KeyStep.reencryptions(begun).findAny().isPresent()
                || situation.databases().open().stream().anyMatch(situation::reencrypted);
        List<Problem> problems = wrapped ? back.misfits() : List.of();
        if (!problems.isEmpty()) {
            return new BackOut.NotOffered(problems);
        }
        back.takeBackTemporary();
        if (wrapped) {
            back.reencrypt(at);
        } else {
            back.drop();
        }
        return back.steps.isEmpty()
                ? new BackOut.NotOffered(List.of(back.nothing(wrapped)))
                : new BackOut.Offered(back.plan(at, wrapped));
    }

    /** Why there is nothing to do on the server. */
    private Problem nothing(boolean wrapped) {
        AsymmetricKeyName key = choices.newKey().names().key();
        List<Database> closed = closed();
        if (wrapped && !closed.isEmpty()) {
            return Blocks.of(
                    "undo.closed", Optional.empty(), closed.size(), DatabaseChecks.names(closed), key, choices.from());
        }
        if (wrapped) {
            return Blocks.of("undo.nothing-wrapped", Optional.empty(), key);
        }
        return VaultStep.created(begun)
                .findFirst()
                .map(made -> Blocks.of(
                        "undo.vault-key-stays",
                        Optional.empty(),
                        choices.newKey().vaultKey()))
                .orElseGet(() -> Blocks.of("undo.nothing", Optional.empty()));
    }

    /** Chosen and not open: nobody sees which key protects them, and none can be re-encrypted. */
    private List<Database> closed() {
        return situation.databases().notOpen().stream()
                .filter(database -> choices.databases().contains(database.name()))
                .toList();
    }

    private List<Problem> misfits() {
        return situation.old().isEmpty()
                ? List.of(Blocks.of("undo.old-key-gone", Optional.empty(), choices.from()))
                : List.of();
    }

    private StepId next() {
        return new StepId(steps.size() + 1);
    }

    private void takeBackTemporary() {
        CredentialStep.added(begun)
                .filter(CredentialStep.AddCredential::temporary)
                .filter(this::isThere)
                .forEach(add -> steps.add(make.takeCredential(next(), add.login(), add.credential())));
        CredentialStep.created(begun)
                .filter(CredentialStep.CreateCredential::temporary)
                .filter(this::isThere)
                .forEach(create -> steps.add(make.dropCredential(next(), create.credential())));
    }

    /** A key that turned out to be another than was meant is taken back like any other. */
    private boolean isThere(Step step) {
        return step.asKey()
                .flatMap(KeyStep::asOpen)
                .map(open ->
                        ServerKeys.named(situation.inspection(), open.key()).isPresent())
                .orElseGet(() -> TrueAfter.of(step).holds(situation.inspection()) instanceof Holds.Yes);
    }

    /** The last one first. */
    private void reencrypt(Instant at) {
        List<Database> wrapped = situation.databases().open().stream()
                .filter(situation::reencrypted)
                .toList()
                .reversed();
        Protector old = situation
                .old()
                .<Protector>map(key -> new Protector.ByThumbprint(key.thumbprint()))
                .orElse(new Protector.Unknown());
        for (Database database : wrapped) {
            steps.add(make.reencryptBack(
                    next(), database.name(), choices.newKey().names().key(), choices.from()));
            tests.add(steps, database, Phase.AFTER, old);
        }
        new BackupSteps(situation, at).afterwards(steps, wrapped, choices.from());
    }

    /** Only what this run began to make, and only while it is there. */
    private void drop() {
        NewNames names = choices.newKey().names();
        if (made(CredentialStep.added(begun))) {
            steps.add(make.takeCredential(next(), names.login(), names.credential()));
        }
        if (made(CredentialStep.created(begun))) {
            steps.add(make.dropCredential(next(), names.credential()));
        }
        if (made(KeyStep.logins(begun))) {
            steps.add(make.dropLogin(next(), names.login()));
        }
        if (made(KeyStep.opened(begun))) {
            steps.add(make.dropKey(next(), names.key()));
        }
    }

    private boolean made(Stream<? extends Step> kind) {
        return kind.filter(step -> Conduct.of(step).lasts()).anyMatch(this::isThere);
    }

    /** A back-out uses up what room SQL Server leaves for changes of a key, unless the log was backed up since. */
    private List<Message> notices(boolean wrapped) {
        List<Message> notices = new ArrayList<>();
        if (!wrapped) {
            notices.add(Message.of(
                    "plan.notice.rotateDrop", choices.newKey().names().key()));
        } else {
            notices.add(Message.of(
                    "plan.notice.rotateBack", choices.newKey().names().key(), choices.from()));
            List<Database> full = situation.databases().open().stream()
                    .filter(situation::reencrypted)
                    .filter(database -> LogBackups.of(situation, database) instanceof LogBackups.Missing)
                    .toList();
            if (!full.isEmpty()) {
                notices.add(Message.of("plan.notice.rotateBackNoRoom", full.size(), DatabaseChecks.names(full)));
            }
        }
        if (wrapped && !closed().isEmpty()) {
            notices.add(stayClosed(closed()));
        }
        DirectoryStep.added(begun)
                .map(add -> Message.of("plan.notice.secretStays", add.name()))
                .forEach(notices::add);
        notices.add(RepeatBound.notice());
        return notices;
    }

    private Message stayClosed(List<Database> closed) {
        return Message.of(
                "plan.notice.rotateBackClosed",
                closed.size(),
                DatabaseChecks.names(closed),
                choices.newKey().names().key(),
                choices.from());
    }

    private Plan plan(Instant at, boolean wrapped) {
        return new Plan(
                situation.inspection().identity(),
                at,
                choices,
                Direction.BACK,
                Basis.of(situation),
                steps,
                notices(wrapped));
    }
}
