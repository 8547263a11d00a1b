package keyturn.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import keyturn.domain.Message;
import keyturn.tools.BesideOthers;
import keyturn.trouble.Knowledge;
import keyturn.trouble.RootCause;
import org.junit.jupiter.api.Test;

/** The hint beside a refused statement says nothing else than what is known of its code. */
@BesideOthers
final class ProviderCodesTest {

    private static final Map<String, Set<RootCause>> CAUSES = Map.of(
            "authentication",
            Set.of(RootCause.CALLER_WITHOUT_CREDENTIAL),
            "signIn",
            Set.of(
                    RootCause.SECRET_WRONG,
                    RootCause.SECRET_EXPIRED,
                    RootCause.SECRET_LAYOUT,
                    RootCause.SIGN_IN_REFUSED,
                    RootCause.TENANT_WRONG),
            "forbidden",
            Set.of(RootCause.RIGHTS_MISSING, RootCause.KEY_DISABLED, RootCause.VAULT_FIREWALL),
            "gone",
            Set.of(RootCause.KEY_DELETED, RootCause.KEY_NAME_WRONG, RootCause.VAULT_NAME_WRONG),
            "name",
            Set.of(RootCause.KEY_NAME_INVALID, RootCause.KEY_NAME_WRONG, RootCause.KEY_KIND),
            "registry",
            Set.of(RootCause.REGISTRY_RIGHTS, RootCause.REGISTRY_CLASH),
            "network",
            Set.of(
                    RootCause.NO_ROUTE,
                    RootCause.PROXY,
                    RootCause.TLS_INTERCEPTED,
                    RootCause.VAULT_GONE,
                    RootCause.VAULT_NAME_WRONG,
                    RootCause.SERVICE_DOWN,
                    RootCause.SIGN_IN_DOWN),
            "unsent",
            Set.of(RootCause.RUNTIME_MISSING, RootCause.NO_ROUTE),
            "notSupported",
            Set.of(RootCause.KEY_KIND, RootCause.CONNECTOR_OLD, RootCause.UNSUPPORTED_OPERATION),
            "busy",
            Set.of(RootCause.THROTTLED, RootCause.SERVICE_DOWN));

    @Test
    void eachHintIsAboutTheFirstCauseOfItsCode() {
        Map<Integer, String> wrong = new TreeMap<>();
        Knowledge.all().codes().forEach((number, code) -> {
            Optional<Message> hint = ProviderCodes.next("Provider error code: " + number + ".");
            String kind =
                    hint.map(said -> said.key().replace("sql.provider.", "")).orElse("");
            RootCause first = code.causes().getFirst();
            if (!kind.isEmpty() && !CAUSES.getOrDefault(kind, Set.of()).contains(first)) {
                wrong.put(number, kind + " but " + first.slug());
            }
        });
        assertEquals(Map.of(), wrong);
    }
}
