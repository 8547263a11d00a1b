package keyturn.script.guard;

import java.util.ArrayList;
import java.util.List;
import keyturn.domain.Message;
import keyturn.domain.ProviderName;
import keyturn.plan.Plan;
import keyturn.plan.step.CredentialStep;
import keyturn.plan.step.KeyStep;
import keyturn.plan.step.SecretStep;
import keyturn.plan.step.Step;
import keyturn.script.TSql;

/** What a script asks of its own connection and login before its first step, so that nothing half done is left behind. */
final class CallerGuards {

    private static final String ON = "on";

    private CallerGuards() {}

    /** @param steps of the script at hand */
    static List<GuardFact> of(Plan plan, List<Step> steps) {
        List<GuardFact> facts = new ArrayList<>();
        if (sendSecret(steps)) {
            facts.add(encrypted());
        }
        KeyStep.opened(steps).findFirst().ifPresent(open -> facts.add(credential(plan, open)));
        return facts;
    }

    private static boolean sendSecret(List<Step> steps) {
        return CredentialStep.created(steps).findAny().isPresent()
                || SecretStep.replaced(steps).findAny().isPresent();
    }

    /** Asked in a batch before: once the batch with the secret has arrived, the secret has been on the wire. */
    private static GuardFact encrypted() {
        return new GuardFact(Message.of("script.guard.encrypted").text(), ON, """
            CASE WHEN (SELECT TOP (1) c.encrypt_option FROM sys.dm_exec_connections AS c WHERE c.session_id = @@SPID) = N'TRUE'
                THEN N'on' ELSE N'off' END""");
    }

    /**
     * SQL Server opens the key in the vault as the login that asks (33046 where it has no credential): the login to which the
     * plan lends one, or any that has one of its own. Once the key is opened, nobody needs it.
     */
    private static GuardFact credential(Plan plan, KeyStep.OpenKey open) {
        String opened = StepGuards.opened(List.of(open)).orElse("1 = 0");
        return CredentialStep.added(plan.steps())
                .filter(add -> isCallers(plan, add))
                .findFirst()
                .map(lent -> login(lent.login().value(), opened))
                .orElseGet(() -> GuardFact.presence(
                        Message.of("script.guard.caller", open.provider()),
                        true,
                        opened + " OR " + held(open.provider())));
    }

    /** Lent, or given to a login that is not that of a key: a key's own login cannot run anything. */
    private static boolean isCallers(Plan plan, CredentialStep.AddCredential add) {
        return add.temporary()
                || KeyStep.logins(plan.steps()).noneMatch(made -> made.login().equals(add.login()));
    }

    private static GuardFact login(String lent, String opened) {
        return new GuardFact(
                Message.of("script.guard.callerLogin").text(),
                lent,
                "CASE WHEN " + opened + " THEN " + TSql.literal(lent) + " ELSE SUSER_SNAME() END");
    }

    private static String held(ProviderName provider) {
        return """
                EXISTS (SELECT 1 FROM sys.server_principals AS s
                            JOIN sys.server_principal_credentials AS m ON m.principal_id = s.principal_id
                            JOIN sys.credentials AS c ON c.credential_id = m.credential_id
                            JOIN sys.cryptographic_providers AS p ON p.provider_id = c.target_id
                            WHERE c.target_type = N'CRYPTOGRAPHIC PROVIDER' AND s.sid = SUSER_SID() AND p.name = %s)""".formatted(TSql.literal(provider.value()));
    }
}
