package keyturn.practice.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.Mirror;
import keyturn.practice.server.state.Openness;
import keyturn.practice.server.state.Partners;
import keyturn.practice.server.state.ProductVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** CREATE, ALTER and DROP DATABASE ENCRYPTION KEY over the driver. */
final class EncryptionKeyTest {

    private static final String STATE = "SELECT encryption_state, key_algorithm, key_length, encryptor_type,"
            + " percent_complete FROM sys.dm_database_encryption_keys WHERE database_id = DB_ID()";
    private static final String REWRAP = "ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER ASYMMETRIC KEY ";

    private KeyRange range;

    @BeforeEach
    void start() throws IOException, SQLException {
        range = KeyRange.of("healthy");
    }

    @AfterEach
    void stop() throws SQLException {
        range.close();
    }

    private static String create(String algorithm, String by) {
        return "CREATE DATABASE ENCRYPTION KEY WITH ALGORITHM = " + algorithm + " ENCRYPTION BY SERVER " + by;
    }

    private String thumbprint(String database) throws SQLException {
        return range.rows("SELECT k.name FROM sys.dm_database_encryption_keys d JOIN master.sys.asymmetric_keys k"
                        + " ON k.thumbprint = d.encryptor_thumbprint WHERE d.database_id = DB_ID('" + database + "')")
                .getFirst()
                .getFirst();
    }

    /** What users made in a database has nothing to do with its key. */
    @Test
    void tablesOutliveTheKey() throws SQLException {
        range.ready("New_Key", "tde-key-2026");
        assertEquals("[]", range.run("USE Staging CREATE TABLE dbo.kept (n int) INSERT dbo.kept VALUES (7)"));
        assertEquals("[]", range.run(create("AES_256", "ASYMMETRIC KEY New_Key")));
        assertEquals(List.of(List.of("7")), range.rows("SELECT n FROM dbo.kept"));
        assertEquals("[]", range.run("DROP DATABASE ENCRYPTION KEY"));
        assertEquals(List.of(List.of("7")), range.rows("SELECT n FROM dbo.kept"));
    }

    @Test
    void aKeyIsMadeUnencryptedAndDropped() throws SQLException {
        range.run("USE Staging");
        assertEquals(
                "33104 16 1 A database encryption key does not exist for this database.",
                range.run("DROP DATABASE ENCRYPTION KEY"));
        assertEquals("[]", range.run(create("AES_128", "ASYMMETRIC KEY TDE_Key_2024")));
        assertEquals(List.of(List.of("1", "AES", "128", "ASYMMETRIC KEY", "0.0")), range.rows(STATE));
        assertEquals(
                List.of(List.of("0")), range.rows("SELECT is_encrypted FROM sys.databases WHERE name = 'Staging'"));
        assertEquals(
                "33103 16 1 A database encryption key already exists for this database.",
                range.run(create("AES_256", "ASYMMETRIC KEY TDE_Key_2024")));
        assertEquals("[]", range.run("ALTER DATABASE ENCRYPTION KEY REGENERATE WITH ALGORITHM = AES_256"));
        assertEquals(List.of(List.of("1", "AES", "256", "ASYMMETRIC KEY", "0.0")), range.rows(STATE));
        assertEquals("[]", range.run("DROP DATABASE ENCRYPTION KEY"));
        assertEquals(List.of(), range.rows(STATE));
    }

    @Test
    void rewrappingNeedsBothKeysAndMovesTheThumbprint() throws SQLException {
        range.ready("New_Key", "tde-key-2026");
        range.run("USE Sales");
        assertEquals("[]", range.run(REWRAP + "New_Key"));
        assertEquals("New_Key", thumbprint("Sales"));
        assertEquals(List.of(List.of("3", "AES", "256", "ASYMMETRIC KEY", "0.0")), range.rows(STATE));
        assertEquals(
                List.of(List.of("1")),
                range.rows("SELECT COUNT(*) FROM sys.dm_database_encryption_keys WHERE database_id = DB_ID()"
                        + " AND modify_date > regenerate_date"));
        assertEquals("[]", range.run("BACKUP LOG Sales TO DISK = N'NUL' WITH COPY_ONLY"));
        range.restart();
        assertEquals(List.of(), range.rows("SELECT 1 FROM sys.databases WHERE state_desc <> 'ONLINE'"));
    }

    @Test
    void afterTwoChangesALogBackupIsDue() throws SQLException {
        range.ready("New_Key", "tde-key-2026");
        String due =
                "33122 16 1 This command requires a database encryption scan on database 'Sales'. However, the database"
                        + " has changes from previous encryption scans that are pending log backup. Take a log backup and retry"
                        + " the command.";
        range.run("USE Sales");
        assertEquals("[]", range.run(REWRAP + "New_Key"));
        assertEquals("[]", range.run(REWRAP + "TDE_Key_2024"));
        assertEquals(due, range.run(REWRAP + "New_Key"));
        range.run("BACKUP LOG Sales TO DISK = N'NUL' WITH COPY_ONLY");
        range.run("BACKUP DATABASE Sales TO DISK = N'E:\\Backup\\Sales.bak'");
        assertEquals(due, range.run(REWRAP + "New_Key"), "neither a copy nor a full backup is one");
        assertEquals("TDE_Key_2024", thumbprint("Sales"));
        range.run("BACKUP LOG Sales TO DISK = N'E:\\Backup\\Sales.trn'");
        assertEquals("[]", range.run(REWRAP + "New_Key"));
        range.run("USE Archive");
        for (String key : List.of("New_Key", "TDE_Key_2024", "New_Key", "TDE_Key_2024")) {
            assertEquals("[]", range.run(REWRAP + key), "in SIMPLE there is no log to back up");
        }
    }

    @Test
    void theKeyMustBeThereAndReadyAndOfAProvider() throws SQLException {
        range.run("USE Sales");
        assertEquals(
                "15151 16 1 Cannot find the asymmetric key 'none', because it does not exist or you do not have"
                        + " permission.",
                range.run(REWRAP + "none"));
        range.run("USE master");
        range.run("CREATE ASYMMETRIC KEY Own WITH ALGORITHM = RSA_2048 ENCRYPTION BY PASSWORD = 'Practice-1'");
        range.open("Bare", "tde-key-2026");
        range.run("USE Sales");
        assertEquals(
                "33120 16 1 In order to encrypt the database encryption key with an asymmetric key, please use an"
                        + " asymmetric key that resides on an extensible key management provider.",
                range.run(REWRAP + "Own"));
        String login =
                "33121 16 1 The asymmetric key 'Bare' does not have a login associated with it. Create a login and"
                        + " credential for this key to automatically access the extensible key management provider"
                        + " 'AzureKeyVault_EKM'.";
        assertEquals(login, range.run(REWRAP + "Bare"));
        range.run("CREATE LOGIN Bare_login FROM ASYMMETRIC KEY Bare");
        assertEquals(login, range.run(REWRAP + "Bare"), "a login without a credential is none");
        range.run("USE master; CREATE LOGIN Bare_login FROM ASYMMETRIC KEY Bare");
        range.run(KeyRange.credential("Bare_cred", "wrong".repeat(10))
                + "; ALTER LOGIN Bare_login ADD CREDENTIAL Bare_cred;" + " USE Sales");
        assertTrue(range.run(REWRAP + "Bare").matches("33028 16 1 .*Provider error code: 3128\\..*"));
        assertEquals("TDE_Key_2024", thumbprint("Sales"));
    }

    @Test
    void theOldKeyMustUnwrapToo() throws IOException, SQLException {
        try (KeyRange gone = KeyRange.of("key-gone")) {
            gone.run("USE Payroll");
            assertTrue(gone.run(REWRAP + "TDE_Key_2024").startsWith("33049 16 2 Key with thumbprint '0x"));
        }
    }

    @Test
    void aDisabledProviderGivesNoNewSession() throws SQLException {
        range.ready("New_Key", "tde-key-2026");
        range.run("ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM DISABLE; USE Sales");
        assertTrue(range.run(REWRAP + "New_Key").startsWith("33031 16 1 "));
        assertEquals("[]", range.run(REWRAP + "TDE_Key_2024"), "the engine has a session for the key in use");
        range.run("USE master; EXEC sp_configure 'show advanced options', 1; RECONFIGURE");
        range.run("EXEC sp_configure 'EKM provider enabled', 0; RECONFIGURE; USE Sales");
        assertTrue(range.run(REWRAP + "TDE_Key_2024").startsWith("33053 16 1 "));
    }

    @Test
    void someDatabasesTakeNone() throws IOException, SQLException {
        assertTrue(range.run(create("AES_256", "ASYMMETRIC KEY TDE_Key_2024")).startsWith("33102 16 1 Cannot encrypt"));
        range.run("USE Staging");
        assertTrue(range.run(create("TRIPLE_DES_3KEY", "ASYMMETRIC KEY TDE_Key_2024"))
                .startsWith("33128 16 1 Encryption failed. Key uses deprecated algorithm 'TRIPLE_DES_3KEY'"));
        range.run("USE master; ALTER DATABASE Staging SET READ_ONLY; USE Staging");
        assertTrue(range.run(create("AES_256", "ASYMMETRIC KEY TDE_Key_2024")).startsWith("33118 16 1 "));
        range.change(i -> i.with(i.database("Staging").orElseThrow().openness(Openness.FULL)));
        range.run("USE Sales");
        assertTrue(range.run("DROP DATABASE ENCRYPTION KEY").startsWith("33105 16 1 "));
        range.change(i -> i.with(edition(i.identity(), "Standard Edition (64-bit)", "13.0.5026.0")));
        assertTrue(range.run("DROP DATABASE ENCRYPTION KEY").startsWith("33117 16 1 "));
    }

    private static Identity edition(Identity is, String edition, String version) {
        return new Identity(
                is.machine(),
                is.instance(),
                ProductVersion.of(version),
                edition,
                is.clustered(),
                is.serviceAccount(),
                is.startedAt(),
                is.collation());
    }

    @Test
    void aPartnerThatIsBehindHoldsItUp() throws IOException, SQLException {
        try (KeyRange mirrored = KeyRange.of("mirrored")) {
            mirrored.run("USE " + suspended(mirrored));
            assertTrue(mirrored.run("ALTER DATABASE ENCRYPTION KEY REGENERATE WITH ALGORITHM = AES_256")
                    .startsWith("33123 16 1 "));
        }
    }

    private static String suspended(KeyRange mirrored) {
        mirrored.change(i -> i.withDatabases(i.databases().stream()
                .map(d -> d.partners()
                        .mirror()
                        .map(m -> d.partners(
                                new Partners(Optional.empty(), Optional.of(new Mirror(true, false, m.partner())))))
                        .orElse(d))
                .toList()));
        return mirrored.instance().databases().stream()
                .filter(d -> d.partners().mirror().isPresent() && d.online())
                .findFirst()
                .orElseThrow()
                .name();
    }

    @Test
    void aCertificateWrapsTooAndOneWithoutABackupIsWarnedOf() throws IOException, SQLException {
        try (KeyRange busy = KeyRange.of("busy")) {
            busy.run("USE Sales");
            assertTrue(busy.run("ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER CERTIFICATE none")
                    .startsWith("15151 16 1 Cannot find the certificate 'none'"));
            assertEquals(
                    List.of(),
                    busy.client()
                            .run("ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER CERTIFICATE TDE_Cert")
                            .infos());
            assertEquals("CERTIFICATE", busy.rows(STATE).getFirst().get(3));
            busy.change(MessageGivens::unsaved);
            String warned = String.valueOf(
                    busy.client().run("ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER CERTIFICATE TDE_Cert"));
            assertTrue(warned.contains("infos=[33091 Warning: The certificate used for encrypting"), warned);
        }
    }

    @Test
    void whoOwnsADatabaseNeedsToSeeTheKeyAsWell() throws SQLException {
        range.run("USE Staging; CREATE USER reader FOR LOGIN reader; ALTER ROLE db_owner ADD MEMBER reader; USE master;"
                + " CREATE USER reader FOR LOGIN reader");
        try (RangeClient reader = RangeClient.reader(range.range())) {
            reader.run("USE Staging");
            String create = create("AES_256", "ASYMMETRIC KEY TDE_Key_2024");
            assertTrue(reader.run(create).onlyError().startsWith("15151 16 1 Cannot find the asymmetric key"));
            range.run("USE master; GRANT VIEW DEFINITION ON ASYMMETRIC KEY::TDE_Key_2024 TO reader");
            assertEquals("[]", reader.run(create).onlyError());
            reader.run("USE master");
        }
        try (RangeClient reader = RangeClient.reader(range.range())) {
            range.run("USE Staging; ALTER ROLE db_owner DROP MEMBER reader");
            reader.run("USE Staging");
            assertEquals(
                    "15247 16 1 User does not have permission to perform this action.",
                    reader.run("DROP DATABASE ENCRYPTION KEY").onlyError());
        }
    }

    @Test
    void whileAnotherAltersTheDatabaseItIs33116() throws Exception {
        try (RangeClient inside = RangeClient.connect(
                        range.range(), "practice", range.range().password(), "Staging");
                RangeClient other = RangeClient.administrator(range.range())) {
            Thread waiting = Thread.ofVirtual().start(() -> {
                try {
                    other.run("ALTER DATABASE Staging SET SINGLE_USER");
                } catch (SQLException left) {
                    throw new IllegalStateException(left);
                }
            });
            int id = range.instance().database("Staging").orElseThrow().id();
            while (!range.range().server().altering(id)) {
                Thread.onSpinWait();
            }
            assertEquals(
                    "33116 16 1 CREATE/ALTER/DROP DATABASE ENCRYPTION KEY failed because a lock could not be placed on"
                            + " database 'Staging'. Try again later.",
                    inside.run(create("AES_256", "ASYMMETRIC KEY TDE_Key_2024")).onlyError());
            inside.run("USE master");
            waiting.join();
        }
    }
}
