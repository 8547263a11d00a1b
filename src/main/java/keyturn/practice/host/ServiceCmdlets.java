package keyturn.practice.host;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import keyturn.practice.web.Json;

/** The cmdlets for services and processes. */
record ServiceCmdlets(WindowsHost host) {

    private static final int FIRST_PROCESS = 4000;
    private static final Pattern TERM = Pattern.compile("(Name|DisplayName) (=|LIKE) '([^']*)'");

    ArrayNode call(String name, Ask ask) {
        HostServices services = host.services();
        String service = ask.text("Name");
        switch (name) {
            case "Get-Service" -> {
                return found(service, ask.flag("DependentServices"));
            }
            case "Stop-Service" -> {
                if (!ask.flag("Force") && !services.dependents(service).isEmpty()) {
                    throw new HostError(
                            "ServiceHasDependentServices",
                            "Cannot stop service '" + services.shown(service) + " (" + service
                                    + ")' because it has dependent services.");
                }
                services.stop(service);
            }
            case "Start-Service" -> services.start(service);
            default -> services.startType(service, ask.text("StartupType"));
        }
        return Cmdlets.none();
    }

    private ArrayNode found(String name, boolean dependents) {
        HostServices services = host.services();
        ArrayNode all = Json.array();
        services.shown(name);
        for (String each : dependents ? services.dependents(name) : List.of(name)) {
            all.addObject()
                    .put("Name", each)
                    .put("DisplayName", services.shown(each))
                    .put("Status", services.state(each).word())
                    .put("StartType", services.startType(each));
        }
        return all;
    }

    ArrayNode instances(String name, Ask ask) {
        if (name.equals("Get-Process")) {
            return process(ask.number("Id"));
        }
        if (ask.text("ClassName").equals("Win32_ComputerSystem")) {
            return Cmdlets.one(Json.object()
                    .put("Name", host.engine().instance().identity().machine()));
        }
        ArrayNode all = Json.array();
        HostServices services = host.services();
        List<String> names = services.names();
        for (String each : names) {
            if (meant(ask.text("Filter"), each)) {
                HostServices.State state = services.state(each);
                all.addObject()
                        .put("Name", each)
                        .put("DisplayName", services.shown(each))
                        .put("State", HostSight.word(state))
                        .put("StartMode", HostSight.startMode(services.startType(each)))
                        .put("StartName", services.account(each))
                        .put(
                                "ProcessId",
                                state == HostServices.State.STOPPED ? 0 : FIRST_PROCESS + names.indexOf(each));
            }
        }
        return all;
    }

    /** By the terms of a filter, of which one is enough. */
    private boolean meant(String filter, String name) {
        Matcher term = TERM.matcher(filter);
        while (term.find()) {
            String is = term.group(1).equals("Name") ? name : host.services().shown(name);
            String wanted = Pattern.quote(term.group(3)).replace("%", "\\E.*\\Q");
            if (Pattern.compile(wanted, Pattern.CASE_INSENSITIVE).matcher(is).matches()) {
                return true;
            }
        }
        return filter.isEmpty();
    }

    private ArrayNode process(int id) {
        List<String> names = host.services().names();
        if (id < FIRST_PROCESS || id >= FIRST_PROCESS + names.size()) {
            throw new HostError(
                    "NoProcessFoundForGivenId", "Cannot find a process with the process identifier " + id + ".");
        }
        ObjectNode process = Json.object().put("Id", id).put("ProcessName", "sqlservr");
        ArrayNode modules = process.putArray("Modules");
        host.services()
                .modules(names.get(id - FIRST_PROCESS))
                .forEach(path -> modules.addObject()
                        .put("ModuleName", path.substring(path.lastIndexOf('\\') + 1))
                        .put("FileName", path));
        return Cmdlets.one(process);
    }
}
