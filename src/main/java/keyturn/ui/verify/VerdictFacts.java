package keyturn.ui.verify;

import java.util.List;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.fact.Times;
import keyturn.plan.flow.Flow;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.RestartAnswer;
import keyturn.plan.verify.Retirement;
import keyturn.plan.verify.Verification;
import keyturn.plan.verify.Verification.KeyNeeded;
import keyturn.plan.verify.Verification.Overall;
import keyturn.plan.words.ForecastWords;
import keyturn.ui.parts.FactCard;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/**
 * The three facts of a verdict: would a restart succeed, what a restore needs or what SQL Server uses, and the key that was
 * replaced or how many steps are confirmed. A pure function of what was seen; which of them fit says the verdict itself.
 */
final class VerdictFacts {

    private final Verification seen;

    private VerdictFacts(Verification seen) {
        this.seen = seen;
    }

    /**
     * @param flow whose change this is
     * @param replaced what still needs the key that the plan replaced, where it replaced one
     */
    static List<FactCard> of(Verification seen, Flow flow, Optional<Retirement> replaced) {
        VerdictFacts facts = new VerdictFacts(seen);
        return List.of(
                restart(seen.forecast(), flow),
                replaced.isPresent() ? facts.recovery() : facts.inUse(),
                replaced.map(VerdictFacts::oldKey).orElseGet(facts::steps));
    }

    private static FactCard restart(Forecast forecast, Flow flow) {
        return switch (forecast.server()) {
            case RestartAnswer.Opens opens -> card("restart", "yes", Tone.FINE, reason(forecast, flow));
            case RestartAnswer.Fails fails -> card("restart", "no", Tone.DANGER, reason(forecast, flow));
            case RestartAnswer.Uncertain uncertain ->
                card(
                        "restart",
                        "unknown",
                        Tone.ATTENTION,
                        Words.of(
                                "verify.fact.restart.unknown.about",
                                uncertain.missing().size()));
        };
    }

    /** Of several reasons one that is about the change itself, where there is one. */
    private static String reason(Forecast forecast, Flow flow) {
        RestartAnswer answer = forecast.server();
        return answer.evidence().stream()
                .filter(flow::isShownBy)
                .findFirst()
                .map(ForecastWords::of)
                .or(() -> ForecastWords.reasons(answer).stream().findFirst())
                .orElseGet(() -> ForecastWords.headline(forecast))
                .text();
    }

    private FactCard recovery() {
        Optional<KeyNeeded> needed = seen.keyNeeded();
        if (needed.isPresent()) {
            KeyNeeded key = needed.get();
            return card(
                    "recovery", "needs", Tone.ATTENTION, Words.of("verify.fact.recovery.needs.about"), key.needed());
        }
        return seen.overall() == Overall.DONE
                ? card("recovery", "done", Tone.FINE, Words.of("verify.fact.recovery.done.about"))
                : card("recovery", "unknown", Tone.ATTENTION, Words.of("verify.fact.recovery.unknown.about"));
    }

    private static FactCard oldKey(Retirement old) {
        return switch (old.verdict()) {
            case Retirement.No no ->
                card(
                        "oldKey",
                        "keep",
                        Tone.NEUTRAL,
                        no.because().stream().findFirst().orElse(old.words()).text(),
                        old.old().name());
            case Retirement.NotBefore not ->
                card(
                        "oldKey",
                        "until",
                        Tone.NEUTRAL,
                        old.stays().text(),
                        old.old().name(),
                        Times.seconds(not.date()));
        };
    }

    /** What the process has loaded, by the one verdict that tells. */
    private FactCard inUse() {
        String note = seen.notes().stream().findFirst().map(Message::text).orElse("");
        return switch (seen.overall()) {
            case DONE -> card("inUse", "now", Tone.FINE, Words.of("verify.fact.inUse.now.about"));
            case PENDING_RESTART ->
                card("inUse", "restart", Tone.ATTENTION, Words.of("verify.fact.inUse.restart.about"));
            case OLD_KEY_NEEDED, CANNOT_TELL, RESTART_FAILS, NOT_MET ->
                card(
                        "inUse",
                        "unknown",
                        Tone.ATTENTION,
                        note.isEmpty() ? Words.of("verify.fact.inUse.unknown.about") : note);
        };
    }

    private FactCard steps() {
        VerdictCounts counts = VerdictCounts.of(seen);
        Tone tone = counts.wrong() > 0 ? Tone.DANGER : counts.unknown() > 0 ? Tone.ATTENTION : Tone.FINE;
        String key = counts.wrong() > 0 ? "wrong" : counts.unknown() > 0 ? "unknown" : "all";
        return card("steps", key, tone, counts.words(), counts.confirmed(), counts.all());
    }

    private static FactCard card(String fact, String answer, Tone tone, String line, Object... named) {
        String key = "verify.fact." + fact;
        return new FactCard(
                Words.of(key),
                Words.of(key + "." + answer, named),
                line,
                Optional.of(new Tag(tone, Words.of(key + "." + answer + ".tag"))));
    }
}
