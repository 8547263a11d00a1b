package keyturn.practice.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import keyturn.practice.web.Json;

/** The cmdlets for the registry, and what the module's own objects ask for the methods of a registry key. */
record RegistryCmdlets(WindowsHost host) {

    private static final String UNINSTALL = "HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall";
    private static final String RUNTIMES = "HKLM:\\SOFTWARE\\Microsoft\\VisualStudio\\";
    private static final String DOT_NET = "HKLM:\\SOFTWARE\\Microsoft\\NET Framework Setup\\NDP\\v4\\Full";
    private static final String SESSION = "HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Session Manager";

    ArrayNode call(String name, Ask ask) {
        String path = Cmdlets.path(ask);
        HostRegistry registry = host.registry();
        return switch (name) {
            case "Test-Path" -> Cmdlets.one(Json.object().put("exists", exists(path)));
            case "Get-ChildItem" -> programs();
            case "Get-ItemProperty" -> Cmdlets.one(properties(path));
            case "Get-Acl" -> Cmdlets.one(acl());
            case "Set-Acl" -> {
                registry.sddl(ask.text("Sddl"));
                yield Cmdlets.none();
            }
            case "New-Item" -> {
                registry.create();
                yield Cmdlets.none();
            }
            default ->
                throw new HostError(
                        "CommandNotFoundException", "The practice host has no " + name + " for the registry.");
        };
    }

    private boolean exists(String path) {
        return path.equals(HostRegistry.KEY)
                ? host.registry().exists()
                : !path.startsWith(RUNTIMES) || path.contains("\\12.0\\") || host.hasRuntime();
    }

    private ArrayNode programs() {
        ArrayNode all = Json.array();
        host.installer()
                .programs()
                .forEach(program -> all.addObject()
                        .put("PSChildName", program.connector().productCode())
                        .put("PSPath", UNINSTALL + "\\" + program.connector().productCode()));
        return all;
    }

    private ObjectNode properties(String path) {
        ObjectNode properties = Json.object().put("PSPath", path);
        if (path.startsWith(UNINSTALL)) {
            program(path.substring(UNINSTALL.length() + 1), properties);
        } else if (path.startsWith(RUNTIMES)) {
            String version = path.contains("\\12.0\\") ? HostSight.OLD_RUNTIME : HostSight.RUNTIME;
            properties.put("Installed", 1).put("Version", version);
        } else if (path.equals(DOT_NET)) {
            properties.put("Release", HostSight.DOT_NET);
        } else if (path.equals(SESSION) && !host.installer().pending().isEmpty()) {
            properties.set(
                    "PendingFileRenameOperations", Json.texts(host.installer().pending()));
        }
        return properties;
    }

    private void program(String code, ObjectNode properties) {
        Installer.Program program = host.installer().programs().stream()
                .filter(p -> p.connector().productCode().equals(code))
                .findFirst()
                .orElseThrow(() -> HostError.missing(code));
        properties
                .put("PSChildName", code)
                .put("DisplayName", ConnectorPackage.NAME)
                .put("DisplayVersion", program.connector().version())
                .put("InstallLocation", program.folder())
                .put("InstallDate", program.installed().toString().replace("-", ""));
    }

    private ObjectNode acl() {
        ObjectNode acl = Json.object().put("Sddl", host.registry().sddl());
        ArrayNode rules = acl.putArray("Access");
        rule(rules, "BUILTIN\\Administrators", "FullControl");
        rule(rules, "NT AUTHORITY\\SYSTEM", "FullControl");
        rule(rules, "BUILTIN\\Users", "ReadKey");
        if (host.registry().writable()) {
            rule(rules, host.account(), "FullControl");
        }
        return acl;
    }

    private static void rule(ArrayNode rules, String who, String rights) {
        ObjectNode rule = rules.addObject().put("RegistryRights", rights).put("AccessControlType", "Allow");
        rule.putObject("IdentityReference").put("Value", who);
    }

    /** A key below the connector's own, by the names that lead there; nothing where it is missing. */
    ArrayNode key(String name, Ask ask) {
        List<String> names = ask.texts("Names");
        HostRegistry registry = host.registry();
        return switch (name) {
            case "Registry-Key" -> key(names);
            case "Registry-Grant" ->
                Cmdlets.one(Json.object()
                        .put("Sddl", registry.granted(ask.text("Account").equalsIgnoreCase(host.account()))));
            case "Registry-Value" -> {
                registry.set(names, ask.text("Name"), ask.text("Value"));
                yield Cmdlets.none();
            }
            default -> Cmdlets.none();
        };
    }

    private ArrayNode key(List<String> names) {
        HostRegistry registry = host.registry();
        Optional<HostRegistry.Key> key = registry.exists() ? registry.key(names) : Optional.empty();
        if (key.isEmpty()) {
            return Cmdlets.none();
        }
        ObjectNode found = Json.object();
        found.set(
                "SubKeys",
                Json.texts(registry.tree().stream()
                        .map(HostRegistry.Key::names)
                        .filter(below -> below.size() == names.size() + 1
                                && below.subList(0, names.size()).equals(names))
                        .map(List::getLast)
                        .toList()));
        ObjectNode values = found.putObject("Values");
        key.get().values().forEach(values::put);
        return Cmdlets.one(found);
    }
}
