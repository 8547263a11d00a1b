package keyturn.plan.check;

import java.util.Locale;
import keyturn.domain.Message;

/** What a preflight looks at, in the order of a DBA's list; each with its title and the document or view it rests on. */
public enum Area {
    VERSION,
    EDITION,
    PERMISSION,
    EKM,
    PROVIDER,
    CALLER,
    RESTART,
    OLD_KEY,
    NEW_KEY,
    KEY_BACKUP,
    SECRET,
    PATH,
    BUILD,
    FILE,
    TOPOLOGY,
    DATABASES,
    SCAN,
    TESTS,
    NAMES,
    SESSIONS,
    USERS,
    BACKUPS,
    JOBS,
    HOST;

    Message title() {
        return Message.of("plan.area." + word());
    }

    Message source() {
        return Message.of("plan.area." + word() + ".source");
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
