package keyturn.plan.flow.enableekm;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.check.Area;
import keyturn.plan.check.Finding;
import keyturn.plan.check.Finding.Severity;
import keyturn.plan.check.Findings;
import keyturn.plan.check.HostLook;
import keyturn.plan.flow.Confirmation;

/** What the DLL needs on the host, and what the service account may there: as it was read, else as somebody confirms it. */
final class EnableEkmHostChecks {

    /** Connector 1.0.5.0 and later need the runtime of 2015. */
    private static final String RUNTIME = "2015";

    private EnableEkmHostChecks() {}

    /** A provider that is there was loaded before. */
    static Stream<Finding> all(EnableEkmSituation situation) {
        return situation.row().isPresent()
                ? Stream.empty()
                : Confirmation.OF_UPGRADE.stream()
                        .flatMap(one -> look(situation, one).stream().map(look -> of(situation, one, look)));
    }

    private static Finding of(EnableEkmSituation situation, Confirmation one, HostLook look) {
        String word = one.name().toLowerCase(Locale.ROOT).replace('_', '-');
        Object[] about = about(situation, one);
        Optional<Boolean> seen = SeenOnHost.answer(
                situation.inspection(), one, situation.choices().dll());
        if (seen.isEmpty()) {
            boolean given = situation.choices().attested().contains(one);
            return Findings.confirm(Area.HOST, word, one, Optional.of(look), given, about);
        }
        Severity severity = seen.get() ? Severity.FINE : weight(situation, one);
        return EnableEkmChecks.found(Area.HOST, severity, (seen.get() ? "seen." : "lacks.") + word, about)
                .findFirst()
                .orElseThrow();
    }

    /** A server that opens no key yet can be given the rights on the registry later. */
    private static Severity weight(EnableEkmSituation situation, Confirmation one) {
        boolean opensKey = situation.choices().key().isPresent();
        return switch (one) {
            case REGISTRY_RIGHTS -> opensKey ? Severity.BLOCKS : Severity.ATTENTION;
            case VC_RUNTIME, DOT_NET, ACCOUNT_READS -> Severity.BLOCKS;
            case NO_OTHER_INSTANCE, RESTORED_BACKUPS, VAULT_KEY -> Severity.CONFIRM;
        };
    }

    private static Optional<HostLook> look(EnableEkmSituation situation, Confirmation one) {
        return switch (one) {
            case VC_RUNTIME -> Optional.of(new HostLook.VisualCppRuntime());
            case DOT_NET -> Optional.of(new HostLook.DotNet());
            case REGISTRY_RIGHTS -> Optional.of(new HostLook.RegistryRights());
            case ACCOUNT_READS ->
                Optional.of(new HostLook.FileRights(situation.choices().dll()));
            case NO_OTHER_INSTANCE, RESTORED_BACKUPS, VAULT_KEY -> Optional.empty();
        };
    }

    private static Object[] about(EnableEkmSituation situation, Confirmation one) {
        return switch (one) {
            case VC_RUNTIME -> new Object[] {RUNTIME};
            case DOT_NET -> new Object[] {};
            case REGISTRY_RIGHTS -> new Object[] {account(situation)};
            case ACCOUNT_READS ->
                new Object[] {account(situation), situation.choices().dll()};
            case NO_OTHER_INSTANCE, RESTORED_BACKUPS, VAULT_KEY -> new Object[] {};
        };
    }

    private static String account(EnableEkmSituation situation) {
        return situation
                .inspection()
                .facts()
                .around()
                .serviceAccount()
                .value()
                .orElseGet(() -> EnableEkmFlow.NAME.words("account").text());
    }
}
