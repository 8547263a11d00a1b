package keyturn.practice.server.views;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import keyturn.practice.server.state.Database;
import keyturn.practice.server.state.Identity;
import keyturn.practice.server.state.Instance;

/** The part of HKEY_LOCAL_MACHINE that the server's own procedures are asked for. Values are texts and numbers. */
public final class Registry {

    private static final String PRODUCT = "SOFTWARE\\Microsoft\\Microsoft SQL Server\\";
    private static final String SHORT = "SOFTWARE\\Microsoft\\MSSQLServer";
    private static final String SERVICES = "SYSTEM\\CurrentControlSet\\Services\\";

    private static final String CONNECTOR = "SOFTWARE\\Microsoft\\SQL Server Cryptographic Provider";

    private final Identity identity;
    private final Map<String, Map<String, Object>> keys = new LinkedHashMap<>();

    private Registry(Instance instance) {
        this.identity = instance.identity();
        setup();
        settings();
        parameters(instance);
        services();
        windows();
        connector(instance);
    }

    public static Registry of(Instance instance) {
        return new Registry(instance);
    }

    /** The values of a key; empty where there is no such key. */
    public Optional<Map<String, Object>> key(String path) {
        return Optional.ofNullable(keys.get(path.toLowerCase(Locale.ROOT)));
    }

    /** The path that the instance-aware procedures mean: that of the default instance stands for their own. */
    public String ofInstance(String path) {
        if (starts(path, SHORT)) {
            return PRODUCT + id() + path.substring(SHORT.length());
        }
        if (path.equalsIgnoreCase(SERVICES + "MSSQLSERVER")) {
            return SERVICES + identity.service();
        }
        return path.equalsIgnoreCase(SERVICES + "SQLSERVERAGENT") ? SERVICES + agent() : path;
    }

    /** Whether everybody may read it: what belongs to SQL Server itself. */
    public boolean open(String path) {
        return starts(path, PRODUCT) || starts(path, SHORT);
    }

    private static boolean starts(String path, String with) {
        return path.toLowerCase(Locale.ROOT).startsWith(with.toLowerCase(Locale.ROOT));
    }

    private void put(String key, String name, Object value) {
        keys.computeIfAbsent(key.toLowerCase(Locale.ROOT), k -> new LinkedHashMap<>())
                .put(name, value);
    }

    /** What the connector wrote: which vault key a thumbprint stands for. The vault's address is the name of a key. */
    private void connector(Instance instance) {
        keys.put(CONNECTOR.toLowerCase(Locale.ROOT), new LinkedHashMap<>());
        instance.ekm().registry().uris().forEach((thumbprint, uri) -> {
            String vault = uri.substring(0, Math.max(0, uri.indexOf("/keys/")));
            put(
                    CONNECTOR + "\\Azure Key Vault\\" + vault + "\\"
                            + thumbprint.toString().substring(2),
                    "KeyUri",
                    uri);
        });
    }

    private String name() {
        return identity.instance().orElse("MSSQLSERVER");
    }

    private String id() {
        return "MSSQL" + identity.version().major() + "." + name();
    }

    private String agent() {
        return identity.instance().map(i -> "SQLAgent$" + i).orElse("SQLSERVERAGENT");
    }

    private void setup() {
        String setup = PRODUCT + id() + "\\Setup";
        put(PRODUCT + "Instance Names\\SQL", name(), id());
        put(setup, "SQLPath", identity.folder());
        put(setup, "SQLDataRoot", identity.folder());
        put(setup, "SqlProgramDir", "C:\\Program Files\\Microsoft SQL Server\\");
        put(setup, "SQLBinRoot", identity.folder() + "\\Binn");
        put(setup, "Edition", identity.edition().replace(" (64-bit)", ""));
        put(setup, "Version", identity.version().toString());
        put(setup, "PatchLevel", identity.version().toString());
        put(setup, "Collation", identity.collation().name());
    }

    private void settings() {
        String server = PRODUCT + id() + "\\MSSQLServer";
        put(server, "DefaultData", identity.folder() + "\\DATA");
        put(server, "DefaultLog", identity.folder() + "\\DATA");
        put(server, "BackupDirectory", identity.folder() + "\\Backup");
        put(server, "LoginMode", 2);
        put(server, "AuditLevel", 2);
        put(server + "\\Filestream", "EnableLevel", 0);
        put(server + "\\Filestream", "ShareName", name());
        put(server + "\\SuperSocketNetLib", "Encrypt", 0);
        put(server + "\\SuperSocketNetLib", "ForceEncryption", 0);
        put(server + "\\SuperSocketNetLib", "Certificate", "");
        put(server + "\\SuperSocketNetLib\\Tcp", "Enabled", 1);
        put(server + "\\SuperSocketNetLib\\Tcp\\IPAll", "TcpPort", "");
        put(server + "\\SuperSocketNetLib\\Np", "Enabled", 0);
        put(server + "\\SuperSocketNetLib\\Sm", "Enabled", 1);
        String agent = PRODUCT + id() + "\\SQLServerAgent";
        put(agent, "ErrorLogFile", identity.folder() + "\\Log\\SQLAGENT.OUT");
        put(agent, "JobHistoryMaxRows", 1000);
        put(agent, "JobHistoryMaxRowsPerJob", 100);
        put(agent, "RestartSQLServer", 1);
        put(agent, "MonitorAutoStart", 1);
        put(agent, "ErrorLoggingLevel", 3);
        put(agent, "WorkingDirectory", identity.folder() + "\\JOBS");
    }

    private void parameters(Instance instance) {
        String parameters = PRODUCT + id() + "\\MSSQLServer\\Parameters";
        Database master = instance.database(1).orElseThrow();
        put(parameters, "SQLArg0", "-d" + master.dataFile().path());
        put(parameters, "SQLArg1", "-e" + identity.folder() + "\\Log\\ERRORLOG");
        put(parameters, "SQLArg2", "-l" + master.logFile().path());
    }

    private void services() {
        put(SERVICES + identity.service(), "ObjectName", identity.serviceAccount());
        put(SERVICES + identity.service(), "Start", 2);
        put(
                SERVICES + identity.service(),
                "ImagePath",
                "\"" + identity.folder() + "\\Binn\\sqlservr.exe\" -s" + name());
        put(SERVICES + agent(), "ObjectName", "NT Service\\" + agent());
        put(SERVICES + agent(), "Start", 2);
        put(SERVICES + "SQLBrowser", "ObjectName", "NT AUTHORITY\\LOCALSERVICE");
        put(SERVICES + "SQLBrowser", "Start", 2);
    }

    private void windows() {
        String current = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion";
        put(current, "ProductName", "Windows Server 2022 Standard");
        put(current, "CurrentVersion", "6.3");
        put(current, "CurrentBuild", "20348");
        put(current, "CurrentBuildNumber", "20348");
        put("HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0", "ProcessorNameString", "Practice processor");
        put("HARDWARE\\DESCRIPTION\\System\\CentralProcessor\\0", "~MHz", 2400);
        put("HARDWARE\\DESCRIPTION\\System\\BIOS", "SystemManufacturer", "Practice range");
        put("HARDWARE\\DESCRIPTION\\System\\BIOS", "SystemProductName", "Practice machine");
        put("SYSTEM\\CurrentControlSet\\Control\\ComputerName\\ComputerName", "ComputerName", identity.machine());
        put("SYSTEM\\CurrentControlSet\\Control\\TimeZoneInformation", "TimeZoneKeyName", "UTC");
        put(
                "SYSTEM\\CurrentControlSet\\Control\\Power\\User\\PowerSchemes",
                "ActivePowerScheme",
                "8c5e7fda-e8bf-4a96-9a85-a6e23a8c635c");
    }
}
