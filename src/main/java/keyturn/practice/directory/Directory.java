package keyturn.practice.directory;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import keyturn.practice.web.Switch;

/**
 * All tenants.
 *
 * @param spread how long a new secret is refused until every server knows it
 * @param unwritten how sign-in and Graph behave where no document says it
 */
public record Directory(List<Tenant> tenants, Duration spread, List<DeviceCode> waiting, Switch.Choice unwritten) {

    public Directory {
        tenants = List.copyOf(tenants);
        waiting = List.copyOf(waiting);
    }

    public Directory(List<Tenant> tenants, Duration spread) {
        this(tenants, spread, List.of(), Switch.Choice.STANDARD);
    }

    public Directory with(Switch.Choice choice) {
        return new Directory(tenants, spread, waiting, choice);
    }

    /** By id or domain. */
    public Optional<Tenant> tenant(String word) {
        return tenants.stream().filter(t -> t.called(word)).findFirst();
    }

    public Directory with(Tenant changed) {
        return new Directory(
                tenants.stream()
                        .map(t -> t.id().equals(changed.id()) ? changed : t)
                        .toList(),
                spread,
                waiting,
                unwritten);
    }

    Directory with(DeviceCode code) {
        List<DeviceCode> more = new ArrayList<>(waiting);
        more.add(code);
        return new Directory(tenants, spread, more, unwritten);
    }

    Directory without(String deviceCode) {
        return new Directory(
                tenants,
                spread,
                waiting.stream().filter(w -> !w.code().equals(deviceCode)).toList(),
                unwritten);
    }

    Directory each(Function<DeviceCode, DeviceCode> change) {
        return new Directory(tenants, spread, waiting.stream().map(change).toList(), unwritten);
    }

    /** An id that follows from what it is for, so that a scenario has the same ones each time. */
    public static String id(String what) {
        return UUID.nameUUIDFromBytes(("keyturn practice " + what).getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .toString();
    }
}
