package keyturn.domain.inspection;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.OneLine;

/**
 * The one written form of facts that a digest is taken over: the same facts give the same text on every machine, in
 * whatever order they were read. One line a fact, one line an element; texts in quotes, with backslash, quote and all that
 * would break the line escaped, so that no value can look like another fact.
 */
final class CanonicalFacts {

    private CanonicalFacts() {}

    static String written(Inspection.ServerIdentity identity, Inspection.Facts facts) {
        var lines = new StringBuilder();
        line(lines, "server", row(identity.name(), identity.productVersion(), identity.edition()));
        line(lines, "node", row(identity.node(), identity.practice()));
        line(lines, "topology", fact(facts.topology(), it -> row(it.clustered(), it.hadrEnabled())));
        line(lines, "ekm", fact(facts.ekm(), ekm -> row(ekm.configured(), ekm.running())));
        list(lines, "providers", facts.providers(), CanonicalFacts::provider);
        list(lines, "loadedModules", facts.loadedModules(), CanonicalFacts::module);
        list(lines, "databases", facts.databases(), CanonicalFacts::database);
        list(lines, "asymmetricKeys", facts.asymmetricKeys(), CanonicalFacts::key);
        list(lines, "credentials", facts.credentials(), CanonicalFacts::credential);
        list(lines, "keyLogins", facts.keyLogins(), CanonicalFacts::login);
        list(lines, "dllFiles", facts.dllFiles(), file -> row(file.path()));
        around(lines, facts.around());
        facts.azure().ifPresent(sight -> new CanonicalAzure(lines).write(sight));
        return lines.toString();
    }

    private static void around(StringBuilder lines, Surroundings around) {
        line(lines, "listener", fact(around.listener(), listener -> row(text(listener))));
        var uses = around.otherUses().value().orElse(List.of()).stream();
        uses.filter(use -> use.kind() == Surroundings.UseKind.DATABASE_KEY)
                .map(use -> row(use.database(), use.what(), use.providerGuid()))
                .sorted()
                .forEach(text -> line(lines, " databaseKeys", text));
    }

    private static String provider(Inspection.Provider row) {
        return row(row.id(), row.name(), row.guid(), row.version(), row.dllPath(), row.enabled());
    }

    private static String module(Inspection.LoadedModule row) {
        return row(row.path(), row.version()) + " fileDate " + fact(row.fileDate(), CanonicalFacts::row);
    }

    private static String login(Inspection.KeyLogin row) {
        return row(row.name(), row.key().map(AsymmetricKeyName::value).orElse(""), text(row.credential()))
                + (row.disabled() ? " disabled" : "");
    }

    private static String database(Inspection.Database row) {
        String key = fact(
                row.key(),
                found -> found.map(dek -> row(
                                dek.state(),
                                dek.thumbprint(),
                                dek.protectorType(),
                                dek.scan().orElse("")))
                        .orElse("none"));
        return row(row.id(), row.name(), row.state(), row.recoveryModel(), row.readOnly()) + " key " + key
                + " logBackupPossible " + fact(row.logBackupPossible(), String::valueOf) + partners(row.partners());
    }

    private static String partners(Inspection.Partners partners) {
        return " availabilityGroup "
                + fact(
                        partners.availabilityGroup(),
                        group -> group.map(CanonicalFacts::row).orElse("none"))
                + " mirrored " + fact(partners.mirrored(), String::valueOf)
                + " logShipped " + fact(partners.logShipped(), String::valueOf);
    }

    private static String key(Inspection.AsymmetricKey row) {
        return row(row.name(), row.thumbprint(), row.providerGuid(), row.length());
    }

    private static String credential(Inspection.Credential row) {
        return row(row.id(), row.name(), row.identity(), row.providerId());
    }

    static <T> void list(StringBuilder lines, String name, Fact<List<T>> fact, Function<T, String> row) {
        line(lines, name, fact(fact, elements -> String.valueOf(elements.size())));
        fact.value().stream().flatMap(List::stream).map(row).sorted().forEach(text -> line(lines, " " + name, text));
    }

    static <T> String fact(Fact<T> fact, Function<T, String> known) {
        return switch (fact) {
            case Fact.Known<T> value -> known.apply(value.content());
            case Fact.Unknown<T> unknown -> "unknown";
            case Fact.NotPermitted<T> denied ->
                "notPermitted "
                        + row(denied.permission().name(), denied.permission().securable());
        };
    }

    static void line(StringBuilder lines, String name, String text) {
        lines.append(name).append(' ').append(text).append('\n');
    }

    static String row(Object... cells) {
        var row = new StringBuilder();
        for (Object cell : cells) {
            row.append(row.isEmpty() ? "" : " ")
                    .append('"')
                    .append(escaped(cell.toString()))
                    .append('"');
        }
        return row.toString();
    }

    static String text(Optional<?> value) {
        return value.map(Object::toString).orElse("");
    }

    private static String escaped(String text) {
        return OneLine.shown(text.replace("\\", "\\\\").replace("\"", "\\\"").replace("<U+", "\\<U+"));
    }
}
