package keyturn.plan.depend;

import java.time.Instant;
import keyturn.domain.FileVersion;
import keyturn.domain.LoginName;
import keyturn.domain.Message;
import keyturn.plan.depend.Health.State;
import keyturn.plan.forecast.Cause;
import keyturn.plan.forecast.Missing;
import keyturn.plan.forecast.Warning;

/** Why a part stands as it does. */
public sealed interface Reason {

    State state();

    /** A restart would fail because of this. */
    record Fails(Cause cause) implements Reason {
        @Override
        public State state() {
            return State.FAILING;
        }
    }

    /** Whether a restart would succeed is unknown because of this. */
    record Unclear(Missing missing) implements Reason {
        @Override
        public State state() {
            return State.UNKNOWN;
        }
    }

    /** A later restart would fail because of this. */
    record Soon(Warning warning) implements Reason {
        @Override
        public State state() {
            return State.ATTENTION;
        }
    }

    /** The key is older than the period after which it is to be rotated. */
    record RotationDue(Instant due) implements Reason {
        @Override
        public State state() {
            return State.ATTENTION;
        }
    }

    /** Microsoft's pages name a newer build of the connector. */
    record OldBuild(FileVersion is, FileVersion newest) implements Reason {
        @Override
        public State state() {
            return State.ATTENTION;
        }
    }

    record Unread(Message why) implements Reason {
        @Override
        public State state() {
            return State.UNKNOWN;
        }
    }

    /** It could not be followed further, for a reason that is told elsewhere. */
    record NotFound() implements Reason {
        @Override
        public State state() {
            return State.UNKNOWN;
        }
    }

    /** The target has no door to this vault. */
    record NoDoor() implements Reason {
        @Override
        public State state() {
            return State.NOT_SEEN;
        }
    }

    record Unused() implements Reason {
        @Override
        public State state() {
            return State.UNUSED;
        }
    }

    /** A credential that no key login carries, but the login that looked: with it this login creates keys. */
    record OfCaller(LoginName login) implements Reason {
        @Override
        public State state() {
            return State.UNUSED;
        }
    }

    /** SQL Server does not show which key it belongs to. */
    record KeyNotShown() implements Reason {
        @Override
        public State state() {
            return State.UNKNOWN;
        }
    }
}
