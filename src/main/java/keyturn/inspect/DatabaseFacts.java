package keyturn.inspect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import keyturn.domain.DatabaseName;
import keyturn.domain.InvalidValue;
import keyturn.domain.Message;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.CatalogWords;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection.Database;
import keyturn.domain.inspection.Inspection.EncryptionKey;

/** Brings each database together with its key and its log chain; the list itself is that of {@code sys.databases}. */
final class DatabaseFacts {

    private final SectionAnswers answers;
    private final Fact<Map<Integer, Row>> keys;
    private final Fact<Map<Integer, Row>> chains;
    private final PartnerFacts partners;

    DatabaseFacts(SectionAnswers answers) {
        this.answers = answers;
        this.keys = answers.map(Section.ENCRYPTION_KEYS, DatabaseFacts::byId);
        this.chains = answers.map(Section.LOG_CHAINS, DatabaseFacts::byId);
        this.partners = new PartnerFacts(answers);
    }

    Fact<List<Database>> databases() {
        return answers.list(Section.DATABASES, this::database);
    }

    private Database database(Row row) {
        int id = row.number("database_id");
        String state = row.text("state_desc");
        String recovery = row.text("recovery_model_desc");
        DatabaseName name = new DatabaseName(row.text("name"));
        return new Database(
                id,
                name,
                state,
                recovery,
                row.flag("is_read_only"),
                key(id, state),
                chain(id, recovery),
                partners.of(id, name, state.equals(CatalogWords.ONLINE)));
    }

    private Fact<Optional<EncryptionKey>> key(int id, String state) {
        return switch (keys) {
            case Fact.Known<Map<Integer, Row>> known -> {
                Row row = known.content().get(id);
                yield row == null ? withoutRow(state) : key(row);
            }
            case Fact.Unknown<Map<Integer, Row>> unknown -> new Fact.Unknown<>(unknown.why());
            case Fact.NotPermitted<Map<Integer, Row>> denied -> new Fact.NotPermitted<>(denied.permission());
        };
    }

    /** Only of an open database does a missing row say that it has no key. */
    private static Fact<Optional<EncryptionKey>> withoutRow(String state) {
        return state.equals(CatalogWords.ONLINE)
                ? new Fact.Known<>(Optional.empty(), Section.ENCRYPTION_KEYS.source())
                : new Fact.Unknown<>(Message.of("inspect.keyOfClosed", state));
    }

    private static Fact<Optional<EncryptionKey>> key(Row row) {
        try {
            int state = row.number("encryption_state");
            return new Fact.Known<>(
                    state == 0
                            ? Optional.empty()
                            : Optional.of(new EncryptionKey(
                                    state,
                                    Thumbprint.of(row.bytes("encryptor_thumbprint")),
                                    row.text("encryptor_type"),
                                    row.optionalText("encryption_scan_state_desc"))),
                    Section.ENCRYPTION_KEYS.source());
        } catch (Row.Unexpected unexpected) {
            return new Fact.Unknown<>(unexpected.why());
        } catch (InvalidValue invalid) {
            return new Fact.Unknown<>(invalid.problem().summary());
        }
    }

    private Fact<Boolean> chain(int id, String recovery) {
        if (recovery.equals(CatalogWords.SIMPLE)) {
            return new Fact.Known<>(false, Section.DATABASES.source());
        }
        return switch (chains) {
            case Fact.Known<Map<Integer, Row>> known -> {
                Row row = known.content().get(id);
                yield row == null
                        ? new Fact.Unknown<>(Message.of("inspect.noRow", Section.LOG_CHAINS.source()))
                        : new Fact.Known<>(row.flag("chain"), Section.LOG_CHAINS.source());
            }
            case Fact.Unknown<Map<Integer, Row>> unknown -> new Fact.Unknown<>(unknown.why());
            case Fact.NotPermitted<Map<Integer, Row>> denied -> new Fact.NotPermitted<>(denied.permission());
        };
    }

    static Map<Integer, Row> byId(List<Row> rows) {
        Map<Integer, Row> byId = new HashMap<>();
        rows.forEach(row -> byId.put(row.number("database_id"), row));
        return byId;
    }
}
