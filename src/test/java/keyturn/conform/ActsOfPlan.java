package keyturn.conform;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import keyturn.plan.Plan;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Conduct.Effect;
import keyturn.plan.step.Step;
import keyturn.script.Scripts;
import keyturn.script.act.Act;
import keyturn.script.act.DirectoryAct;
import keyturn.script.act.HostAct;
import keyturn.script.act.ManagerAct;
import keyturn.script.act.OperatorTask;
import keyturn.script.act.RecoveryAct;
import keyturn.script.act.SqlAct;
import keyturn.script.act.VaultAct;

/** The acts that a run of a plan sends, each with the words in which the range is told to lose its answer. */
record ActsOfPlan(List<Sent> sent) {

    /** The name is looked up, then the key or the secret is made. */
    private static final int AFTER_A_LOOK = 2;

    /** Neither a key nor a deleted key has the name. */
    private static final int AFTER_TWO_LOOKS = 3;

    /** Advanced options are shown first; the second one puts the switch into force. */
    private static final int IN_FORCE = 2;

    /** Whose answer can be lost. */
    enum Door {
        SQL_SERVER,
        VAULT,
        DIRECTORY,
        HOST,
        MANAGER
    }

    /**
     * One act.
     *
     * @param word what the range calls a request of its kind
     * @param count which of these it is, from the start of its step
     */
    record Sent(Step step, Door door, String word, int count) {

        /** In the words in which a fault is set for it as its step starts. */
        String moment() {
            return word + ":" + count;
        }

        /**
         * Where the answer was lost though the act was done, a look shows that it was, and it is not sent again; but a credential
         * is given the secret that is made instead of one whose text is lost.
         */
        boolean isSeenDone() {
            return Conduct.of(step).effect() == Effect.CHANGE
                    && !Conduct.of(step).replacesSecret()
                    && !Conduct.of(step).is(Conduct.Trait.REPEATABLE);
        }

        /** A trial in a vault changes nothing, so its client may ask again by itself where a connection breaks. */
        boolean isAskedAgain() {
            return door == Door.VAULT && Conduct.of(step).effect() == Effect.TEST;
        }

        /** Only the record of the run tells whether one was made: what is asked then is no matter of a look. */
        boolean makesSecret() {
            return Conduct.of(step).effect() == Effect.MAKE_SECRET;
        }
    }

    /** Mere reads are left out: whether their answer is lost changes nothing. */
    static ActsOfPlan of(Plan plan) {
        return new ActsOfPlan(withReads(plan).sent().stream()
                .filter(sent -> Conduct.of(sent.step()).effect() != Effect.READ)
                .toList());
    }

    static ActsOfPlan withReads(Plan plan) {
        return new ActsOfPlan(Scripts.of(plan).steps().stream()
                .flatMap(script -> sentBy(script.step(), script.act()).stream())
                .toList());
    }

    /** Once settled it stays so; what makes and needs a secret that replaces another is done anew where its text was lost. */
    static boolean isSettled(Plan plan, Step step, long times) {
        Conduct conduct = Conduct.of(step);
        boolean replaces = plan.steps().stream().map(Conduct::of).anyMatch(Conduct::replacesSecret);
        boolean anew = replaces && (conduct.givesSecret() || conduct.needsSecret());
        return times == 1 || (anew && times > 1);
    }

    /** What a step sends; empty: it waits for somebody. */
    Optional<Sent> by(Step step) {
        return sent.stream().filter(one -> one.step().equals(step)).findFirst();
    }

    /** The first change at each door. */
    List<Sent> oneForEachDoor() {
        Set<Door> seen = new HashSet<>();
        return sent.stream()
                .filter(act -> Conduct.of(act.step()).changes())
                .filter(act -> seen.add(act.door()))
                .toList();
    }

    private static Optional<Sent> sentBy(Step step, Act act) {
        String word = RangeWord.of(step);
        return switch (act) {
            case SqlAct sql ->
                Optional.of(new Sent(step, Door.SQL_SERVER, word, word.equals("reconfigure") ? IN_FORCE : 1));
            case VaultAct.CreateKey create -> Optional.of(new Sent(step, Door.VAULT, word, AFTER_A_LOOK));
            case VaultAct.BackUpKey backUp -> Optional.of(new Sent(step, Door.VAULT, word, 1));
            case VaultAct.TryKey attempt -> Optional.of(new Sent(step, Door.VAULT, word, 1));
            case RecoveryAct.RestoreKey restore -> Optional.of(new Sent(step, Door.VAULT, word, AFTER_TWO_LOOKS));
            case RecoveryAct recovery -> Optional.of(new Sent(step, Door.VAULT, word, 1));
            case DirectoryAct.AddSecret add -> Optional.of(new Sent(step, Door.DIRECTORY, word, AFTER_A_LOOK));
            case DirectoryAct.RemoveSecret remove -> Optional.of(new Sent(step, Door.DIRECTORY, word, AFTER_A_LOOK));
            case HostAct host -> Optional.of(new Sent(step, Door.HOST, word, 1));
            case ManagerAct.RecoverVault recover -> Optional.of(new Sent(step, Door.MANAGER, word, 4));
            case ManagerAct.CreateVault create -> Optional.of(new Sent(step, Door.MANAGER, word, 7));
            case ManagerAct.GrantKeyRights grant -> Optional.of(new Sent(step, Door.MANAGER, word, 3));
            case OperatorTask task -> Optional.empty();
        };
    }
}
