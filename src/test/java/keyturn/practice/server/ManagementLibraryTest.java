package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.state.AvailabilityGroup;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.Instance;
import keyturn.practice.server.state.Provider;
import keyturn.practice.tsql.syntax.Parser;
import keyturn.practice.tsql.syntax.Statement;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Microsoft's management library, on which Management Studio stands, opens a range and finds what is in it. */
@BesideOthers
@Tag("matrix")
final class ManagementLibraryTest {

    @TempDir
    Path folder;

    /** Questions whose lines a query gives too, each line as one text. */
    private static final Map<String, String> QUERIES = Map.ofEntries(
            Map.entry("databases", """
                    SELECT CONCAT(d.name, '|', d.database_id, '|',
                        CASE d.state WHEN 0 THEN 'Normal' WHEN 1 THEN 'Restoring, AutoClosed'
                            WHEN 3 THEN 'RecoveryPending, AutoClosed' WHEN 4 THEN 'Suspect, AutoClosed'
                            WHEN 6 THEN 'Offline, AutoClosed' END, '|',
                        IIF(d.is_encrypted = 1, 'True', 'False'), '|', IIF(k.database_id IS NULL, 'False', 'True'), '|',
                        CASE d.recovery_model WHEN 1 THEN 'Full' WHEN 2 THEN 'BulkLogged' ELSE 'Simple' END, '|Version',
                        d.compatibility_level, '|', SUSER_SNAME(d.owner_sid), '|',
                        CASE d.user_access WHEN 0 THEN 'Multiple' WHEN 1 THEN 'Single' ELSE 'Restricted' END, '|',
                        IIF(d.is_read_only = 1, 'True', 'False'))
                    FROM sys.databases d LEFT JOIN sys.dm_database_encryption_keys k ON k.database_id = d.database_id"""),
            Map.entry("providers", """
                    SELECT CONCAT(c.provider_id, '|', c.name, '|', c.dll_path, '|', IIF(c.is_enabled = 1, 'True', 'False'),
                        '|', LOWER(CAST(c.guid AS nvarchar(36))), '|', p.provider_version, '|', p.sqlcrypt_version, '|Basic|',
                        IIF(p.asymmetric_key_support = 1, 'True', 'False'), '|',
                        IIF(p.asymmetric_key_persistance = 1, 'True', 'False'), '|',
                        IIF(p.asymmetric_key_export = 1, 'True', 'False'), '|',
                        IIF(p.asymmetric_key_import = 1, 'True', 'False'), '|',
                        IIF(p.symmetric_key_support = 1, 'True', 'False'))
                    FROM sys.cryptographic_providers c
                    JOIN sys.dm_cryptographic_provider_properties p ON p.provider_id = c.provider_id"""),
            Map.entry("credentials", """
                    SELECT CONCAT(c.credential_id, '|', c.name, '|', c.credential_identity, '|',
                        IIF(p.name IS NULL, 'None', 'CryptographicProvider'), '|', p.name, '|',
                        CONVERT(varchar(19), c.create_date, 120), '|', CONVERT(varchar(19), c.modify_date, 120))
                    FROM sys.credentials c LEFT JOIN sys.cryptographic_providers p ON p.provider_id = c.target_id"""),
            Map.entry("logins", """
                    SELECT CONCAT(l.principal_id, '|', l.name, '|', CASE l.type WHEN 'S' THEN 'SqlLogin' WHEN 'K' THEN
                        'AsymmetricKey' WHEN 'C' THEN 'Certificate' WHEN 'U' THEN 'WindowsUser' END, '|',
                        IIF(l.is_disabled = 1, 'True', 'False'), '|', k.name, '|', CONVERT(varchar(19), l.create_date, 120))
                    FROM sys.server_principals l LEFT JOIN master.sys.asymmetric_keys k ON k.sid = l.sid
                    WHERE l.type <> 'R' AND l.principal_id NOT BETWEEN 101 AND 255"""),
            Map.entry("asymmetricKeys", """
                    SELECT CONCAT(k.asymmetric_key_id, '|', k.name, '|', p.name, '|', IIF(k.algorithm = '3R', 'Rsa2048',
                        'Rsa1024'), '|', k.key_length, '|', CONVERT(varchar(80), k.thumbprint, 2))
                    FROM master.sys.asymmetric_keys k
                    JOIN sys.cryptographic_providers p ON p.guid = k.cryptographic_provider_guid"""),
            Map.entry("configuration", """
                    SELECT CONCAT(c.configuration_id, '|', c.name, '|', CAST(c.value AS int), '|', CAST(c.value_in_use AS int),
                        '|', CAST(c.minimum AS int), '|', CAST(c.maximum AS int), '|', IIF(c.is_dynamic = 1, 'True', 'False'),
                        '|', IIF(c.is_advanced = 1, 'True', 'False')) FROM sys.configurations c"""),
            Map.entry("roles", """
                    SELECT CONCAT(r.principal_id, '|', r.name, '|', IIF(r.is_fixed_role = 1, 'True', 'False'), '|sa')
                    FROM sys.server_principals r WHERE r.type = 'R'"""),
            Map.entry("administrators", """
                    SELECT SUSER_NAME(m.member_principal_id) FROM sys.server_role_members m WHERE m.role_principal_id = 3"""),
            Map.entry("jobSteps", """
                    SELECT CONCAT(s.step_name, '|', s.database_name, '|', s.command) FROM msdb.dbo.sysjobsteps s"""),
            Map.entry("backups", """
                    SELECT CONCAT(b.database_name, '|', CASE b.type WHEN 'D' THEN 1 WHEN 'I' THEN 2 WHEN 'L' THEN 3 END, '|',
                        CONVERT(varchar(19), b.backup_finish_date, 120))
                    FROM msdb.dbo.backupset b WHERE HAS_DBACCESS(b.database_name) = 1"""));

    @ParameterizedTest
    @ValueSource(
            strings = {"healthy", "old-2016", "sql-2019", "sql-2025", "ag3", "hostile", "not-open", "case-sensitive"})
    void theLibraryFindsWhatTheDriverReads(String scenario) throws IOException, SQLException {
        try (Range range = Range.start(RangeOptions.of(scenario).withFaults(List.of("key-sid-shown")));
                RangeClient client = RangeClient.administrator(range)) {
            var library = ManagementLibrary.opens(range, folder);
            assertEquals(unanswered(scenario), library.errors());
            for (var query : QUERIES.entrySet()) {
                List<String> rows = client.run(query.getValue()).rows().stream()
                        .map(List::getFirst)
                        .sorted()
                        .toList();
                assertEquals(rows, library.sorted(query.getKey()), query.getKey());
            }
            Instance instance = range.server().instance();
            assertAll(
                    () -> assertEquals(encryption(instance), library.sorted("encryption")),
                    () -> assertEquals(about(instance.identity()), library.lines("information")),
                    () -> assertEquals(errorLog(instance), library.lines("errorLog")),
                    () -> assertEquals(files(instance), library.sorted("files")),
                    () -> assertEquals(
                            scenario.equals("ag3"), instance.topology().hadrEnabled()),
                    () -> assertGroups(instance, library),
                    () -> assertProvidersAreScripted(instance, library.lines("providerScripts")),
                    () -> assertEquals(
                            instance.databases().stream()
                                    .filter(d -> d.online() && !d.system())
                                    .map(d -> "CREATE DATABASE [" + d.name().replace("]", "]]") + "]")
                                    .map(t -> t.lines().findFirst().orElse(""))
                                    .sorted()
                                    .toList(),
                            library.sorted("databaseScripts").stream()
                                    .map(String::stripTrailing)
                                    .toList()));
        }
    }

    /** Two of its questions write a column of the catalog with a capital letter that it does not have. */
    private static Map<String, String> unanswered(String scenario) {
        return scenario.equals("case-sensitive")
                ? Map.of(
                        "request Server/Database[@Name='master']/Table",
                        "207 Invalid column name 'Filestream_data_space_id'.",
                        "request Server/Database[@Name='master']/XmlSchemaCollection",
                        "207 Invalid column name 'Name'.")
                : Map.of();
    }

    private static List<String> about(Identity identity) {
        String data = identity.folder() + "\\DATA";
        return List.of(String.join(
                "|",
                identity.version().toString(),
                identity.edition(),
                identity.machine(),
                identity.folder(),
                data,
                data,
                identity.folder() + "\\Log",
                identity.collation().name() + "|Microsoft SQL Server|NT x64"));
    }

    private static List<String> encryption(Instance instance) {
        List<String> keys = new ArrayList<>();
        for (Database database : instance.databases()) {
            database.dek().filter(dek -> database.online()).ifPresent(dek -> {
                String encryptor = instance.security()
                        .key(dek.thumbprint())
                        .map(k -> k.name() + "|ServerAsymmetricKey")
                        .orElseGet(() -> instance.security().certificates().stream()
                                .filter(c -> c.thumbprint().equals(dek.thumbprint()))
                                .map(c -> c.name() + "|ServerCertificate")
                                .findFirst()
                                .orElse("|ServerAsymmetricKey"));
                String state = List.of(
                                "None",
                                "Unencrypted",
                                "EncryptionInProgress",
                                "Encrypted",
                                "EncryptionKeyChangesInProgress",
                                "DecryptionInProgress")
                        .get(dek.state());
                keys.add(String.join(
                        "|",
                        database.name(),
                        encryptor,
                        state,
                        "Aes" + dek.cipher().bits(),
                        dek.thumbprint().toString().replaceFirst("^0x", "")));
            });
        }
        return keys.stream().sorted().toList();
    }

    private static List<String> errorLog(Instance instance) {
        return instance.history().errorLog().stream()
                .map(l -> l.source() + "|" + l.text())
                .toList();
    }

    private static List<String> files(Instance instance) {
        return instance.databases().stream()
                .filter(Database::online)
                .flatMap(d -> d.files().stream())
                .map(f -> f.name() + "|" + f.path() + "|" + 8 * f.pages())
                .sorted()
                .toList();
    }

    /** Each provider's script makes it again: parsed, it has the provider's name and file. */
    private static void assertProvidersAreScripted(Instance instance, List<String> scripts) {
        List<String> made = new ArrayList<>();
        for (String script : scripts) {
            if (Parser.parse(script, true).statements().getFirst() instanceof Statement.CreateProvider create) {
                made.add(create.name() + " " + create.file());
            }
        }
        assertEquals(
                instance.ekm().providers().stream()
                        .map((Provider p) -> p.name() + " " + p.path())
                        .sorted()
                        .toList(),
                made.stream().sorted().toList());
    }

    private static void assertGroups(Instance instance, ManagementLibrary library) {
        List<AvailabilityGroup> groups = instance.topology().groups();
        String server = instance.identity().serverName();
        assertEquals(
                groups.stream()
                        .map(g -> g.name() + "|" + g.primary().orElseThrow().server() + "|"
                                + (g.replica(server).orElseThrow().primary() ? "Primary" : "Secondary"))
                        .toList(),
                library.lines("groups"));
        assertEquals(
                groups.stream()
                        .flatMap(g -> g.replicas().stream())
                        .map(r -> r.server() + "|" + (r.synchronous() ? "Synchronous" : "Asynchronous") + "Commit|"
                                + (r.automatic() ? "Automatic" : "Manual"))
                        .sorted()
                        .toList(),
                library.sorted("replicas"));
        assertEquals(
                groups.stream().flatMap(g -> g.databases().stream()).sorted().toList(),
                library.sorted("groupDatabases"));
        assertEquals(
                groups.stream()
                        .flatMap(g -> g.listeners().stream())
                        .map(l -> l.name() + "|" + l.port())
                        .sorted()
                        .toList(),
                library.sorted("listeners"));
    }

    @Test
    void aLoginThatMayOnlyConnectSeesLittleAndIsToldWhatItMayNot() throws IOException {
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(List.of("key-sid-shown")))) {
            var library = ManagementLibrary.opens(range, range.reader(), range.readerPassword(), folder);
            assertEquals(
                    range.server().instance().databases().size(),
                    library.lines("databases").size());
            assertEquals(List.of(), library.lines("credentials"));
            assertEquals(List.of(), library.lines("asymmetricKeys"));
            assertEquals(
                    List.of("reader", "sa"),
                    library.sorted("logins").stream()
                            .map(l -> l.split("\\|")[1])
                            .sorted()
                            .toList());
            for (String question : List.of("errorLog", "jobs", "request Server/JobServer")) {
                String error = String.valueOf(library.errors().get(question));
                assertTrue(error.startsWith("229 "), question + ": " + error);
            }
            assertFalse(library.lines("information").isEmpty());
        }
    }
}
