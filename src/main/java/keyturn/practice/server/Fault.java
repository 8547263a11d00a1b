package keyturn.practice.server;

import java.time.DateTimeException;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something that is made to go wrong: {@code drop-after@alter-provider:1}, {@code provider-code=3303}, {@code slow}.
 *
 * @param code of {@code provider-code}, the minutes of {@code utc-offset}; 0 else
 * @param when kind of statement that it waits for; empty: any
 * @param count which one of them after the fault was set, from 1; 0: each
 */
record Fault(String text, Kind kind, int code, Optional<StatementWord> when, int count) {

    /**
     * What can be made to go wrong.
     *
     * | fault | strikes | what happens |
     * |---|---|---|
     * | `drop-before` | any statement | the connection dies; nothing was done |
     * | `drop-after` | any statement | it is done; the connection dies instead of an answer |
     * | `hold-request` | any statement | it waits until released, then runs; it does not where its client has gone meanwhile, as a server cancels what nobody waits for |
     * | `hold-response` | any statement | it runs; its answer waits until released; the rest of the batch does not run where its client has gone |
     * | `slow` | any statement | two seconds pass first |
     * | `hollow` | any statement that `WHEN` names; without: each that changes server or database settings | answers done, does nothing |
     * | `bad-signature` | FROM FILE, ENABLE, restart | the DLL's signature fails: 33027, ERRORLOG 33081; the catalog stays |
     * | `provider-code=N` | FROM FILE, ENABLE, CREATE ASYMMETRIC KEY, encryption keys, SET ENCRYPTION, backup, SET ONLINE, restart | the provider answers N: loading a DLL fails with 33029; opening, wrapping or unwrapping a key with 33028, after which a backup ends with 3013, SET ONLINE with 5181 and 5069, and a start leaves the database RECOVERY_PENDING |
     * | `secret-rejected` | as `provider-code`, but for loading a DLL | the vault takes no secret: 3303 |
     * | `throttle` | likewise | the vault has been asked too often: 3109 |
     * | `start-fails` | restart | the server stays down and takes no connection, until restarted without the fault |
     * | `ack-recovery` | logins | a client is told that it may come back to a lost session: Microsoft's drivers then reconnect an idle connection without a word, in the same database, without the locks, options and transaction that were lost |
     * | `key-sid-shown` | the catalog | `sid` of a provider's asymmetric key is that of its login; without, it is NULL, and the login's SID ends in the key's thumbprint |
     * | `quiet-log` | log backups | nothing else goes on: a log backup leaves the current part of the log alone; without, work goes on, and the part before it stays active until the next log backup |
     * | `utc-offset=+HH:MM` | the clock | the server's local time is so far from UTC from now on; what was written down before keeps the local time of then. The one set last counts |
     * | `key-sid-opaque` | the catalog | `sid` is NULL, and the login's SID tells nothing of its key |
     *
     * A restart is named `restart`. `@WHEN:COUNT` strikes the COUNT-th such statement after the fault was set; without
     * a count each.
     */
    enum Kind {
        DROP_BEFORE,
        DROP_AFTER,
        HOLD_REQUEST,
        HOLD_RESPONSE,
        HOLLOW,
        SLOW,
        BAD_SIGNATURE,
        PROVIDER_CODE,
        SECRET_REJECTED,
        THROTTLE,
        START_FAILS,
        ACK_RECOVERY,
        KEY_SID_SHOWN,
        KEY_SID_OPAQUE,
        QUIET_LOG,
        UTC_OFFSET;

        /** Strikes no statement. */
        private boolean lasts() {
            return switch (this) {
                case ACK_RECOVERY, KEY_SID_SHOWN, KEY_SID_OPAQUE, QUIET_LOG, UTC_OFFSET -> true;
                case DROP_BEFORE, DROP_AFTER, HOLD_REQUEST, HOLD_RESPONSE, HOLLOW, SLOW -> false;
                case BAD_SIGNATURE, PROVIDER_CODE, SECRET_REJECTED, THROTTLE, START_FAILS -> false;
            };
        }

        /** A value as it may have; empty: it takes none. */
        private String example() {
            return this == PROVIDER_CODE ? "3303" : this == UTC_OFFSET ? "+01:00" : "";
        }

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** @throws IllegalArgumentException that says what is known, for an unknown fault, kind or count */
    static Fault parse(String text) {
        String[] parts = text.split("@", 2);
        String[] named = parts[0].split("=", 2);
        Kind kind = Arrays.stream(Kind.values())
                .filter(k -> k.word().equals(named[0]))
                .findFirst()
                .orElseThrow(() -> unknown("fault", named[0], kinds()));
        if (kind.example().isEmpty() != (named.length == 1)) {
            throw new IllegalArgumentException(
                    named.length == 2
                            ? "The fault '" + named[0] + "' takes no value."
                            : "The fault '" + named[0] + "' needs a value: " + named[0] + "=" + kind.example() + ".");
        }
        if (kind.lasts() && parts.length == 2) {
            throw new IllegalArgumentException("The fault '" + kind.word() + "' strikes no statements.");
        }
        int code = named.length == 1
                ? 0
                : kind == Kind.UTC_OFFSET ? minutes(named[1]) : number("provider code", named[1], 0);
        return parts.length == 1
                ? new Fault(text, kind, code, Optional.empty(), 0)
                : when(text, kind, code, parts[1].split(":", 2));
    }

    private static Fault when(String text, Kind kind, int code, String[] when) {
        StatementWord statement = StatementWord.of(when[0])
                .orElseThrow(() -> unknown(
                        "kind of statement",
                        when[0],
                        Arrays.stream(StatementWord.values())
                                .map(StatementWord::word)
                                .collect(Collectors.joining(" "))));
        int count = when.length == 1 ? 0 : number("count", when[1], 1);
        return new Fault(text, kind, code, Optional.of(statement), count);
    }

    /** Whether it strikes such a statement where none is named: a hollow read would only break the client. */
    boolean unnamed(StatementWord statement) {
        return kind != Kind.HOLLOW || statement.changes();
    }

    private static String kinds() {
        return Arrays.stream(Kind.values()).map(Kind::word).collect(Collectors.joining(" "));
    }

    private static IllegalArgumentException unknown(String what, String word, String known) {
        return new IllegalArgumentException("Unknown " + what + " '" + word + "'. Known: " + known + ".");
    }

    private static int minutes(String text) {
        try {
            return ZoneOffset.of(text).getTotalSeconds() / 60;
        } catch (DateTimeException noOffset) {
            throw new IllegalArgumentException("'" + text + "' is no offset from UTC such as +01:00.", noOffset);
        }
    }

    private static int number(String what, String text, int least) {
        if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < least) {
            throw new IllegalArgumentException("The " + what + " '" + text + "' is not a number from " + least + ".");
        }
        return Integer.parseInt(text);
    }
}
