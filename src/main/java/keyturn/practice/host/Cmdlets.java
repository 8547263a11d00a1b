package keyturn.practice.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import keyturn.practice.web.Json;

/** What the cmdlets of the practice module give. An object is given as its properties; methods are the module's own. */
record Cmdlets(WindowsHost host) {

    /** @throws HostError as the cmdlet fails */
    ArrayNode call(String name, Ask ask) {
        return switch (name) {
            case "Get-Service", "Stop-Service", "Start-Service", "Set-Service" ->
                new ServiceCmdlets(host).call(name, ask);
            case "Get-CimInstance", "Get-Process" -> new ServiceCmdlets(host).instances(name, ask);
            case "Start-Process" -> process(ask);
            case "Get-WinEvent" -> new ApplicationLog(host).records(ask.number("MaxEvents"));
            case "Registry-Key", "Registry-Value", "Registry-New", "Registry-Grant" ->
                new RegistryCmdlets(host).key(name, ask);
            default ->
                path(ask).startsWith("HKLM:")
                        ? new RegistryCmdlets(host).call(name, ask)
                        : new FileCmdlets(host).call(name, ask);
        };
    }

    static String path(Ask ask) {
        return ask.given("LiteralPath").orElse(ask.text("Path"));
    }

    /** The Windows installer and the installer of the runtime may be started. */
    private ArrayNode process(Ask ask) {
        String program = ask.text("FilePath");
        List<String> words = Words.of(String.join(" ", ask.texts("ArgumentList")));
        if (program.endsWith("\\" + WindowsHost.RUNTIME)) {
            return runtime(program, words);
        }
        if (!program.toLowerCase(java.util.Locale.ROOT).endsWith("msiexec.exe") || words.size() < 2) {
            throw new HostError("InvalidOperation", "The practice host starts msiexec.exe alone.");
        }
        int exit =
                switch (words.getFirst()) {
                    case "/x" -> host.installer().uninstall(words.get(1));
                    case "/i" -> host.installer().install(words.get(1));
                    case "/a" -> host.installer().extract(words.get(1), value(words, "TARGETDIR="));
                    default -> 1639;
                };
        int log = words.indexOf("/l*v");
        if (log > 0) {
            host.disk().write(words.get(log + 1), "practice installer log: " + exit);
        }
        return one(Json.object().put("ExitCode", exit));
    }

    private ArrayNode runtime(String program, List<String> words) {
        host.disk().known(program);
        boolean installs = words.contains("/install") && words.contains("/quiet");
        if (installs) {
            host.disk().makeLoadable();
        }
        return one(Json.object().put("ExitCode", installs ? 0 : 87));
    }

    private static String value(List<String> words, String name) {
        return words.stream()
                .filter(w -> w.startsWith(name))
                .map(w -> w.substring(name.length()))
                .findFirst()
                .orElse("");
    }

    static ArrayNode one(ObjectNode object) {
        return Json.array().add(object);
    }

    static ArrayNode none() {
        return Json.array();
    }
}
