package keyturn.inspect;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import keyturn.domain.AsymmetricKeyName;
import keyturn.domain.CredentialName;
import keyturn.domain.DllPath;
import keyturn.domain.InvalidValue;
import keyturn.domain.LoginName;
import keyturn.domain.Message;
import keyturn.domain.Permission;
import keyturn.domain.ProviderName;
import keyturn.domain.Thumbprint;
import keyturn.domain.inspection.Fact;
import keyturn.domain.inspection.Inspection;
import keyturn.domain.inspection.KeyLogins;
import keyturn.domain.inspection.MadeFrom;
import keyturn.domain.inspection.ServerStart;
import keyturn.domain.inspection.Surroundings;

/** From rows to the facts of an inspection. */
final class FactMaker {

    private final SectionAnswers answers;
    private final Rights rights;
    private final Fact<List<Inspection.LoadedModule>> modules;

    /** @param modules as {@link #modules}, with the dates of their files */
    FactMaker(SectionAnswers answers, Rights rights, Fact<List<Inspection.LoadedModule>> modules) {
        this.modules = modules;
        this.answers = answers;
        this.rights = rights;
    }

    /** @param around what stands around the connector */
    Inspection.Facts facts(Surroundings around) {
        return new Inspection.Facts(
                answers.map(Section.TOPOLOGY, FactMaker::topology),
                answers.map(Section.EKM, FactMaker::ekm),
                answers.list(Section.PROVIDERS, FactMaker::provider),
                modules,
                new DatabaseFacts(answers).databases(),
                answers.list(Section.ASYMMETRIC_KEYS, FactMaker::asymmetricKey),
                answers.list(Section.CREDENTIALS, FactMaker::credential),
                keyLogins(),
                answers.map(Section.DLL_FILES, FactMaker::dllFiles),
                permissions(),
                startedAt(answers),
                around);
    }

    private static Inspection.Topology topology(List<Row> rows) {
        if (rows.isEmpty()) {
            throw new Row.Unexpected(Message.of("inspect.noAnswer"));
        }
        Row row = rows.getFirst();
        return new Inspection.Topology(row.flag("is_clustered"), row.flag("is_hadr_enabled"));
    }

    private static Inspection.EkmSwitch ekm(List<Row> rows) {
        if (rows.isEmpty()) {
            throw new Row.Unexpected(Message.of("inspect.noEkmSwitch"));
        }
        Row row = rows.getFirst();
        return new Inspection.EkmSwitch(row.flag("configured"), row.flag("running"));
    }

    private static Inspection.Provider provider(Row row) {
        return new Inspection.Provider(
                row.number("provider_id"),
                new ProviderName(row.text("name")),
                row.text("guid"),
                row.text("version"),
                row.text("dll_path"),
                row.flag("is_enabled"));
    }

    /** The view writes versions as {@code 15.0:300.96}; elsewhere they are written with dots alone. */
    private static Inspection.LoadedModule module(Row row) {
        return new Inspection.LoadedModule(
                row.text("name"), row.text("file_version").replace(':', '.'));
    }

    private static Inspection.AsymmetricKey asymmetricKey(Row row) {
        return new Inspection.AsymmetricKey(
                new AsymmetricKeyName(row.text("name")),
                Thumbprint.of(row.bytes("thumbprint")),
                row.text("guid"),
                row.number("key_length"));
    }

    private static Inspection.Credential credential(Row row) {
        return new Inspection.Credential(
                row.number("credential_id"),
                new CredentialName(row.text("name")),
                row.text("credential_identity"),
                row.number("target_id"));
    }

    /** A login whose key no SID shows is brought to it where no other one is left. */
    private Fact<List<Inspection.KeyLogin>> keyLogins() {
        Fact<List<Inspection.AsymmetricKey>> keys = answers.list(Section.ASYMMETRIC_KEYS, FactMaker::asymmetricKey);
        return answers.map(
                Section.KEY_LOGINS,
                rows -> KeyLogins.completed(
                        rows.stream().map(FactMaker::keyLogin).toList(),
                        keys.value().orElse(List.of())));
    }

    private static Inspection.KeyLogin keyLogin(Row row) {
        return new Inspection.KeyLogin(
                new LoginName(row.text("name")),
                madeFrom(row, "key_name", MadeFrom.Link.SID)
                        .or(() -> madeFrom(row, "key_of_thumbprint", MadeFrom.Link.THUMBPRINT)),
                row.optionalText("credential_name").map(CredentialName::new),
                row.flag("is_disabled"));
    }

    private static Optional<MadeFrom> madeFrom(Row row, String column, MadeFrom.Link link) {
        return row.optionalText(column).map(key -> new MadeFrom(new AsymmetricKeyName(key), link));
    }

    private static List<Inspection.DllFile> dllFiles(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> dllPath(row.text("path")))
                .map(Inspection.DllFile::new)
                .toList();
    }

    /** A file at a path that FROM FILE would not take is none to offer. */
    private static Stream<DllPath> dllPath(String path) {
        try {
            return Stream.of(new DllPath(path));
        } catch (InvalidValue unusable) {
            return Stream.empty();
        }
    }

    /** What is loaded, as far as one view tells. */
    static Fact<List<Inspection.LoadedModule>> modules(SectionAnswers answers) {
        return answers.list(Section.MODULES, FactMaker::module);
    }

    static Fact<ServerStart> startedAt(SectionAnswers answers) {
        return answers.map(Section.STARTED, FactMaker::startedAt);
    }

    private static ServerStart startedAt(List<Row> rows) {
        if (rows.isEmpty()) {
            throw new Row.Unexpected(Message.of("inspect.noAnswer"));
        }
        Row row = rows.getFirst();
        return new ServerStart(
                row.local("sqlserver_start_time"), row.offset("server_now").getOffset());
    }

    private Fact<List<Permission>> permissions() {
        Stream<Permission> inDatabases = answers.rows(Section.DATABASES).value().stream()
                .flatMap(List::stream)
                .flatMap(FactMaker::permissionsIn);
        return new Fact.Known<>(
                Stream.concat(rights.list().stream(), inDatabases).toList(), "HAS_PERMS_BY_NAME");
    }

    private static Stream<Permission> permissionsIn(Row row) {
        String database = row.text("name");
        return Stream.of(
                        Optional.of(new Permission("BACKUP DATABASE", database)).filter(p -> row.yes("may_back_up")),
                        Optional.of(new Permission("BACKUP LOG", database)).filter(p -> row.yes("may_back_up_log")),
                        Optional.of(new Permission("CONTROL", database)).filter(p -> row.yes("may_control")))
                .flatMap(Optional::stream);
    }
}
