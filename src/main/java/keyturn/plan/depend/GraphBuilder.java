package keyturn.plan.depend;

import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.DatabaseName;
import keyturn.domain.Message;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.Inspection.AsymmetricKey;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EncryptionKey;
import keyturn.plan.check.Blocks;
import keyturn.plan.fact.ConcernedDatabases;
import keyturn.plan.forecast.DatabaseForecast;
import keyturn.plan.forecast.Forecast;
import keyturn.plan.forecast.RestartAnswer;

/** Makes one graph. Each database is looked at once. */
final class GraphBuilder {

    /** It is made anew with each start. */
    private static final int TEMPDB = 2;

    private static final PartId UNSEEN_KEY = new PartId.Unseen(PartKind.KEY, "");

    private final Inspection seen;
    private final Inspection.Facts facts;
    private final Forecast forecast;
    private final Period rotation;
    private final Map<DatabaseName, RestartAnswer> answers;
    private final Map<Thumbprint, PartId> byThumbprint = new LinkedHashMap<>();
    private final Map<PartId, List<KeyedDatabase>> databases = new LinkedHashMap<>();
    private final List<DatabaseName> notStarted = new ArrayList<>();
    private int plain;
    private int byCertificate;

    GraphBuilder(Inspection seen, Forecast forecast, Period rotation) {
        this.seen = seen;
        this.facts = seen.facts();
        this.forecast = forecast;
        this.rotation = rotation;
        this.answers = forecast.databases().stream()
                .collect(Collectors.toMap(
                        DatabaseForecast::database, DatabaseForecast::answer, (first, second) -> first));
    }

    DependencyGraph graph() {
        List<AsymmetricKey> keys = facts.asymmetricKeys().value().orElse(List.of());
        keys.forEach(key -> byThumbprint.putIfAbsent(key.thumbprint(), new PartId.OfKey(key.name())));
        facts.databases().value().orElse(List.of()).stream()
                .filter(database -> database.id() != TEMPDB)
                .forEach(this::look);
        databases
                .values()
                .forEach(on -> on.sort(
                        Comparator.comparing((KeyedDatabase one) -> one.health().state())
                                .reversed()));
        List<Chain> chains = chains(keys);
        Reasons reasons = new Reasons(facts, chains);
        reasons.addAll(forecast);
        PartsBuilder builder = new PartsBuilder(seen, chains, databases, reasons, rotation);
        List<Part> parts = builder.parts();
        Optional<Message> unread = facts.databases().value().isPresent()
                ? Optional.empty()
                : Optional.of(Blocks.reason(facts.databases()));
        return new DependencyGraph(
                chains,
                parts,
                builder.loose(),
                databases,
                new Remainder(plain, byCertificate, notStarted, unread),
                Partnership.of(facts));
    }

    /** Keys that databases depend on come first; those that master lacks or that could not be read after them. */
    private List<Chain> chains(List<AsymmetricKey> keys) {
        ChainFinder finder = new ChainFinder(facts);
        List<Chain> chains = new ArrayList<>();
        keys.stream()
                .map(finder::of)
                .sorted(Comparator.comparing(chain -> !databases.containsKey(chain.key())))
                .forEach(chains::add);
        Set<PartId> found = chains.stream().map(Chain::key).collect(Collectors.toSet());
        long used = chains.stream()
                .filter(chain -> databases.containsKey(chain.key()))
                .count();
        databases.keySet().stream()
                .filter(key -> !found.contains(key))
                .map(Chain::ofKeyAlone)
                .forEach(chain -> chains.add((int) used, chain));
        return chains;
    }

    private void look(Database database) {
        Optional<RestartAnswer> answer = Optional.ofNullable(answers.get(database.name()));
        if (!ConcernedDatabases.isOpen(database)) {
            if (answer.isPresent()) {
                add(UNSEEN_KEY, database, answer);
            } else {
                notStarted.add(database.name());
            }
            return;
        }
        if (database.key().value().isEmpty()) {
            add(UNSEEN_KEY, database, answer);
            return;
        }
        database.key().value().get().ifPresentOrElse(key -> protectedBy(key, database, answer), () -> plain++);
    }

    private void protectedBy(EncryptionKey key, Database database, Optional<RestartAnswer> answer) {
        if (!CatalogWords.isByAsymmetricKey(key)) {
            byCertificate++;
        } else if (facts.asymmetricKeys().value().isEmpty()) {
            add(UNSEEN_KEY, database, answer);
        } else {
            PartId missing = new PartId.OfMissingKey(key.thumbprint());
            add(byThumbprint.getOrDefault(key.thumbprint(), missing), database, answer);
        }
    }

    private void add(PartId key, Database database, Optional<RestartAnswer> answer) {
        Health health = answer.map(GraphBuilder::health).orElse(new Health(Health.State.FINE, List.of()));
        databases
                .computeIfAbsent(key, first -> new ArrayList<>())
                .add(new KeyedDatabase(database.name(), database.state(), health));
    }

    private static Health health(RestartAnswer answer) {
        return switch (answer) {
            case RestartAnswer.Opens opens -> Health.of(true, List.of());
            case RestartAnswer.Fails fails ->
                Health.of(
                        true,
                        fails.causes().stream().<Reason>map(Reason.Fails::new).toList());
            case RestartAnswer.Uncertain uncertain ->
                Health.of(
                        true,
                        uncertain.missing().stream()
                                .<Reason>map(Reason.Unclear::new)
                                .toList());
        };
    }
}
