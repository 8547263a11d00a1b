package keyturn.practice.vault;

import java.time.Clock;
import java.util.List;
import java.util.function.Supplier;
import keyturn.practice.directory.Caller;
import keyturn.practice.directory.Tokens;
import keyturn.practice.web.Request;

/** Who comes in: a token of the vault's tenant for vaults, then an address that is let in, then a right. */
final class Guard {

    private static final String AUDIENCE = "https://vault.azure.net";

    private final Tokens tokens;
    private final Clock clock;
    private final Supplier<String> login;

    /** @param login address of the sign-in, without a slash at its end */
    Guard(Tokens tokens, Clock clock, Supplier<String> login) {
        this.tokens = tokens;
        this.clock = clock;
        this.login = login;
    }

    private String challenge(Vault vault) {
        return "Bearer authorization=\"" + login.get() + "/" + vault.site().tenant() + "\", resource=\"" + AUDIENCE
                + "\"";
    }

    /** @throws keyturn.practice.web.Refusal 401, or 403 for an address that is shut out */
    Caller caller(Request request, Vaults vaults, Vault vault) {
        String challenge = challenge(vault);
        String token = request.bearer()
                .orElseThrow(() ->
                        Problems.unauthorized("AKV10000", "Request is missing a Bearer or PoP token.", challenge));
        Caller caller = known(token, challenge);
        if (!caller.audience().equals(AUDIENCE)) {
            throw Problems.unauthorized(
                    vaults.unwritten().of(Unwritten.WRONG_AUDIENCE),
                    "Invalid audience. Expected " + AUDIENCE + ", found: " + caller.audience() + ".",
                    challenge);
        }
        if (!caller.tenant().equals(vault.site().tenant())) {
            throw Problems.unauthorized(
                    "AKV10032",
                    "Invalid issuer. Expected one of https://sts.windows.net/"
                            + vault.site().tenant() + "/, found " + caller.issuer() + ".",
                    challenge);
        }
        Firewall firewall = vault.settings().firewall();
        if (!firewall.publicAccess()) {
            throw Problems.privateOnly(caller, vault);
        }
        if (!firewall.lets(Firewall.CLIENT)) {
            throw Problems.firewall(Firewall.CLIENT, caller, vault);
        }
        return caller;
    }

    private Caller known(String token, String challenge) {
        try {
            return tokens.caller(token);
        } catch (Tokens.BadToken e) {
            throw e.expired()
                    ? Problems.unauthorized("AKV10046", "Token is expired.", challenge)
                    : Problems.unauthorized("AKV10001", "Unable to read the bearer token.", challenge);
        }
    }

    /**
     * @param object what it is done to, as a path below the vault: /keys/name
     * @throws keyturn.practice.web.Refusal 403
     */
    void demand(Caller caller, Vaults vaults, Vault vault, Operation operation, String object) {
        if (vault.settings().rbac()) {
            List<Role> roles = vaults.held(caller.objectId(), vault.id() + object, clock.instant());
            if (roles.stream().noneMatch(r -> r.allowsData(operation.action()))) {
                throw Problems.noRole(operation, caller, vault, object);
            }
            return;
        }
        List<AccessPolicy> own = vault.policies().stream()
                .filter(p -> p.objectId().equalsIgnoreCase(caller.objectId()))
                .toList();
        if (own.isEmpty()) {
            throw Problems.unknownCaller(caller, vault);
        }
        if (own.stream().noneMatch(p -> p.allows(operation.kind(), operation.permission()))) {
            throw Problems.noPermission(operation, caller, vault, vaults.unwritten());
        }
    }
}
