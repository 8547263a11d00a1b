package keyturn.plan.flow.roll;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.CredentialName;
import keyturn.domain.Message;
import keyturn.domain.azure.AzureSight.ApplicationSeen;
import keyturn.domain.inspection.Fact;
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
        boolean old = situation.choices().oldAtHand();
        notices.add(RollFlow.NAME.words(old ? "notice.back.restart" : "notice.restart-later"));
        DirectoryStep.added(begun)
                .filter(add -> !isGone(add))
                .map(add -> Message.of("plan.notice.secretStays", add.name()))
                .forEach(notices::add);
        notices.addAll(old ? ofOld(steps) : RollPlanner.ofSecret(situation.choices(), steps));
        notices.add(RepeatBound.notice());
        return notices;
    }

    /** The directory was read, and lists it no more. */
    private boolean isGone(DirectoryStep.AddAppSecret add) {
        return situation
                .inspection()
                .facts()
                .azure()
                .flatMap(azure -> azure.application(add.application()))
                .flatMap(Fact<ApplicationSeen>::value)
                .filter(seen -> seen.secrets().stream()
                        .flatMap(secret -> secret.name().stream())
                        .noneMatch(name -> DirectoryStep.AddAppSecret.isNamed(add.name(), name)))
                .isPresent();
    }

    private static List<Message> ofOld(List<Step> steps) {
        boolean tried = SecretStep.trials(steps).findAny().isPresent();
        return List.of(
                RollFlow.NAME.words(tried ? "notice.back.route" : "notice.back.untried"),
                RollFlow.NAME.words("notice.back.asked"));
    }
}
