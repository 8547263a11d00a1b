package keyturn.plan.flow.upgrade;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.inspection.Fact;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.check.StartUp;
import keyturn.plan.flow.Confirmation;

/** What only somebody on the host can see, until there is a door to it. */
final class HostChecks {

    /** Findings that a start of the service would run into. */
    private static final List<String> AT_START = List.of("plan.file.missing", "plan.ekm.off", "plan.lane.");

    /** Connector 1.0.4.0 needs the runtime of 2013 everywhere, newer ones that of 2015 from SQL Server 2016 on. */
    private static final String RUNTIME_NEW = "2015";

    private HostChecks() {}

    static Stream<Finding> confirmed(UpgradeSituation situation) {
        return Confirmation.OF_UPGRADE.stream().map(one -> confirmed(situation, one));
    }

    private static Finding confirmed(UpgradeSituation situation, Confirmation one) {
        boolean yes = situation.choices().attested().contains(one);
        String word = one.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Object[] about = about(situation, one);
        return Findings.confirm(Area.HOST, word, one, yes, about);
    }

    private static Object[] about(UpgradeSituation situation, Confirmation one) {
        return switch (one) {
            case VC_RUNTIME -> new Object[] {RUNTIME_NEW};
            case DOT_NET -> new Object[] {};
            case REGISTRY_RIGHTS -> new Object[] {account(situation)};
            case ACCOUNT_READS ->
                new Object[] {account(situation), situation.choices().dll()};
            case VAULT_KEY -> new Object[] {};
        };
    }

    private static String account(UpgradeSituation situation) {
        Fact<String> account = situation.inspection().facts().around().serviceAccount();
        return account.value().orElse(Message.of("plan.confirm.account-unknown").text());
    }

    /** Whether a restart would succeed. */
    static StartUp startUp(List<Finding> findings, UpgradeChoices choices) {
        List<Finding> against = findings.stream()
                .filter(finding -> finding.severity() == Severity.BLOCKS)
                .filter(finding -> AT_START.stream().anyMatch(finding.code()::startsWith))
                .toList();
        if (!against.isEmpty()) {
            return new StartUp.No(against);
        }
        List<Confirmation> open = Confirmation.OF_UPGRADE.stream()
                .filter(one -> !choices.attested().contains(one))
                .toList();
        return open.isEmpty() ? new StartUp.Likely() : new StartUp.CannotTell(open);
    }
}
