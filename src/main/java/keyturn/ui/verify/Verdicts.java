package keyturn.ui.verify;

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

    Tag tag() {
        return new Tag(tone, Words.of("verify.verdict." + name()));
    }
}
