package keyturn.practice.server;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line of {@code messages.txt}: a message, and how it is reached or why not.
 *
 * @param seen error, info, log; a dash where it is not reached
 * @param how steps in order, or the one reason
 */
record MessageWay(int number, String seen, String scenario, List<String> how) {

    private static final String FOLDER = "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\";
    static final String NEW = FOLDER + "15.0.2000.440\\Microsoft.AzureKeyVaultService.EKM.dll";

    private static final String WITHOUT_CREDENTIALS = "ALTER LOGIN practice DROP CREDENTIAL Azure_EKM_admin_cred;"
            + " ALTER LOGIN TDE_Login DROP CREDENTIAL Azure_EKM_TDE_cred; DROP CREDENTIAL Azure_EKM_admin_cred;"
            + " DROP CREDENTIAL Azure_EKM_TDE_cred";

    private static final String MANAGED = "ALTER LOGIN practice DROP CREDENTIAL Azure_EKM_admin_cred;"
            + " CREATE CREDENTIAL [keyturn-practice-vault.vault.azure.net] WITH IDENTITY = 'Managed Identity' FOR"
            + " CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM; ALTER LOGIN practice ADD CREDENTIAL"
            + " [keyturn-practice-vault.vault.azure.net]";

    private static final Pattern WORD = Pattern.compile("\\{([a-z-]+)((?: [\\w-]+)*)\\}");

    boolean reached() {
        return !seen.equals("-");
    }

    static List<MessageWay> all() throws IOException {
        try (InputStream in = MessageWay.class.getResourceAsStream("/keyturn/practice/messages.txt")) {
            if (in == null) {
                throw new IOException("messages.txt is not there");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(l -> !l.startsWith("#"))
                    .map(l -> l.split("\t"))
                    .map(p -> new MessageWay(Integer.parseInt(p[0]), p[1], p[2], steps(p[3])))
                    .toList();
        }
    }

    private static List<String> steps(String text) {
        List<String> steps = new ArrayList<>();
        for (String step : text.split(" ;; ")) {
            steps.add(WORD.matcher(step).replaceAll(m -> Matcher.quoteReplacement(meant(m.group(1), m.group(2)))));
        }
        return steps;
    }

    /** What a word in braces stands for. */
    private static String meant(String word, String arguments) {
        String[] given = arguments.strip().split(" ");
        return switch (word) {
            case "open" ->
                "CREATE ASYMMETRIC KEY " + given[0] + " FROM PROVIDER AzureKeyVault_EKM WITH PROVIDER_KEY_NAME = N'"
                        + given[1] + "', CREATION_DISPOSITION = OPEN_EXISTING";
            case "credential" -> KeyRange.credential(given[0], KeyRange.SECRET);
            case "ready" ->
                meant("open", arguments) + "; CREATE LOGIN " + given[0] + "_login FROM ASYMMETRIC KEY " + given[0]
                        + "; " + KeyRange.credential(given[0] + "_cred", KeyRange.SECRET) + "; ALTER LOGIN " + given[0]
                        + "_login ADD CREDENTIAL " + given[0] + "_cred";
            case "rewrap" ->
                "USE " + given[0] + "; ALTER DATABASE ENCRYPTION KEY ENCRYPTION BY SERVER ASYMMETRIC KEY New_Key";
            case "from-new" -> "ALTER CRYPTOGRAPHIC PROVIDER AzureKeyVault_EKM FROM FILE = N'" + NEW + "'";
            case "new" -> NEW;
            case "long" -> "x".repeat(4_001);
            case "without-credentials" -> WITHOUT_CREDENTIALS;
            case "managed-identity" -> MANAGED;
            default -> throw new IllegalArgumentException("no meaning of {" + word + "}");
        };
    }
}
