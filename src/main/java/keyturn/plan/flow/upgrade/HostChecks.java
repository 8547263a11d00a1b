package keyturn.plan.flow.upgrade;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.inspection.Fact;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Findings;
import keyturn.plan.check.HostLook;
import keyturn.plan.flow.Confirmation;

/** What only somebody on the host can see, until there is a door to it. */
final class HostChecks {

    /** Connector 1.0.4.0 needs the runtime of 2013 everywhere, newer ones that of 2015 from SQL Server 2016 on. */
    private static final String RUNTIME_NEW = "2015";

    private HostChecks() {}

    static Stream<Finding> confirmed(UpgradeSituation situation) {
        return asked(situation.choices().lane()).stream().map(one -> confirmed(situation, one));
    }

    static List<Confirmation> asked(Lane lane) {
        return switch (lane) {
            case Lane.InPlace in -> Confirmation.OF_UPGRADE;
            case Lane.Stop stop -> Confirmation.OF_STOP;
        };
    }

    private static Finding confirmed(UpgradeSituation situation, Confirmation one) {
        boolean yes = situation.choices().attested().contains(one);
        String word = one.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Object[] about = about(situation, one);
        return Findings.confirm(Area.HOST, word, one, look(situation, one), yes, about);
    }

    private static Optional<HostLook> look(UpgradeSituation situation, Confirmation one) {
        return switch (one) {
            case VC_RUNTIME -> Optional.of(new HostLook.VisualCppRuntime());
            case DOT_NET -> Optional.of(new HostLook.DotNet());
            case REGISTRY_RIGHTS -> Optional.of(new HostLook.RegistryRights());
            case ACCOUNT_READS ->
                Optional.of(new HostLook.FileRights(situation.choices().dll()));
            case NO_OTHER_INSTANCE, RESTORED_BACKUPS, VAULT_KEY -> Optional.empty();
        };
    }

    private static Object[] about(UpgradeSituation situation, Confirmation one) {
        return switch (one) {
            case VC_RUNTIME -> new Object[] {RUNTIME_NEW};
            case DOT_NET -> new Object[] {};
            case REGISTRY_RIGHTS -> new Object[] {account(situation)};
            case ACCOUNT_READS ->
                new Object[] {account(situation), situation.choices().dll()};
            case NO_OTHER_INSTANCE -> new Object[] {situation.choices().dll().folder()};
            case RESTORED_BACKUPS, VAULT_KEY -> new Object[] {};
        };
    }

    private static String account(UpgradeSituation situation) {
        Fact<String> account = situation.inspection().facts().around().serviceAccount();
        return account.value().orElse(Message.of("plan.confirm.account-unknown").text());
    }
}
