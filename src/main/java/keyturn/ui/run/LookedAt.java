package keyturn.ui.run;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.domain.inspection.Inspection;
import keyturn.plan.Plan;
import keyturn.plan.fact.Holds;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.Outlook;
import keyturn.plan.verify.RunOutlook;
import keyturn.plan.verify.StillLoaded;
import keyturn.plan.words.ForecastWords;
import keyturn.run.RunResult;
import keyturn.run.SentAct;
import keyturn.run.journal.RunRecord;
import keyturn.run.resume.Found;
import keyturn.run.resume.Standing;
import keyturn.ui.parts.WindowTimes;
import keyturn.ui.parts.Words;

/**
 * What a look at a run that does not go on tells of the server.
 *
 * @param told of steps that had no answer, what the look found instead
 * @param open a step that had no answer and that the look cannot tell of either
 * @param pending that an older DLL is loaded, with what would come of a restart
 */
record LookedAt(List<Told> told, Optional<SentAct> open, Optional<String> pending) {

    /** There may be thousands. */
    private static final int IN_SIGHT = 3;

    /** An act that was sent, and what is there now. */
    record Told(SentAct act, boolean took, Message found) {}

    LookedAt {
        told = List.copyOf(told);
    }

    static LookedAt of(Found found) {
        List<Told> told = new ArrayList<>();
        List<SentAct> open = new ArrayList<>();
        for (Standing one : found.steps()) {
            one.sent()
                    .map(sent -> new SentAct(one.step(), sent))
                    .filter(SentAct::leavesSomething)
                    .ifPresent(act -> {
                        switch (one.now()) {
                            case Holds.Yes yes -> told.add(new Told(act, true, yes.found()));
                            case Holds.No no -> told.add(new Told(act, false, no.found()));
                            case Holds.Unknown unknown -> open.add(act);
                        }
                    });
        }
        RunRecord.Part part = found.run().current();
        return new LookedAt(
                told,
                open.stream().findFirst(),
                pending(part.plan(), found.now(), RunOutlook.of(part.plan(), part.seen())));
    }

    static LookedAt of(RunResult.Completed completed) {
        Optional<Inspection> after = completed.trail().after();
        Plan plan = completed.trail().approved().plan();
        return new LookedAt(
                List.of(),
                Optional.empty(),
                after.flatMap(seen -> pending(
                        plan, seen, RunOutlook.of(plan, completed.trail().seen()))));
    }

    /** A restart is not spoken of without what would come of it. */
    private static Optional<String> pending(Plan plan, Inspection seen, Outlook outlook) {
        List<String> loaded = StillLoaded.of(plan, seen);
        return loaded.isEmpty()
                ? Optional.empty()
                : Optional.of(Words.of(
                        "run.true.pendingRestart",
                        String.join(", ", loaded),
                        ForecastWords.headline(Forecast.of(seen, outlook)).text()));
    }

    List<String> lines(ZoneId zone) {
        List<String> lines = new ArrayList<>();
        told.stream().limit(IN_SIGHT).map(one -> line(one, zone)).forEach(lines::add);
        pending.ifPresent(lines::add);
        return lines;
    }

    private static String line(Told one, ZoneId zone) {
        return Words.of(
                one.took() ? "run.true.took" : "run.true.tookNot",
                one.act().step().id(),
                WindowTimes.clock(one.act().at(), zone),
                one.found().text());
    }
}
