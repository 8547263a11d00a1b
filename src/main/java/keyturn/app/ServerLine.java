package keyturn.app;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import keyturn.domain.reach.CertificatePin;
import keyturn.ui.wizard.Environment;
import keyturn.ui.wizard.KnownServers.Known;
import keyturn.ui.wizard.KnownServers.Vault;
import keyturn.ui.wizard.ServerLabel;

/**
 * A known server as a line: fields parted by tabs, each a name, an equals sign and a value; what is empty is left out, and names of a
 * later version are skipped. Lines of earlier versions have the values alone, in a fixed order.
 */
final class ServerLine {

    /** Of the field {@code auth}; without it the user says how. */
    private static final String ENTRA = "entra";

    private static final int FIELDS = 6;
    private static final int WITH_VAULT = 13;

    private final Map<String, String> fields;

    private ServerLine(Map<String, String> fields) {
        this.fields = fields;
    }

    static String write(Known known) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("address", known.address());
        fields.put("server", known.serverName());
        fields.put("user", known.user());
        fields.put("auth", known.entra() ? ENTRA : "");
        fields.put("certificate", known.certificate());
        fields.put("pin", known.pin().map(CertificatePin::sha256).orElse(""));
        fields.put("environment", known.environment().name());
        fields.put("used", known.lastUsed().toString());
        fields.put("name", known.label().name());
        fields.put("group", known.label().group());
        fields.put("colour", known.label().colour().name());
        known.vault().ifPresent(vault -> put(fields, vault));
        return fields.entrySet().stream()
                        .filter(field -> !field.getValue().isEmpty())
                        .map(field -> field.getKey() + "=" + field.getValue().replaceAll("[\\t\\r\\n]", " "))
                        .collect(Collectors.joining("\t"))
                + "\n";
    }

    private static void put(Map<String, String> fields, Vault vault) {
        fields.put("vault", vault.addresses());
        fields.put("vault.sign-in", vault.signIn());
        fields.put("vault.tenant", vault.tenant());
        fields.put("vault.client", vault.client());
        fields.put("vault.application", vault.application());
        fields.put("vault.certificate", vault.certificate());
        fields.put("vault.cloud", vault.cloud());
    }

    /** Empty: it is no such line. */
    static Optional<Known> read(String line) {
        try {
            return line.startsWith("address=") ? Optional.of(new ServerLine(named(line)).known()) : old(line);
        } catch (IllegalArgumentException | DateTimeException noEntry) {
            return Optional.empty();
        }
    }

    private static Map<String, String> named(String line) {
        return Arrays.stream(line.split("\t", -1))
                .filter(field -> field.indexOf('=') > 0)
                .collect(Collectors.toMap(
                        field -> field.substring(0, field.indexOf('=')),
                        field -> field.substring(field.indexOf('=') + 1),
                        (first, second) -> first));
    }

    private Known known() {
        return new Known(
                value("address"),
                value("server"),
                value("user"),
                value("auth").equals(ENTRA),
                value("certificate"),
                Environment.valueOf(fields.getOrDefault("environment", Environment.NOT_SAID.name())),
                Instant.parse(fields.getOrDefault("used", Instant.EPOCH.toString())),
                vault(),
                CertificatePin.read(value("pin")),
                new ServerLabel(value("name"), value("group"), ServerLabel.Colour.named(value("colour"))));
    }

    private Optional<Vault> vault() {
        return fields.containsKey("vault.sign-in")
                ? Optional.of(new Vault(
                        value("vault"),
                        value("vault.sign-in"),
                        value("vault.tenant"),
                        value("vault.client"),
                        value("vault.application"),
                        value("vault.certificate"),
                        value("vault.cloud")))
                : Optional.empty();
    }

    private String value(String name) {
        return fields.getOrDefault(name, "");
    }

    private static Optional<Known> old(String line) {
        String[] fields = line.split("\t", -1);
        return fields.length == FIELDS || fields.length == WITH_VAULT
                ? Optional.of(new Known(
                        fields[1],
                        fields[2],
                        fields[3],
                        fields[4],
                        Environment.valueOf(fields[5]),
                        Instant.parse(fields[0]),
                        oldVault(fields)))
                : Optional.empty();
    }

    private static Optional<Vault> oldVault(String[] fields) {
        return fields.length == WITH_VAULT
                ? Optional.of(new Vault(fields[6], fields[7], fields[8], fields[9], fields[10], fields[11], fields[12]))
                : Optional.empty();
    }
}
