package keyturn.ui.verify;

import keyturn.plan.flow.Flow;
import keyturn.plan.step.Step;
import keyturn.plan.verify.Verification;
import keyturn.ui.parts.StepLine;
import keyturn.ui.parts.StepLine.Mark;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** The words for a verdict. */
enum Verdicts {
    MET(Tone.FINE),
    NOT_MET(Tone.DANGER),
    CANNOT_TELL(Tone.ATTENTION);

    private final Tone tone;

    Verdicts(Tone tone) {
        this.tone = tone;
    }

    /** The step as a row with its verdict. */
    static StepLine line(Step step, Verification.Verdict verdict) {
        StepLine planned = StepLine.planned(step);
        return switch (verdict) {
            case Verification.Met met ->
                planned.standing(Mark.DONE, met.found().text(), "").tagged(MET.tag());
            case Verification.NotMet not ->
                planned.standing(
                                Mark.FAILED,
                                Words.of(
                                        "verify.not",
                                        not.expected().text(),
                                        not.found().text()),
                                "")
                        .tagged(NOT_MET.tag());
            case Verification.CannotTell unsure ->
                planned.standing(Mark.UNSURE, unsure.why().text(), "").tagged(CANNOT_TELL.tag());
        };
    }

    private Tag tag() {
        return new Tag(tone, Words.of("verify.verdict." + name()));
    }

    /** What was done is called by its name. */
    static String title(Verification seen, Flow flow) {
        return switch (seen.overall()) {
            case DONE -> flow.words("window.done").text();
            case OLD_KEY_NEEDED -> Words.of("verify.overall.OLD_KEY_NEEDED", seen.names());
            case PENDING_RESTART, CANNOT_TELL, RESTART_FAILS, NOT_MET -> Words.of("verify.title." + seen.overall());
        };
    }
}
