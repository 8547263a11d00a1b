package keyturn.practice.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import keyturn.practice.web.Json;

/**
 * Stands in for PowerShell where none is at hand: knows the host scripts by the hashes of their bytes and does to the host what they do,
 * with the same answers. A script that it does not know fails.
 */
final class StandIn {

    private final WindowsHost host;

    StandIn(WindowsHost host) {
        this.host = host;
    }

    /** The line that the script answers. */
    ObjectNode run(String script, String line) {
        Step step = new Step();
        try {
            Ask ask = new Ask(Json.read(line.getBytes(StandardCharsets.UTF_8)));
            ObjectNode answer = Json.object().put("done", true);
            perform(ScriptNames.of(script), ask, answer, step);
            return answer;
        } catch (Refused refused) {
            return error(refused.code(), String.valueOf(refused.getMessage()));
        } catch (HostError failed) {
            return error(step.code(), String.valueOf(failed.getMessage()));
        } catch (IOException noJson) {
            return error(step.code(), "Conversion from JSON failed.");
        }
    }

    private void perform(String name, Ask ask, ObjectNode answer, Step step) {
        switch (name) {
            case "look-host" -> new HostSight(host).look(ask, answer);
            case "check-file", "copy-folder", "place-file", "rename-folder", "delete-folder" ->
                new FileScripts(host, step).run(name, ask, answer);
            case "export-registry", "merge-registry" -> new RegistryScripts(host, step).run(name, ask, answer);
            case "uninstall-program", "install-msi", "extract-dll" ->
                new InstallerScripts(host, step).run(name, ask, answer);
            case "stop-service", "start-service", "restart-service", "set-start-type" ->
                new ServiceScripts(host, step).run(name, ask, answer);
            default -> throw new HostError("Unknown", "The practice host does not know this script.");
        }
    }

    private static ObjectNode error(String code, String message) {
        JsonNode said = Json.object().put("code", code).put("message", message);
        return Json.object().set("error", said);
    }

    /** What a script is about, for the code of an error that comes from the host. */
    static final class Step {

        private String code = "host.failed";

        String code() {
            return code;
        }

        void code(String now) {
            code = now;
        }
    }

    /** A refusal of the script itself. */
    static final class Refused extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final String code;

        Refused(String code, String message) {
            super(message, null, false, false);
            this.code = code;
        }

        String code() {
            return code;
        }
    }
}
