package keyturn.run.journal;

import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.step.Conduct;
import keyturn.plan.step.Step;
import keyturn.plan.step.StepId;
import keyturn.plan.verify.Verification.RunSeen;
import keyturn.plan.verify.Verifier.TestSeen;

/** What a part of a run itself saw, as far as its journal's lines tell. */
record PartSeen(RunRecord.Part part) {

    RunSeen seen() {
        Reach reach = part.reach();
        Map<StepId, TestSeen> tests = new LinkedHashMap<>();
        for (Step step : part.plan().steps()) {
            Optional<JournalEntry> done = reach.done(step);
            if (Conduct.of(step).effect() == Conduct.Effect.TEST
                    && Conduct.of(step).needsAnswer()) {
                done.filter(line -> !line.note().map(PartSeen::isUntested).orElse(false))
                        .ifPresent(line -> tests.put(
                                step.id(),
                                new TestSeen(
                                        line.at(),
                                        journalled(),
                                        line.server().time().map(OffsetDateTime::toInstant))));
            }
            if (Conduct.of(step).isNoted()) {
                done.ifPresent(line -> line.note()
                        .flatMap(PartSeen::made)
                        .ifPresent(what -> tests.put(step.id(), new TestSeen(line.at(), what))));
            } else if (Conduct.of(step).evidence() == Conduct.Evidence.SEEN_ONCE) {
                done.ifPresent(line -> tests.put(step.id(), new TestSeen(line.at(), journalled())));
            }
        }
        return new RunSeen(
                tests,
                RunSeen.lastOf(part.changes().values()),
                part.startedBefore(),
                LostSecrets.of(part).left());
    }

    private static boolean isUntested(Note note) {
        return switch (note) {
            case Note.Untested untested -> true;
            case Note.Made made -> false;
            case Note.Gave gave -> false;
            case Note.LeftOut out -> false;
            case Note.LockAgain again -> false;
            case Note.Torn torn -> false;
            case Note.ApprovedAnew anew -> false;
            case Note.HandedOver handed -> false;
            case Note.TakenFrom from -> false;
        };
    }

    static Optional<String> made(Note note) {
        return switch (note) {
            case Note.Made made -> Optional.of(made.what());
            case Note.Gave gave -> Optional.empty();
            case Note.Untested untested -> Optional.empty();
            case Note.LeftOut out -> Optional.empty();
            case Note.LockAgain again -> Optional.empty();
            case Note.Torn torn -> Optional.empty();
            case Note.ApprovedAnew anew -> Optional.empty();
            case Note.HandedOver handed -> Optional.empty();
            case Note.TakenFrom from -> Optional.empty();
        };
    }

    private static String journalled() {
        return Message.of("run.testJournalled").text();
    }
}
