package keyturn.practice.server;

import java.util.ArrayList;
import java.util.List;
import keyturn.practice.server.state.KeySids;

/** The faults that are set, each with its own count of the statements it has seen. */
final class Faults {

    private final List<Armed> armed = new ArrayList<>();

    private static final class Armed {
        private final Fault fault;
        private int seen;

        private Armed(Fault fault) {
            this.fault = fault;
        }

        private boolean meets(StatementWord kind) {
            if (fault.when().isPresent() && fault.when().get() != kind) {
                return false;
            }
            seen++;
            return fault.count() == 0 || fault.count() == seen;
        }
    }

    synchronized void set(Fault fault) {
        armed.add(new Armed(fault));
    }

    /** By its whole text, or by its name alone. */
    synchronized boolean clear(String text) {
        return armed.removeIf(
                a -> a.fault.text().equals(text) || a.fault.kind().word().equals(text));
    }

    /** Those that strike this statement. A statement that only leads to others is never struck without being named. */
    synchronized Strike meet(StatementWord kind) {
        List<Fault> met = new ArrayList<>();
        for (Armed each : armed) {
            boolean named = each.fault.when().isPresent();
            if ((named || (!kind.leads() && each.fault.unnamed(kind))) && each.meets(kind)) {
                met.add(each.fault);
            }
        }
        return new Strike(met);
    }

    /** Whether one is set that strikes no statement. */
    synchronized boolean isSet(Fault.Kind kind) {
        return armed.stream().anyMatch(a -> a.fault.kind() == kind);
    }

    /** What the catalog shows of the logins made from keys. */
    KeySids keySids() {
        return isSet(Fault.Kind.KEY_SID_OPAQUE)
                ? KeySids.OPAQUE
                : isSet(Fault.Kind.KEY_SID_SHOWN) ? KeySids.SHOWN : KeySids.NULL;
    }

    /** A log backup frees all but the current part. */
    boolean quietLog() {
        return isSet(Fault.Kind.QUIET_LOG);
    }

    /** Minutes east of UTC of the server's local time. */
    synchronized int utcOffset() {
        return armed.stream()
                .filter(a -> a.fault.kind() == Fault.Kind.UTC_OFFSET)
                .mapToInt(a -> a.fault.code())
                .reduce(0, (before, last) -> last);
    }

    /** What strikes one statement. */
    record Strike(List<Fault> faults) {

        private static final int REJECTED = 3303;
        private static final int THROTTLED = 3109;

        static final Strike NONE = new Strike(List.of());

        Strike {
            faults = List.copyOf(faults);
        }

        boolean has(Fault.Kind kind) {
            return faults.stream().anyMatch(f -> f.kind() == kind);
        }

        /** The code with which the vault is made to answer the provider, or the provider the engine; 0 for none. */
        int vault() {
            int provider = code();
            return provider != 0
                    ? provider
                    : has(Fault.Kind.SECRET_REJECTED) ? REJECTED : has(Fault.Kind.THROTTLE) ? THROTTLED : 0;
        }

        /** The code with which the provider is made to answer; 0 for none. */
        int code() {
            return faults.stream()
                    .filter(f -> f.kind() == Fault.Kind.PROVIDER_CODE)
                    .mapToInt(Fault::code)
                    .findFirst()
                    .orElse(0);
        }
    }
}
