package keyturn.practice.server.views;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Modes of an application lock; the last two come about where one owner holds two others at once. */
public enum LockMode {
    INTENT_SHARED("IntentShared", "IS"),
    SHARED("Shared", "S"),
    UPDATE("Update", "U"),
    INTENT_EXCLUSIVE("IntentExclusive", "IX"),
    EXCLUSIVE("Exclusive", "X"),
    SHARED_INTENT_EXCLUSIVE("SharedIntentExclusive", "SIX"),
    UPDATE_INTENT_EXCLUSIVE("UpdateIntentExclusive", "UIX");

    private static final Set<LockMode> ASKED_FOR = EnumSet.range(INTENT_SHARED, EXCLUSIVE);

    /** Which other owners' modes each bears. */
    private static final Map<LockMode, Set<LockMode>> BEARS = Map.of(
            INTENT_SHARED,
                    Set.of(
                            INTENT_SHARED,
                            SHARED,
                            UPDATE,
                            INTENT_EXCLUSIVE,
                            SHARED_INTENT_EXCLUSIVE,
                            UPDATE_INTENT_EXCLUSIVE),
            SHARED, Set.of(INTENT_SHARED, SHARED, UPDATE),
            UPDATE, Set.of(INTENT_SHARED, SHARED),
            INTENT_EXCLUSIVE, Set.of(INTENT_SHARED, INTENT_EXCLUSIVE),
            EXCLUSIVE, Set.of(),
            SHARED_INTENT_EXCLUSIVE, Set.of(INTENT_SHARED),
            UPDATE_INTENT_EXCLUSIVE, Set.of(INTENT_SHARED));

    private final String title;
    private final String sign;

    LockMode(String title, String sign) {
        this.title = title;
        this.sign = sign;
    }

    /** As {@code sp_getapplock} takes it and {@code APPLOCK_MODE} tells it. */
    String title() {
        return title;
    }

    /** As {@code sys.dm_tran_locks} shows it. */
    String sign() {
        return sign;
    }

    /** One of those that can be asked for. */
    public static Optional<LockMode> of(String title) {
        String wanted = title.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(ASKED_FOR::contains)
                .filter(m -> m.title.toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst();
    }

    /** Whether another owner may hold that mode beside this one. */
    public boolean bears(LockMode other) {
        return BEARS.getOrDefault(this, Set.of()).contains(other);
    }

    /** What one owner holds who has both. */
    public LockMode with(LockMode other) {
        if (covers(other)) {
            return this;
        }
        if (other.covers(this)) {
            return other;
        }
        boolean update = this == UPDATE || other == UPDATE || this == UPDATE_INTENT_EXCLUSIVE;
        return update ? UPDATE_INTENT_EXCLUSIVE : SHARED_INTENT_EXCLUSIVE;
    }

    /** It bears nothing that the other does not. */
    private boolean covers(LockMode other) {
        return Arrays.stream(values()).allMatch(m -> !bears(m) || other.bears(m));
    }
}
