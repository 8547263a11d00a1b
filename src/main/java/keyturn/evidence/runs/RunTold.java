package keyturn.evidence.runs;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import keyturn.domain.Message;
import keyturn.evidence.runs.Runs.Damaged;
import keyturn.evidence.runs.Runs.Early;
import keyturn.evidence.runs.Runs.Ended;
import keyturn.evidence.runs.Runs.HowFar;
import keyturn.evidence.runs.Runs.Pending;
import keyturn.evidence.runs.Runs.Run;
import keyturn.evidence.runs.Runs.Why;
import keyturn.run.SentAct;

/** How a run stands, in the words that window and terminal share. */
public final class RunTold {

    private RunTold() {}

    /** In a few words. */
    public static Message state(Run run) {
        return switch (run) {
            case Early early -> early(early);
            case Pending pending -> Message.of("evidence.runs.pending");
            case Ended ended ->
                Message.of("evidence.runs.verdict." + ended.verdict() + (ended.wentBack() ? ".back" : ""));
            case Damaged damaged -> Message.of("evidence.runs.damaged");
        };
    }

    private static Message early(Early run) {
        HowFar far = run.far();
        String key = "evidence.runs." + run.why() + (far.goingBack() ? ".back" : "");
        return Message.of(key, far.settled(), far.steps());
    }

    /**
     * What must not be missed about it, in whole sentences.
     *
     * @param clock writes the time of day
     */
    public static List<Message> details(Run run, Function<Instant, String> clock) {
        return switch (run) {
            case Early early ->
                early.far().eitherWay() ? List.of(Message.of("evidence.runs.eitherWay")) : open(early, clock);
            case Damaged damaged ->
                List.of(damaged.why().summary(), damaged.why().next());
            case Pending pending -> List.of();
            case Ended ended -> List.of();
        };
    }

    /** While SQL Server is stopped by a run that nobody performs, that is what must not be missed. */
    private static List<Message> open(Early early, Function<Instant, String> clock) {
        boolean left = early.why() == Why.INTERRUPTED || early.why() == Why.STOPPED;
        return left && early.far().whileStopped()
                ? List.of(Message.of("evidence.runs.whileStopped"))
                : unknown(early.far(), clock);
    }

    private static List<Message> unknown(HowFar far, Function<Instant, String> clock) {
        return far.unknown().stream()
                .flatMap(act -> List.of(act.unknown(clock.apply(act.at())), SentAct.doNotRestart()).stream())
                .toList();
    }
}
