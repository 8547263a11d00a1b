package keyturn.practice.host;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import keyturn.practice.web.Json;

/** The scripts that save the connector's registry keys and put back what is missing. */
record RegistryScripts(WindowsHost host, StandIn.Step step) {

    void run(String name, Ask ask, ObjectNode answer) {
        switch (name) {
            case "export-registry" -> export(ask, answer);
            case "merge-registry" -> merge(ask, answer);
            default -> throw new IllegalArgumentException(name);
        }
    }

    private void export(Ask ask, ObjectNode answer) {
        HostRegistry registry = host.registry();
        if (!registry.exists()) {
            throw new StandIn.Refused("registry.missing", HostRegistry.KEY + " does not exist.");
        }
        ArrayNode keys = HostSight.keys(registry);
        ObjectNode export = Json.object().put("key", HostRegistry.KEY).put("sddl", registry.sddl());
        export.set("keys", keys);
        String text = new String(Json.bytes(export), StandardCharsets.UTF_8);
        String to = ask.text("to");
        boolean there = host.disk().exists(to);
        if (!there) {
            step.code("file.write");
            host.disk().write(to, text);
        }
        if (!host.disk().known(to).content().equals(new HostFile.Text(text))) {
            throw new StandIn.Refused("file.exists", to + " holds something else, and is not overwritten.");
        }
        answer.put("already", there).put("keys", keys.size());
    }

    private void merge(Ask ask, ObjectNode answer) {
        JsonNode saved = saved(ask.text("from"));
        step.code("registry.write");
        boolean fresh = !host.registry().exists();
        if (fresh) {
            host.registry().create();
            host.registry().sddl(saved.path("sddl").asText());
        }
        int added = 0;
        List<String> differs = new ArrayList<>();
        for (JsonNode key : saved.path("keys")) {
            List<String> names = new Ask(key).texts("names");
            for (JsonNode value : key.path("values")) {
                Optional<String> is = value(names, value.path("name").asText());
                if (is.isEmpty()) {
                    host.registry()
                            .set(
                                    names,
                                    value.path("name").asText(),
                                    value.path("value").asText());
                    added++;
                } else if (!is.get().equalsIgnoreCase(value.path("value").asText())) {
                    differs.add(String.join("\\", names));
                }
            }
        }
        answer.put("added", added);
        answer.set("differs", Json.texts(differs));
        answer.put("recreated", fresh);
    }

    private Optional<String> value(List<String> names, String name) {
        return host.registry().key(names).map(k -> k.values().get(name));
    }

    private JsonNode saved(String path) {
        HostFile file = host.disk()
                .file(path)
                .orElseThrow(() -> new StandIn.Refused("file.missing", path + " does not exist."));
        step.code("file.read");
        return switch (file.content()) {
            case HostFile.Text text -> read(text.text());
            case HostFile.Dll dll -> throw new HostError("NoText", path + " is no text.");
            case HostFile.Msi msi -> throw new HostError("NoText", path + " is no text.");
            case HostFile.RuntimeInstaller runtime -> throw new HostError("NoText", path + " is no text.");
        };
    }

    private static JsonNode read(String text) {
        try {
            return Json.read(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException noJson) {
            throw new HostError("NoJson", "Conversion from JSON failed.");
        }
    }
}
