package keyturn.practice.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import keyturn.practice.web.Json;

/** The scripts for files and folders. */
record FileScripts(WindowsHost host, StandIn.Step step) {

    void run(String name, Ask ask, ObjectNode answer) {
        switch (name) {
            case "check-file" -> check(ask, answer);
            case "copy-folder" -> copy(ask, answer);
            case "place-file" -> place(ask, answer);
            case "rename-folder" -> rename(ask, answer);
            case "delete-folder" -> delete(ask, answer);
            default -> throw new IllegalArgumentException(name);
        }
    }

    private void check(Ask ask, ObjectNode answer) {
        HostFile file = host.disk()
                .file(ask.text("path"))
                .orElseThrow(() -> new StandIn.Refused("file.missing", ask.text("path") + " does not exist."));
        ObjectNode fact = new HostSight(host).fact(file, ask.text("account"));
        List<String> differences = new ArrayList<>();
        compare(
                ask,
                "version",
                fact.path("version").asText(),
                fact.path("version").asText(),
                differences);
        String date = fact.path("date").asText();
        compare(ask, "date", date.substring(0, 10), date, differences);
        compare(ask, "sha256", fact.path("sha256").asText(), fact.path("sha256").asText(), differences);
        if (!fact.path("signature").asText().equals("Valid")) {
            differences.add("signature " + fact.path("signature").asText());
        }
        if (fact.hasNonNull("readable") && !fact.path("readable").asBoolean()) {
            differences.add("not readable for " + ask.text("account"));
        }
        if (!differences.isEmpty()) {
            throw new StandIn.Refused(
                    "file.differs",
                    ask.text("path") + " is another file than was planned: " + String.join(", ", differences) + ".");
        }
        answer.set("file", fact);
    }

    private static void compare(Ask ask, String name, String is, String shown, List<String> differences) {
        ask.given(name)
                .filter(planned -> !planned.equalsIgnoreCase(is))
                .ifPresent(other -> differences.add((name.equals("sha256") ? "SHA-256" : name) + " " + shown));
    }

    private void copy(Ask ask, ObjectNode answer) {
        String from = ask.text("from");
        String to = ask.text("to");
        demandFolder(from);
        boolean there = host.disk().exists(to);
        if (!there) {
            step.code("file.copy");
            host.disk().copy(from, to);
        }
        if (!hashes(from).equals(hashes(to))) {
            throw new StandIn.Refused(
                    "file.exists", to + " holds other files than " + from + ", and is not overwritten.");
        }
        answer.put("already", there);
        ArrayNode files = answer.putArray("files");
        hashes(to).forEach(files::add);
    }

    private List<ObjectNode> hashes(String folder) {
        return host.disk().below(folder).stream()
                .map(f -> Json.object()
                        .put("path", f.path().substring(folder.length() + 1))
                        .put("sha256", f.sha256()))
                .toList();
    }

    private void demandFolder(String path) {
        if (!host.disk().isFolder(path)) {
            throw new StandIn.Refused("folder.missing", path + " does not exist.");
        }
    }

    /** Refuses a file that is missing, or is another than was planned, or is not signed. */
    static HostFile demand(WindowsHost host, String path, Ask ask) {
        HostFile file = host.disk()
                .file(path)
                .orElseThrow(() -> new StandIn.Refused("file.missing", path + " does not exist."));
        ask.given("sha256")
                .filter(planned -> !planned.equalsIgnoreCase(file.sha256()))
                .ifPresent(planned -> {
                    throw new StandIn.Refused(
                            "file.differs",
                            "The SHA-256 of " + path + " is " + file.sha256() + ", not " + planned + ".");
                });
        String signed = Signature.of(file, host.faults()).status();
        if (!signed.equals("Valid")) {
            throw new StandIn.Refused("file.differs", "The signature of " + path + " is " + signed + ".");
        }
        return file;
    }

    /** Tells the hash of what lies at a path, unless it is another than was to be put there. */
    static void same(WindowsHost host, String path, String sha256, boolean already, ObjectNode answer) {
        String is = host.disk().known(path).sha256();
        if (!is.equals(sha256)) {
            throw new StandIn.Refused("file.exists", path + " is another file, and is not overwritten.");
        }
        answer.put("already", already).put("sha256", is);
    }

    private void place(Ask ask, ObjectNode answer) {
        HostFile file = demand(host, ask.text("from"), ask);
        String to = ask.text("to");
        boolean there = host.disk().exists(to);
        if (!there) {
            step.code("file.copy");
            host.disk().copy(file.path(), to);
        }
        same(host, to, file.sha256(), there, answer);
    }

    private void rename(Ask ask, ObjectNode answer) {
        String to = ask.text("to");
        boolean from = host.disk().isFolder(ask.text("from"));
        boolean there = host.disk().exists(to);
        if (!from && !there) {
            throw new StandIn.Refused("folder.missing", ask.text("from") + " does not exist.");
        }
        if (from && there) {
            throw new StandIn.Refused("file.exists", to + " exists and is not overwritten.");
        }
        step.code("folder.rename");
        if (from) {
            host.disk().move(ask.text("from"), to);
        }
        answer.put("already", there);
    }

    private void delete(Ask ask, ObjectNode answer) {
        String path = ask.text("path");
        boolean there = host.disk().isFolder(path);
        if (there) {
            demandExpected(path, ask.texts("expected"));
            step.code("folder.delete");
            host.disk().remove(path);
        }
        answer.put("already", !there);
    }

    private void demandExpected(String path, List<String> expected) {
        List<String> others = hashes(path).stream()
                .filter(f -> expected.stream().noneMatch(f.path("sha256").asText()::equalsIgnoreCase))
                .map(f -> f.path("path").asText())
                .toList();
        if (!others.isEmpty()) {
            throw new StandIn.Refused(
                    "file.unexpected", path + " holds other files: " + String.join(", ", others) + ".");
        }
    }
}
