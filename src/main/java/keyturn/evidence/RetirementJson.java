package keyturn.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import keyturn.domain.Message;
import keyturn.domain.Retention;
import keyturn.domain.Thumbprint;
import keyturn.domain.azure.VaultMatch;
import keyturn.plan.verify.Retirement;

/** How long a replaced key is needed, as JSON. */
final class RetirementJson {

    private RetirementJson() {}

    static JsonNode of(Retirement report) {
        Retirement.OldKey old = report.old();
        ObjectNode node = Json.NODES
                .objectNode()
                .put("about", old.words().text())
                .put("asymmetricKey", old.name().value())
                .put("thumbprint", old.thumbprint().map(Thumbprint::toString).orElse(null));
        node.set("logins", FactJson.list(old.logins(), FactJson::text));
        node.set("credentials", FactJson.list(old.credentials(), FactJson::text));
        node.put("vaultKey", old.vaultKey().map(RetirementJson::address).orElse(null));
        node.put("retention", report.retention().map(Retention::toString).orElse(null));
        node.set("found", FactJson.list(report.found(), message -> FactJson.text(message.text())));
        switch (report.verdict()) {
            case Retirement.No no -> {
                node.put("verdict", "No");
                node.set("because", FactJson.list(no.because(), RetirementJson::text));
            }
            case Retirement.NotBefore not -> {
                node.put("verdict", "NotBefore").put("date", not.date().toString());
                node.set("if", FactJson.list(not.provided(), RetirementJson::text));
            }
        }
        node.put("words", report.words().text());
        node.set("reasons", FactJson.list(report.reasons(), RetirementJson::text));
        return node.put("stays", report.stays().text());
    }

    private static String address(VaultMatch match) {
        return match.vault().address().uri() + "/keys/" + match.key().name() + "/"
                + match.version().id();
    }

    private static JsonNode text(Message message) {
        return FactJson.text(message.text());
    }
}
