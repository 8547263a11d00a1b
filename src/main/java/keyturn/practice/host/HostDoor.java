package keyturn.practice.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.locks.ReentrantLock;
import keyturn.practice.web.Handler;
import keyturn.practice.web.Json;
import keyturn.practice.web.Reply;
import keyturn.practice.web.Request;

/**
 * The host's door: {@code POST /cmdlet} answers a cmdlet of the practice module, {@code POST /powershell} runs a host script in
 * PowerShell's stead. Web pages are not answered.
 */
public final class HostDoor implements Handler {

    private final WindowsHost host;
    private final HostLog log;
    private final ReentrantLock one = new ReentrantLock();

    /** Hears of each script and cmdlet. */
    @FunctionalInterface
    public interface HostLog {
        /** @param failed it ended with an error */
        void ran(String what, String parameters, boolean failed);
    }

    public HostDoor(WindowsHost host, HostLog log) {
        this.host = host;
        this.log = log;
    }

    @Override
    public Reply answer(Request request) {
        if (request.header("origin").isPresent()) {
            return Reply.text(403, "A web page has no business here.\n");
        }
        if (!request.method().equals("POST")) {
            return Reply.text(405, "POST it.\n");
        }
        Ask ask = new Ask(request.json().orElseGet(Json::object));
        one.lock();
        try {
            return switch (request.path()) {
                case "/cmdlet" -> Reply.json(200, cmdlet(ask));
                case "/powershell" -> Reply.json(200, script(ask.text("script"), ask.text("parameters")));
                default -> Reply.text(404, "Known: POST /cmdlet /powershell\n");
            };
        } finally {
            one.unlock();
        }
    }

    private ObjectNode cmdlet(Ask ask) {
        String name = ask.text("name");
        JsonNode parameters = ask.fields().path("parameters");
        try {
            ObjectNode said = Json.object();
            said.set("output", new Cmdlets(host).call(name, new Ask(parameters)));
            log.ran(name, parameters.toString(), false);
            return said;
        } catch (HostError failed) {
            log.ran(name, parameters.toString(), true);
            ObjectNode said = Json.object();
            said.putObject("error").put("id", failed.id()).put("message", String.valueOf(failed.getMessage()));
            return said;
        }
    }

    private ObjectNode script(String script, String parameters) {
        ObjectNode answer = new StandIn(host).run(script, parameters);
        log.ran(script, parameters, answer.has("error"));
        return Json.object()
                .put("exit", 0)
                .put("output", new String(Json.bytes(answer), StandardCharsets.UTF_8) + "\n");
    }
}
