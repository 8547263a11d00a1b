package keyturn.practice.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import keyturn.practice.server.state.ProductVersion;
import keyturn.practice.web.Json;

/** What {@code look-host} sees. */
record HostSight(WindowsHost host) {

    static final String RUNTIME = "v14.38.33135.00";
    static final String OLD_RUNTIME = "v12.0.40664.00";
    static final int DOT_NET = 528040;

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'", Locale.ROOT);

    void look(Ask ask, ObjectNode answer) {
        answer.put("computer", host.engine().instance().identity().machine());
        answer.set("services", services());
        answer.set("programs", programs());
        answer.set("files", files(ask));
        answer.set("registry", registry(ask.text("account")));
        answer.set("runtimes", runtimes());
        answer.put("dotNet", DOT_NET);
        answer.set("pending", Json.texts(host.installer().pending()));
        answer.set("events", new ApplicationLog(host).seen());
    }

    /** The SQL Servers, as {@code Win32_Service} has them. */
    List<String> servers() {
        return host.services().names().stream()
                .filter(n -> n.equalsIgnoreCase("MSSQLSERVER")
                        || n.toUpperCase(Locale.ROOT).startsWith("MSSQL$"))
                .toList();
    }

    /** As {@code Win32_Service} words a state. */
    static String word(HostServices.State state) {
        return state == HostServices.State.STOP_PENDING ? "Stop Pending" : state.word();
    }

    static String startMode(String type) {
        return type.equals("Automatic") ? "Auto" : type;
    }

    private ArrayNode services() {
        ArrayNode all = Json.array();
        HostServices services = host.services();
        for (String name : servers()) {
            ObjectNode one = all.addObject()
                    .put("name", name)
                    .put("displayName", services.shown(name))
                    .put("state", word(services.state(name)))
                    .put("startMode", startMode(services.startType(name)))
                    .put("account", services.account(name));
            ArrayNode dependents = one.putArray("dependents");
            services.dependents(name)
                    .forEach(each -> dependents
                            .addObject()
                            .put("name", each)
                            .put("state", services.state(each).word()));
            one.set("modules", Json.texts(services.modules(name)));
        }
        return all;
    }

    private ArrayNode programs() {
        ArrayNode all = Json.array();
        for (Installer.Program program : host.installer().programs()) {
            all.addObject()
                    .put("name", ConnectorPackage.NAME)
                    .put("version", program.connector().version())
                    .put("productCode", program.connector().productCode())
                    .put("installed", program.installed().toString().replace("-", ""));
        }
        return all;
    }

    private ArrayNode files(Ask ask) {
        ArrayNode all = Json.array();
        for (String folder : ask.texts("folders")) {
            host.disk().below(folder).stream()
                    .filter(f -> f.name().toLowerCase(Locale.ROOT).matches(".*\\.(dll|msi)"))
                    .forEach(f -> all.add(fact(f, ask.text("account"))));
        }
        return all;
    }

    ObjectNode fact(HostFile file, String account) {
        Signature signature = Signature.of(file, host.faults());
        ObjectNode fact = Json.object()
                .put("path", file.path())
                .put("version", version(file))
                .put("date", INSTANT.format(file.written().atOffset(ZoneOffset.UTC)))
                .put("bytes", file.bytes())
                .put("sha256", file.sha256())
                .put("signature", signature.status())
                .put("signer", signature.signer().orElse(null));
        return account.isEmpty() ? fact.putNull("readable") : fact.put("readable", file.readable());
    }

    static String version(HostFile file) {
        return switch (file.content()) {
            case HostFile.Dll dll -> dll.dll().version().toString();
            case HostFile.Msi msi -> new ProductVersion(0, 0, 0, 0).toString();
            case HostFile.RuntimeInstaller runtime -> new ProductVersion(14, 0, 0, 0).toString();
            case HostFile.Text text -> new ProductVersion(0, 0, 0, 0).toString();
        };
    }

    private JsonNode registry(String account) {
        HostRegistry registry = host.registry();
        if (!registry.exists()) {
            return Json.object().nullNode();
        }
        ObjectNode seen = Json.object().put("sddl", registry.sddl());
        seen.put("writable", writable(account).orElse(null));
        seen.set("keys", keys(registry));
        return seen;
    }

    /** Empty: a right of a group whose members nobody here knows. */
    private Optional<Boolean> writable(String account) {
        boolean own = account.equalsIgnoreCase(host.account());
        return host.registry().writable() && !own
                ? Optional.empty()
                : Optional.of(host.registry().writable());
    }

    static ArrayNode keys(HostRegistry registry) {
        ArrayNode keys = Json.array();
        for (HostRegistry.Key key : registry.tree()) {
            ObjectNode one = keys.addObject();
            one.set("names", Json.texts(key.names()));
            ArrayNode values = one.putArray("values");
            key.values()
                    .forEach((name, value) -> values.addObject()
                            .put("name", name)
                            .put("kind", "String")
                            .put("value", value));
        }
        return keys;
    }

    private ArrayNode runtimes() {
        ArrayNode all = Json.array();
        all.addObject().put("family", "12.0").put("version", OLD_RUNTIME);
        if (host.hasRuntime()) {
            all.addObject().put("family", "14.0").put("version", RUNTIME);
        }
        return all;
    }
}
