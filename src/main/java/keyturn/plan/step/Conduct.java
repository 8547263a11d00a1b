package keyturn.plan.step;

import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.LocalPath;
import keyturn.domain.Permission;
import keyturn.domain.inspection.Scope;

/**
 * What anybody needs to know of a step besides its own data. A new kind answers in the one switch of its family, in the family's file.
 *
 * @param permission what the caller needs for it; empty: none of its own
 * @param scope what a look before it, or while it waits, must take in: its true-after, and what the plan relies on for it
 * @param expected how long it should take
 * @param file what it writes on the machine of the run, which no look at server or vault shows
 */
public record Conduct(
        Effect effect,
        Risk risk,
        Optional<Permission> permission,
        Scope scope,
        Duration expected,
        Undo undo,
        Evidence evidence,
        Performer performer,
        SecretUse secret,
        Group group,
        Optional<LocalPath> file,
        Set<Trait> traits) {

    /** A look, or a change of the catalog alone. */
    static final Duration LOOK = Duration.ofSeconds(1);

    /** A call that reaches the vault or the directory. */
    static final Duration CALL = Duration.ofSeconds(5);

    public Conduct {
        traits = Set.copyOf(traits);
    }

    /** What the step does. */
    public enum Effect {
        /** Where its true-after holds already, it sends no act. */
        CHANGE,
        READ,
        TEST,
        /** For what somebody else does. */
        WAIT,
        WRITE_FILE,
        /** As CHANGE; where one may have been made before, only the run's own record says how to go on. */
        MAKE_SECRET
    }

    /** What a step risks. */
    public enum Risk {
        READS,
        /** Writes something new that stays, and leaves all else as it is. */
        ADDS,
        REVERSIBLE,
        INTERRUPTS,
        DESTROYS
    }

    /** What shows later that it was done. */
    public enum Evidence {
        /** Any look at the server, or at what its scope takes in. */
        LOOK,
        /** A look at the server in part, and wholly a look into the vault only. */
        VAULT_LOOK,
        /** The server's word that the backup went through. */
        BACKUP_ANSWER,
        /** The server's word that a snapshot was made, and dropped again. */
        SNAPSHOT_ANSWER,
        /** What the act told, to the run alone. */
        SEEN_ONCE,
        /** The same, and the journal keeps it, but for a secret: nothing else knows later what was made. */
        NOTED
    }

    /** Who does it. */
    public enum Performer {
        KEYTURN,
        /** Somebody who may, by the script that the plan has for it. */
        OPERATOR
    }

    /** What else a run must heed. */
    public enum Trait {
        /** It may be left out with a reason: nothing after it relies on it, and its verdict is then unknown. */
        OPTIONAL,
        /** What it changes counts for sessions that begin after it alone. */
        NEW_SESSION,
        /** A refusal is known to have left everything as it was. */
        REFUSED_UNCHANGED,
        /** SQL Server is stopped by then: neither it nor its lock can be asked for. */
        ENGINE_STOPPED,
        /** It has SQL Server started anew: what follows waits until that is seen. */
        STARTS_ENGINE,
        /** Where an operator does it, a later step of the same plan shows whether it was done. */
        SHOWN_LATER,
        /** What it gives takes a while until it works everywhere. */
        SPREADS,
        /** A later step of the same plan takes its outcome back; until then it has an undo of its own. */
        TAKEN_BACK,
        /** It looks first, or clears away what an interrupted one left: it may be sent again where nobody knows whether it was done. */
        REPEATABLE
    }

    /** The one switch over all steps; the families answer. */
    public static Conduct of(Step step) {
        return switch (step) {
            case ProviderStep provider -> ProviderStep.conduct(provider);
            case TestStep test -> TestStep.conduct(test);
            case CredentialStep credential -> CredentialStep.conduct(credential);
            case KeyStep key -> KeyStep.conduct(key);
            case BackupStep backup -> BackupStep.conduct(backup);
            case VaultStep inVault -> VaultStep.conduct(inVault);
            case RecoveryStep recovery -> RecoveryStep.conduct(recovery);
            case SecretStep secret -> SecretStep.conduct(secret);
            case ReopenStep reopen -> ReopenStep.conduct(reopen);
            case SetupStep setup -> SetupStep.conduct(setup);
            case HostStep onHost -> HostStep.conduct(onHost);
            case DirectoryStep inDirectory -> DirectoryStep.conduct(inDirectory);
        };
    }

    /** By Keyturn, without a secret, alone; a later look at this scope shows whether it was done. */
    static Conduct that(Effect effect, Risk risk, Scope scope, Undo undo, Duration expected) {
        return new Conduct(
                effect,
                risk,
                Optional.empty(),
                scope,
                expected,
                undo,
                Evidence.LOOK,
                Performer.KEYTURN,
                SecretUse.NONE,
                new Group.None(),
                Optional.empty(),
                Set.of());
    }

    static Conduct changes(Scope scope, Undo undo, Duration expected) {
        return that(Effect.CHANGE, Risk.REVERSIBLE, scope, undo, expected);
    }

    static Conduct reads(Scope scope, Duration expected) {
        return that(Effect.READ, Risk.READS, scope, Undo.none(Undo.Because.ONLY_READS), expected);
    }

    Conduct needing(Permission needed) {
        return new Conduct(
                effect,
                risk,
                Optional.of(needed),
                scope,
                expected,
                undo,
                evidence,
                performer,
                secret,
                group,
                file,
                traits);
    }

    Conduct shownBy(Evidence shown) {
        return new Conduct(
                effect, risk, permission, scope, expected, undo, shown, performer, secret, group, file, traits);
    }

    Conduct byOperator(boolean operator) {
        Performer who = operator ? Performer.OPERATOR : Performer.KEYTURN;
        return new Conduct(effect, risk, permission, scope, expected, undo, evidence, who, secret, group, file, traits);
    }

    Conduct secret(SecretUse use) {
        return new Conduct(
                effect, risk, permission, scope, expected, undo, evidence, performer, use, group, file, traits);
    }

    Conduct in(Group of) {
        return new Conduct(
                effect, risk, permission, scope, expected, undo, evidence, performer, secret, of, file, traits);
    }

    Conduct writing(LocalPath path) {
        return new Conduct(
                effect,
                risk,
                permission,
                scope,
                expected,
                undo,
                evidence,
                performer,
                secret,
                group,
                Optional.of(path),
                traits);
    }

    Conduct with(Trait trait) {
        Set<Trait> all = EnumSet.of(trait);
        all.addAll(traits);
        return new Conduct(
                effect, risk, permission, scope, expected, undo, evidence, performer, secret, group, file, all);
    }

    /** Something is otherwise afterwards: where its true-after holds already, it sends no act. Reads and tests always go. */
    public boolean changes() {
        return effect == Effect.CHANGE || effect == Effect.MAKE_SECRET;
    }

    /** What it changes is what a back-out leads from; a backup that was written stays, and is none of it. */
    public boolean mayBeUndone() {
        return changes() && risk != Risk.ADDS;
    }

    /** Its act is not only a look or a test: on the server, at a service or on this machine something is there afterwards. */
    public boolean leavesSomething() {
        return changes() || waits() || file.isPresent();
    }

    /** No later step of the same plan takes its outcome back. */
    public boolean lasts() {
        return !undo.equals(new Undo.None(Undo.Because.TEMPORARY)) && !is(Trait.TAKEN_BACK);
    }

    public boolean interrupts() {
        return risk == Risk.INTERRUPTS;
    }

    /** Nothing goes on before its true-after holds. */
    public boolean waits() {
        return effect == Effect.WAIT || isForOperator();
    }

    public boolean isForOperator() {
        return performer == Performer.OPERATOR;
    }

    /** What it shows, only the run itself sees. */
    public boolean isSeenOnce() {
        return evidence == Evidence.SEEN_ONCE || evidence == Evidence.SNAPSHOT_ANSWER || isNoted();
    }

    /** What its act told, but for a secret, goes into the journal. */
    public boolean isNoted() {
        return evidence == Evidence.NOTED;
    }

    /** What it made is looked at before anything builds on it. */
    public boolean isLookedAtAfter() {
        return changes() && evidence == Evidence.VAULT_LOOK;
    }

    /** Its act is a backup: without the server's word that it went through, nothing is shown. */
    public boolean needsBackup() {
        return evidence == Evidence.BACKUP_ANSWER;
    }

    /** Its act makes SQL Server use a key, and without the server's word that it did, nothing is shown. */
    public boolean needsAnswer() {
        return needsBackup() || evidence == Evidence.SNAPSHOT_ANSWER;
    }

    /** A test that used a key and left nothing on the server: only the run knows when. */
    public boolean isUntraced() {
        return evidence == Evidence.SNAPSHOT_ANSWER;
    }

    /** A test that must go through before anything is changed. */
    public boolean testsFirst() {
        return effect == Effect.TEST && needsAnswer() && !is(Trait.OPTIONAL);
    }

    public boolean givesSecret() {
        return secret.kind() == SecretUse.Kind.GIVEN;
    }

    public boolean keepsSecret() {
        return secret.kind() == SecretUse.Kind.KEPT || replacesSecret();
    }

    public boolean replacesSecret() {
        return secret.kind() == SecretUse.Kind.REPLACED;
    }

    public boolean needsSecret() {
        return secret.kind() == SecretUse.Kind.NEEDED || keepsSecret();
    }

    public boolean is(Trait trait) {
        return traits.contains(trait);
    }
}
