package keyturn.plan.flow.upgrade;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Fact;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.check.HostLook;
import keyturn.plan.flow.Confirmation;

/** What the host shows where it was read; what somebody must look at there where it was not. */
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
        Optional<Boolean> seen = SeenOnHost.answer(
                situation.inspection(), one, situation.choices().dll());
        if (seen.isPresent()) {
            return seen(situation, one, seen.get(), about);
        }
        return Findings.confirm(Area.HOST, word, one, look(situation, one), yes, about);
    }

    /** Nobody need confirm it, and nobody can against what was seen. */
    private static Finding seen(UpgradeSituation situation, Confirmation one, boolean yes, Object... about) {
        String word = one.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Severity severity = yes ? Severity.FINE : weight(one);
        Object[] told = one == Confirmation.NO_OTHER_INSTANCE && !yes ? sharing(situation, about) : about;
        return Findings.of(UpgradeFlow.NAME, Area.HOST, severity, (yes ? "seen." : "lacks.") + word, told)
                .findFirst()
                .orElseThrow();
    }

    /** Keys that are registered already open without rights on the registry. */
    private static Severity weight(Confirmation one) {
        return switch (one) {
            case REGISTRY_RIGHTS -> Severity.ATTENTION;
            case VC_RUNTIME, DOT_NET, ACCOUNT_READS, NO_OTHER_INSTANCE -> Severity.BLOCKS;
            case RESTORED_BACKUPS, VAULT_KEY -> Severity.CONFIRM;
        };
    }

    private static Object[] sharing(UpgradeSituation situation, Object... about) {
        String services = SeenOnHost.sharing(
                        situation.inspection(), situation.choices().dll())
                .stream()
                .map(HostSight.Service::displayName)
                .collect(Collectors.joining(", "));
        return new Object[] {about[0], services};
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
