package keyturn.practice.copy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.practice.scenario.ScenarioFault;

/** The server itself, its DLLs and its providers. */
final class CopiedServer {

    private static final Pattern VERSION = Pattern.compile("1[3-7]\\.\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}");
    private static final Pattern INSTANCE = Pattern.compile("[A-Z][A-Z0-9_]{0,15}");
    private static final Pattern DLL = Pattern.compile("[A-Z]:\\\\[^\"<>|?*/]{1,250}\\.dll");
    private static final Pattern BUILD = Pattern.compile("(\\d{1,5}\\.\\d{1,5}\\.\\d{1,5}\\.\\d{1,5})");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final int MACHINE = 6;

    /** Of a DLL whose day nobody has read. */
    private static final String SOME_DAY = "2024-11-09";

    private static final String SOME_GUID = "3A9E1C60-5B7D-4F02-9C31-7E0D2B64A815";

    private final Seen root;
    private final OffsetDateTime takenAt;

    CopiedServer(Seen root, OffsetDateTime takenAt) {
        this.root = root;
        this.takenAt = takenAt;
    }

    void write(ObjectNode scenario) {
        Seen server = root.object("server");
        ObjectNode copy = scenario.putObject("server");
        copy.put("machine", "PRACTICE-" + letters(server.text("node").orElse("COPY")));
        String name = server.text("name").orElse("");
        Optional.of(name.substring(name.indexOf('\\') + 1))
                .map(instance -> instance.toUpperCase(Locale.ROOT))
                .filter(instance ->
                        name.indexOf('\\') >= 0 && INSTANCE.matcher(instance).matches())
                .ifPresent(instance -> copy.put("instance", instance));
        String version = server.text("version").orElse("");
        if (!VERSION.matcher(version).matches()) {
            throw new ScenarioFault(
                    "inspection", 0, "'server.version' must be SQL Server 2016 to 2025, not '" + version + "'");
        }
        copy.put("sqlVersion", version);
        copy.put("edition", server.text("edition").orElse("Developer Edition (64-bit)"));
        copy.put("serviceAccount", root.text("serviceAccount").orElse("PRACTICE\\svc-sql"));
        copy.put(
                "startedBefore",
                since(root.text("startedAt")).orElse(Duration.ofDays(1)).toString());
        scenario.putObject("settings")
                .put("ekmProviderEnabled", root.object("ekm").flag("running", true));
        dlls(scenario.putArray("dlls"));
        root.list("providers").forEach(provider -> provider(provider, scenario.withArray("providers")));
    }

    private static String letters(String node) {
        String plain = node.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        return plain.substring(0, Math.min(MACHINE, plain.length()));
    }

    private Optional<Duration> since(Optional<String> time) {
        try {
            return time.map(OffsetDateTime::parse)
                    .map(at -> Duration.between(at, takenAt))
                    .filter(span -> !span.isNegative());
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }

    /** Each file once: what is registered and loaded with its version, of others the one that their folder names. */
    private void dlls(ArrayNode dlls) {
        Map<String, ObjectNode> files = new LinkedHashMap<>();
        for (Seen provider : root.list("providers")) {
            add(files, provider.text("dllPath"), provider.text("version"), provider.text("guid"), Optional.empty());
        }
        for (Seen module : root.list("loadedModules")) {
            add(files, module.text("path"), module.text("version"), Optional.empty(), module.text("fileDate"));
        }
        root.known("dllFiles")
                .ifPresent(found -> found.forEach(path -> add(
                        files, Optional.of(path.asText()), build(path.asText()), Optional.empty(), Optional.empty())));
        dlls.addAll(files.values());
    }

    private void add(
            Map<String, ObjectNode> files,
            Optional<String> path,
            Optional<String> version,
            Optional<String> guid,
            Optional<String> date) {
        Optional<String> build = version.flatMap(CopiedServer::build);
        if (path.filter(file -> DLL.matcher(file).matches()).isEmpty() || build.isEmpty()) {
            return;
        }
        files.computeIfAbsent(
                path.get().toLowerCase(Locale.ROOT),
                first -> JsonNodeFactory.instance
                        .objectNode()
                        .put("path", path.get())
                        .put("version", build.get())
                        .put("guid", guid.or(this::guid).orElse(SOME_GUID))
                        .put("date", date.flatMap(CopiedServer::day).orElse(SOME_DAY)));
    }

    private Optional<String> guid() {
        return root.list("providers").stream()
                .flatMap(one -> one.text("guid").stream())
                .findFirst();
    }

    private static Optional<String> build(String text) {
        Matcher found = BUILD.matcher(text);
        return found.find() ? Optional.of(found.group(1)) : Optional.empty();
    }

    private static Optional<String> day(String text) {
        Matcher found = DAY.matcher(text);
        return found.find() ? Optional.of(found.group()) : Optional.empty();
    }

    private static void provider(Seen provider, ArrayNode providers) {
        ObjectNode copy = providers
                .addObject()
                .put("name", provider.text("name").orElse("AzureKeyVault_EKM"))
                .put("dll", provider.text("dllPath").orElse(""))
                .put("enabled", provider.flag("enabled", true));
        provider.object("loaded")
                .text("path")
                .filter(path -> !path.equalsIgnoreCase(copy.path("dll").asText())
                        && DLL.matcher(path).matches())
                .ifPresent(path -> copy.put("loadedDll", path));
    }
}
