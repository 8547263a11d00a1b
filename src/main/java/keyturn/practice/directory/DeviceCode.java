package keyturn.practice.directory;

import java.time.Instant;
import java.util.Optional;

/**
 * A sign-in that waits for somebody to say yes elsewhere.
 *
 * @param person id of who said yes
 */
record DeviceCode(
        String code,
        String userCode,
        String tenant,
        String clientId,
        String scope,
        Instant until,
        Optional<String> person,
        boolean declined) {

    DeviceCode by(String who) {
        return new DeviceCode(code, userCode, tenant, clientId, scope, until, Optional.of(who), false);
    }

    DeviceCode refused() {
        return new DeviceCode(code, userCode, tenant, clientId, scope, until, Optional.empty(), true);
    }

    /** Without the codes: each of them opens something. */
    @Override
    public String toString() {
        return "device code until " + until;
    }
}
