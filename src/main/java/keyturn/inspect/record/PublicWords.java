package keyturn.inspect.record;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What is the same on every server, and may stay in a recording. */
final class PublicWords {

    /** Columns that hold words of SQL Server or of Keyturn, versions, or the name of an edition. */
    private static final Set<String> COLUMNS = Set.of(
            "keyturn_section",
            "product_version",
            "edition",
            "banner",
            "version",
            "file_version",
            "state_desc",
            "recovery_model_desc",
            "log_reuse_wait_desc",
            "encryptor_type",
            "encryption_scan_state_desc",
            "type",
            "kind",
            "startup_type_desc");

    /** Whole values, and folders and files on the way of a path. */
    private static final Set<String> WHOLE = Set.of(
            "program files",
            "program files (x86)",
            "microsoft sql server",
            "sql server connector for microsoft azure key vault",
            "microsoft.azurekeyvaultservice.ekm.dll",
            "nt service",
            "nt authority",
            "system",
            "network service",
            "local service",
            "mssqlserver",
            "managed identity",
            "nul",
            "sa");

    /** Builds of the connector, which stand in the paths of its files. */
    private static final Set<String> BUILDS =
            Set.of("15.0.2000.440", "15.0.2000.367", "15.0.300.96", "13.0.811.168", "1.0.5.0", "1.0.4.0", "1.0.0.440");

    /** Parts of addresses and endings of files. */
    private static final Set<String> PARTS = Set.of(
            "https", "vault", "managedhsm", "azure", "net", "cn", "usgovcloudapi", "keys", "dll", "mdf", "ndf", "ldf");

    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:");

    private PublicWords() {}

    static boolean isColumn(String name) {
        return COLUMNS.contains(name);
    }

    static boolean isWhole(String text) {
        String low = text.toLowerCase(Locale.ROOT);
        return WHOLE.contains(low)
                || BUILDS.contains(low)
                || DRIVE.matcher(text).matches();
    }

    static boolean isPart(String word) {
        return PARTS.contains(word.toLowerCase(Locale.ROOT));
    }
}
