package keyturn.plan.forecast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.domain.inspection.Inspection.Provider;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.flow.Confirmation;

/** Makes one forecast. The way to a key is looked at once, however many databases it protects. */
final class Forecaster {

    /** It is made anew with each start. */
    private static final int TEMPDB = 2;

    /** States of a database that a start opens, or tries to. */
    private static final Set<String> STARTED = Set.of("RECOVERING", "RECOVERY_PENDING", "SUSPECT", "EMERGENCY");

    private final Inspection seen;
    private final Inspection.Facts facts;
    private final Outlook outlook;
    private final LastTests tests;
    private final Map<AsymmetricKey, Gathered> byKey = new HashMap<>();
    private final Gathered server = new Gathered();
    private final List<DatabaseForecast> databases = new ArrayList<>();

    Forecaster(Inspection seen, Outlook outlook) {
        this.seen = seen;
        this.facts = seen.facts();
        this.outlook = outlook;
        this.tests = new LastTests(facts, outlook.untraced());
    }

    Forecast forecast() {
        if (facts.databases().value().isEmpty()) {
            server.unread(Missing.Subject.DATABASES, facts.databases());
        }
        facts.databases().value().orElse(List.of()).stream()
                .filter(database -> database.id() != TEMPDB)
                .forEach(this::look);
        if (server.missing.isEmpty() && databases.isEmpty()) {
            server.evidence.add(new Evidence.NothingDepends());
        } else {
            if (seen.host().flatMap(Fact::value).isEmpty()) {
                server.notSeen.add(new NotSeen.Host());
            }
            server.evidence.stream()
                    .flatMap(one -> one.used().stream())
                    .max(Comparator.naturalOrder())
                    .ifPresent(at -> server.notSeen.add(new NotSeen.EngineRoute(at)));
            outlook.attested().stream()
                    .filter(Confirmation.OF_UPGRADE::contains)
                    .sorted()
                    .forEach(one -> server.notSeen.add(new NotSeen.Attested(one)));
        }
        return new Forecast(seen.takenAt(), server.answer(), databases, List.copyOf(server.warnings));
    }

    private void look(Database database) {
        if (!ConcernedDatabases.isOpen(database)) {
            closed(database);
            return;
        }
        if (database.key().value().isEmpty()) {
            Gathered own = new Gathered();
            own.unread(Missing.Subject.ENCRYPTION, database.key());
            add(database, own);
            return;
        }
        database.key()
                .value()
                .flatMap(key -> key)
                .filter(CatalogWords::isByAsymmetricKey)
                .ifPresent(key -> add(database, look(database, key)));
    }

    private void closed(Database database) {
        if (STARTED.contains(database.state())) {
            add(database, closedOnes(database));
        } else {
            server.notSeen.add(new NotSeen.NotStarted(database.name(), database.state()));
        }
    }

    /** Which key protects it is in no view while it is closed. Where none of this server's keys can be used, that is known. */
    private Gathered closedOnes(Database database) {
        Gathered own = new Gathered();
        List<Gathered> ways = facts.asymmetricKeys().value().orElse(List.of()).stream()
                .map(key -> byKey.computeIfAbsent(key, this::way))
                .toList();
        own.missing.add(new Missing.NotOpen(database.name(), database.state()));
        if (!ways.isEmpty() && ways.stream().noneMatch(way -> way.causes.isEmpty())) {
            ways.forEach(way -> own.causes.addAll(way.causes));
        }
        return own;
    }

    private void add(Database database, Gathered own) {
        databases.add(new DatabaseForecast(database.name(), own.answer()));
        server.add(own);
    }

    private Gathered look(Database database, EncryptionKey protectedBy) {
        Gathered own = new Gathered();
        if (facts.asymmetricKeys().value().isEmpty()) {
            own.unread(Missing.Subject.KEYS, facts.asymmetricKeys());
            return own;
        }
        Optional<AsymmetricKey> key = key(protectedBy.thumbprint());
        if (key.isEmpty()) {
            own.causes.add(new Cause.KeyGone(database.name(), protectedBy.thumbprint()));
            return own;
        }
        own.add(byKey.computeIfAbsent(key.get(), this::way));
        tests.look(database, protectedBy, own);
        return own;
    }

    private Optional<AsymmetricKey> key(Thumbprint thumbprint) {
        return facts.asymmetricKeys().value().orElse(List.of()).stream()
                .filter(key -> key.thumbprint().equals(thumbprint))
                .findFirst();
    }

    Gathered way(AsymmetricKey key) {
        Gathered way = new Gathered();
        Optional<Provider> provider = new ProviderRoute(seen, key, way).look();
        provider.flatMap(row -> new LoginRoute(seen, key, way).look(row)).ifPresent(credential -> {
            new VaultRoute(seen, key, outlook, way).look(credential);
            new SecretRoute(seen, outlook, way).look(credential);
        });
        return way;
    }
}
