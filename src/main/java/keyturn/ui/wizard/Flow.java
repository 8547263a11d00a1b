package keyturn.ui.wizard;

import keyturn.plan.flow.Choices;
import keyturn.ui.parts.Words;

/** What the wizard is used for this time. */
public enum Flow {
    UPGRADE,
    ROTATE;

    /** The flow that these choices, or this way back, belong to. */
    public static Flow of(Choices choices) {
        return choices.flow().name().value().equals("upgrade") ? UPGRADE : ROTATE;
    }

    /** In the DBA's words: {@code Upgrade the connector}. */
    public String title() {
        return Words.of("flow." + name());
    }

    /** How it is done, in half a line. */
    public String about() {
        return Words.of("flow." + name() + ".about");
    }
}
