package keyturn.ui.home;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.AzureSight;
import keyturn.domain.azure.VaultSight;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.ui.parts.Words;

/** What an inspection could not read, and what that needs. */
final class Gaps {

    private final Set<Gap> gaps = new LinkedHashSet<>();

    private Gaps() {}

    static List<Gap> of(Inspection.Facts facts) {
        Gaps found = new Gaps();
        found.look("ekm", facts.ekm());
        found.look("providers", facts.providers());
        found.look("loaded", facts.loadedModules());
        found.look("databases", facts.databases());
        for (Database database : facts.databases().value().orElse(List.of())) {
            found.look("deks", database.key());
            found.look("chain", database.logBackupPossible());
        }
        found.look("keys", facts.asymmetricKeys());
        found.look("credentials", facts.credentials());
        found.look("logins", facts.keyLogins());
        found.look("files", facts.dllFiles());
        found.look("permissions", facts.permissions());
        found.look("start", facts.startedAt());
        found.look("registrations", facts.around().registrations());
        facts.azure().ifPresent(found::look);
        return new ArrayList<>(found.gaps);
    }

    /** What stands in a problem is said once; its next step stands with the vault. */
    private void look(AzureSight sight) {
        for (Problem problem : sight.problems()) {
            gaps.add(new Gap(Words.of("home.gap.azure"), problem.summary().text()));
        }
        Set<Message> said = sight.problems().stream().map(Problem::summary).collect(Collectors.toSet());
        for (VaultSight vault : sight.vaults()) {
            look("vaultKeys", vault.keys(), vault, said);
            look("vaultRights", vault.rights(), vault, said);
            for (VaultSight.Key key : vault.keys().value().orElse(List.of())) {
                look("vaultVersions", key.versions(), vault, said);
            }
        }
        look(Words.of("home.gap.application"), sight.application(), said);
    }

    private void look(String what, Fact<?> fact, VaultSight vault, Set<Message> said) {
        look(Words.of("home.gap." + what, vault.address().name()), fact, said);
    }

    private void look(String name, Fact<?> fact, Set<Message> said) {
        boolean told = fact instanceof Fact.Unknown<?> unknown && said.contains(unknown.why());
        if (!told) {
            Shown.why(fact).ifPresent(why -> gaps.add(new Gap(name, why)));
        }
    }

    private void look(String what, Fact<?> fact) {
        String name = Words.of("home.gap." + what);
        Shown.why(fact).ifPresent(why -> gaps.add(new Gap(name, why)));
    }
}
