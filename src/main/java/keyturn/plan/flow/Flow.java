package keyturn.plan.flow;

import java.time.Instant;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.BackupFolder;
import keyturn.domain.DllPath;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.ProviderName;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.BackOut;
import keyturn.plan.Estate;
import keyturn.plan.Plan;
import keyturn.plan.PlanOutcome;
import keyturn.plan.change.PlannedChange;
import keyturn.plan.check.Preflight;
import keyturn.plan.forecast.Cause;
import keyturn.plan.forecast.Evidence;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.next.NextJob;
import keyturn.plan.step.Step;

/**
 * One kind of change, with all that the inner rooms need to know of it; pure. Choices and plans that are handed in are of this
 * flow: others end in {@link ClassCastException}.
 */
public interface Flow extends FlowPart {

    /** A flow that conducts one server answers a larger estate with {@link Estate#blocked}. */
    PlanOutcome plan(Estate estate, Choices choices, Instant now);

    /** What is looked at before this is planned, and what was found. */
    Preflight preflight(Inspection inspection, Choices choices);

    /** Reasons against this change of this provider that no further choice can mend. */
    default List<Problem> ruledOut(Inspection inspection, ProviderName provider) {
        return List.of();
    }

    /**
     * Why this should be done on a server, by what was seen of it; nothing by default.
     *
     * @param keyAge after which a key is due for rotation
     */
    default List<NextJob> due(Inspection seen, Forecast forecast, Period keyAge) {
        return List.of();
    }

    /** It repairs what would fail a restart for this cause. */
    default boolean mends(Cause cause) {
        return false;
    }

    /** This shows of the very thing that it changes that a restart would succeed: told before what shows it of other things. */
    default boolean isShownBy(Evidence evidence) {
        return false;
    }

    /** It can only be planned on a server that has a provider. */
    default boolean needsProvider() {
        return true;
    }

    /** It backs up the vault keys that a server needs. */
    default boolean backsKeysUp() {
        return false;
    }

    /** It brings back keys that a vault lacks. */
    default boolean bringsKeysBack() {
        return false;
    }

    /** It brings back a vault that is lost. */
    default boolean bringsVaultBack() {
        return false;
    }

    /** Files that are looked at by name before these choices are planned. */
    default List<DllPath> filesToPlan(Inspection inspection, Choices choices) {
        return List.of();
    }

    /** Folders for backups that are looked at by name before these choices are planned. */
    default List<BackupFolder> foldersToPlan(Choices choices) {
        return List.of();
    }

    /** Files that are looked at by name before the back-out of this plan is judged. */
    default List<DllPath> filesToBackOut(Plan done) {
        return List.of();
    }

    /**
     * The plan back to the start.
     *
     * @param done a forward plan that has run, wholly or in part
     * @param begun its steps whose acts may have been performed
     */
    BackOut.Offer backOut(Plan done, List<Step> begun, Inspection now, Instant at);

    /** The plan out of what a failed step left behind; empty where nothing of that kind is seen. */
    default Optional<Plan> repair(Plan done, Inspection now, Instant at) {
        return Optional.empty();
    }

    /** The key that this plan replaces; empty where it re-encrypts nothing. */
    default Optional<AsymmetricKeyName> replacedKey(Plan plan) {
        return Optional.empty();
    }

    /**
     * From what to what this plan leads; empty where that cannot be shown in one picture.
     *
     * @param seen a look that shows what the plan itself does not name, such as the login of the old key
     */
    default Optional<PlannedChange> change(Plan plan, Optional<Inspection> seen) {
        return Optional.empty();
    }

    /** What the steps of this plan do that change more than single databases, as a title. */
    default Message changing(Plan plan) {
        return Message.of("plan.section.CHANGE");
    }

    /** What a saved plan keeps of these choices. */
    ChoiceTree written(Choices choices);

    /** @throws ChoiceTree.Malformed where the tree is not one that {@link #written} makes */
    Choices read(ChoiceTree tree);

    /** What ticket and run order of this plan say otherwise than those of other flows. */
    Ticket ticket(Plan plan);

    /** What the ticket of this plan tells beside its steps. */
    default TicketTasks ticketTasks(Plan plan) {
        return TicketTasks.NONE;
    }

    /** Words of this flow's own bundle. */
    default Message words(String key, Object... arguments) {
        return name().words(key, arguments);
    }
}
