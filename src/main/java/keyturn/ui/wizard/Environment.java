package keyturn.ui.wizard;

import java.util.Optional;
import keyturn.ui.parts.Tag;
import keyturn.ui.parts.Tone;
import keyturn.ui.parts.Words;

/** What a server is for, as its DBA says; the practice range says so itself. */
public enum Environment {
    NOT_SAID,
    TEST,
    PRODUCTION;

    /** The tag for the strip; none where nobody said. */
    public Optional<Tag> tag() {
        return switch (this) {
            case NOT_SAID -> Optional.empty();
            case TEST -> Optional.of(new Tag(Tone.INFO, Words.of("environment.tag." + name())));
            case PRODUCTION -> Optional.of(new Tag(Tone.PRODUCTION, Words.of("environment.tag." + name())));
        };
    }

    /** As the combo box shows it. */
    @Override
    public String toString() {
        return Words.of("environment." + name());
    }
}
