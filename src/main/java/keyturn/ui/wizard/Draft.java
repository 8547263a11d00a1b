package keyturn.ui.wizard;

import java.nio.file.Path;
import java.time.Instant;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import keyturn.domain.Secret;
import keyturn.domain.Target;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Flows;
import keyturn.plan.Plan;
import keyturn.plan.flow.Choices;
import keyturn.plan.flow.Flow;
import keyturn.plan.next.MissingKey;
import keyturn.run.RunResult;
import keyturn.script.ApprovedPlan;
import keyturn.script.Scripts;

/** What the pages have gathered so far: the wizard's single mutable state. Each answer hangs on the one before it. */
public final class Draft {

    /** What the wizard is used for while nobody has said. */
    private static final Flow USUAL = Flows.all().getFirst();

    private final Answer<Path> evidence = new Answer<>();
    private final Answer<RunResult> result = new Answer<>(evidence);
    private final Answer<ApprovedPlan> approved = new Answer<>(result);
    private final Answer<Rendered> rendered = new Answer<>(approved);
    private final Answer<Choices> choices = new Answer<>(rendered);
    private final Answer<Inspection> inspection = new Answer<>(choices);
    private final Answer<Environment> environment = new Answer<>();
    private final Answer<ServerLabel> label = new Answer<>();
    private final Answer<Path> later = new Answer<>();
    private final Answer<Path> begun = new Answer<>();
    private final Answer<Path> stopped = new Answer<>();
    private final Answer<Way> way = new Answer<>();
    private final Answer<Plan> saved = new Answer<>();
    private final Answer<Boolean> central = new Answer<>();
    private final Answer<Instant> errandSince = new Answer<>();
    private final Answer<Plan> before = new Answer<>();
    private final Answer<Secret> secret = new Answer<>();
    private final Answer<MissingKey> missingKey = new Answer<>();
    private final Answer<Target> target = new Answer<>(inspection, environment, label, secret, missingKey);
    private final SimpleObjectProperty<Flow> flow = new SimpleObjectProperty<>(USUAL);
    private boolean outdated;
    private boolean meant;

    /** A plan with its scripts, rendered once. */
    public record Rendered(Plan plan, Scripts scripts) {}

    /** Where somebody wants a run that ended early to go. */
    public enum Way {
        /** Back to its start: the back-out is shown, for approval. */
        BACK_OUT,
        /** On with the plan: a back-out that was approved and has not begun is dropped. */
        FORWARD,
        /** It lies on another machine: it is brought here, and goes on from here alone. */
        TAKE_OVER
    }

    /** What the wizard is used for this time. */
    public ReadOnlyObjectProperty<Flow> flow() {
        return flow;
    }

    /** To another use: what was chosen for the one before is dropped. */
    public void turnTo(Flow other) {
        meant = true;
        if (!flow.get().equals(other)) {
            choices.drop();
            flow.set(other);
        }
    }

    /** Whether somebody said what it is used for. */
    public boolean isMeant() {
        return meant;
    }

    /** A plan that came from elsewhere says itself what it is for. */
    public void follow(Plan plan) {
        flow.set(plan.flow());
    }

    /** The secret that the plan's credentials are to hold, as typed for this server. */
    public Answer<Secret> secret() {
        return secret;
    }

    /** The key that the checks found missing, for the page that registers one. */
    public Answer<MissingKey> missingKey() {
        return missingKey;
    }

    public Answer<Target> target() {
        return target;
    }

    /** What the target is for, as was said. */
    public Answer<Environment> environment() {
        return environment;
    }

    /** How its DBA has arranged the server in the list. */
    public Answer<ServerLabel> label() {
        return label;
    }

    /** The folder of an earlier run that is to be looked at again, instead of a new one. */
    public Answer<Path> later() {
        return later;
    }

    /** A plan that was read from its file, to be run on the server it was made for. */
    public Answer<Plan> saved() {
        return saved;
    }

    /** A plan that was approved before the one in the making: the new one is compared with it. */
    public Answer<Plan> before() {
        return before;
    }

    /** The folder of a run that ended early and is gone on with, or back from. */
    public Answer<Path> begun() {
        return begun;
    }

    /** The folder of a run that may have left SQL Server stopped: one comes to it though the server does not answer. */
    public Answer<Path> stopped() {
        return stopped;
    }

    /** What somebody came for to the run that was begun; empty: to look. */
    public Answer<Way> way() {
        return way;
    }

    /** One connects to a central management server, for its list of servers. */
    public Answer<Boolean> central() {
        return central;
    }

    /** When the run began, or the plan was made, that somebody came for. */
    public Answer<Instant> errandSince() {
        return errandSince;
    }

    /** Nobody came for an earlier run or a saved plan after all. */
    public void forgetErrand() {
        later.drop();
        begun.drop();
        stopped.drop();
        way.drop();
        saved.drop();
        central.drop();
        errandSince.drop();
    }

    public Answer<Inspection> inspection() {
        return inspection;
    }

    public Answer<Choices> choices() {
        return choices;
    }

    public Answer<Rendered> rendered() {
        return rendered;
    }

    public Answer<ApprovedPlan> approved() {
        return approved;
    }

    public Answer<RunResult> result() {
        return result;
    }

    /** Where the evidence of that result is filed. */
    public Answer<Path> evidence() {
        return evidence;
    }

    /** Forgets the job, and keeps the server. */
    public void leaveJob() {
        outdated |= result.get().isPresent()
                || later.get().isPresent()
                || begun.get().isPresent();
        choices.drop();
        secret.drop();
        forgetErrand();
        before.drop();
        meant = false;
        flow.set(USUAL);
    }

    /** Whether a run may have changed the server since it was inspected; answered once. */
    public boolean takeOutdated() {
        boolean was = outdated;
        outdated = false;
        return was;
    }

    /** Forgets everything. */
    public void reset() {
        target.drop();
        outdated = false;
        meant = false;
        forgetErrand();
        before.drop();
        flow.set(USUAL);
    }
}
