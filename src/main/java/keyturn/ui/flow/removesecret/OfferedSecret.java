package keyturn.ui.flow.removesecret;

import java.util.Optional;
import keyturn.domain.azure.AzureSight.SecretSeen;
import keyturn.plan.fact.Times;
import keyturn.plan.flow.removesecret.RemoveFlow;

/** A secret that may be removed. */
record OfferedSecret(SecretSeen seen) {

    @Override
    public String toString() {
        Optional<String> end = seen.expires().map(Times::seconds);
        return RemoveFlow.NAME
                .words("window.secret.row", seen.label(), seen.keyId(), end.orElse("–"))
                .text();
    }
}
