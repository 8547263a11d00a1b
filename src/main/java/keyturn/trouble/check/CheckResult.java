package keyturn.trouble.check;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.domain.Message;
import keyturn.plan.check.HostLook;
import keyturn.trouble.CheckName;
import keyturn.trouble.RootCause;

/**
 * What a check found.
 *
 * @param lines what was seen, one thing each; the first says most
 * @param causes what explains it, the most likely first; none where nothing is wrong
 * @param look what shows on the host what could not be read from here
 */
public record CheckResult(
        CheckName check, State state, List<Message> lines, List<RootCause> causes, Optional<HostLook> look) {

    public CheckResult {
        lines = List.copyOf(lines);
        causes = List.copyOf(causes);
    }

    /** How it stands; the worst first. */
    public enum State {
        /** Something is wrong. */
        FOUND,
        /** Nothing is wrong yet. */
        ATTENTION,
        NOT_PERMITTED,
        UNKNOWN,
        FINE;

        public String slug() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public Message title() {
            return Message.of("trouble.state." + slug());
        }
    }
}
