package keyturn.plan.flow.roll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.CredentialName;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Credential;
import keyturn.plan.BackOut;
import keyturn.plan.Direction;
import keyturn.plan.Plan;
import keyturn.plan.check.Blocks;
import keyturn.plan.fact.Basis;
import keyturn.plan.step.DirectoryStep;
import keyturn.plan.step.RepeatBound;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.Step;

/**
 * The way back. An old secret can be read nowhere: whoever runs the back-out types it, or another one is made, which is a secret
 * of the same application all the same. What the directory made stays there.
 */
record RollBack(RollSituation situation, List<Step> begun) {

    static BackOut.Offer undo(RollChoices done, List<Step> begun, Inspection now, Instant at) {
        return new RollBack(done.situation(now), begun).offer(at);
    }

    private BackOut.Offer offer(Instant at) {
        List<CredentialName> replaced = SecretStep.replaced(begun)
                .map(SecretStep.ReplaceSecret::credential)
                .toList();
        List<Credential> there = situation.chosenCredentials().stream()
                .filter(row -> replaced.contains(row.name()))
                .toList();
        RollChoices choices = situation.choices();
        if (there.isEmpty() || choices.application().isEmpty()) {
            return new BackOut.NotOffered(List.of(Blocks.of("undo.nothing", Optional.empty())));
        }
        List<Step> steps = new RollSteps(situation, choices.application().get(), at).back(there);
        return new BackOut.Offered(new Plan(
                situation.inspection().identity(),
                at,
                choices,
                Direction.BACK,
                Basis.of(situation),
                steps,
                notices(steps)));
    }

    private List<Message> notices(List<Step> steps) {
        List<Message> notices = new ArrayList<>();
        notices.add(RollFlow.NAME.words("notice.restart-later"));
        DirectoryStep.added(begun)
                .map(add -> Message.of("plan.notice.secretStays", add.name()))
                .forEach(notices::add);
        notices.addAll(RollPlanner.ofSecret(situation.choices(), steps));
        notices.add(RepeatBound.notice());
        return notices;
    }
}
