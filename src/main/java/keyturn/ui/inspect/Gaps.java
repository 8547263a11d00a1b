package keyturn.ui.inspect;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import keyturn.domain.Fact;
import keyturn.domain.Inspection;
import keyturn.domain.Inspection.Database;
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
        return new ArrayList<>(found.gaps);
    }

    private void look(String what, Fact<?> fact) {
        String name = Words.of("inspect.gap." + what);
        switch (fact) {
            case Fact.Known<?> known -> {}
            case Fact.Unknown<?> unknown -> gaps.add(new Gap(name, unknown.why().text()));
            case Fact.NotPermitted<?> denied ->
                gaps.add(new Gap(
                        name, Words.of("inspect.needs", denied.permission().name())));
        }
    }
}
