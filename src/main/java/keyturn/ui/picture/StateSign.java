package keyturn.ui.picture;

import keyturn.plan.depend.Health;
import keyturn.ui.parts.Tone;

/** The sign and the colours by which a state is shown; its word is in {@link keyturn.plan.words.DependencyWords}. */
final class StateSign {

    private StateSign() {}

    static String sign(Health.State state) {
        return switch (state) {
            case UNUSED -> "";
            case NOT_SEEN, UNKNOWN -> "?";
            case FINE, ATTENTION, FAILING -> tone(state).sign();
        };
    }

    static Tone tone(Health.State state) {
        return switch (state) {
            case FINE -> Tone.FINE;
            case ATTENTION, UNKNOWN -> Tone.ATTENTION;
            case FAILING -> Tone.DANGER;
            case UNUSED, NOT_SEEN -> Tone.NEUTRAL;
        };
    }
}
