package keyturn.practice.host;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The scripts that run the Windows installer. */
record InstallerScripts(WindowsHost host, StandIn.Step step) {

    private static final List<Integer> INSTALLED = List.of(0, 1641, 3010);
    private static final List<Integer> GONE = List.of(0, 1605, 1614, 1641, 3010);
    private static final List<Integer> RESTART = List.of(1641, 3010);

    void run(String name, Ask ask, ObjectNode answer) {
        switch (name) {
            case "uninstall-program" -> {
                int exit = host.installer().uninstall(ask.text("productCode"));
                ended(exit, GONE, ask, answer);
            }
            case "install-msi" -> {
                FileScripts.demand(host, ask.text("msi"), ask);
                int exit = host.installer().install(ask.text("msi"));
                ended(exit, INSTALLED, ask, answer);
            }
            case "extract-dll" -> extract(ask, answer);
            default -> throw new IllegalArgumentException(name);
        }
    }

    private void ended(int exit, List<Integer> well, Ask ask, ObjectNode answer) {
        host.disk().write(ask.text("log"), "practice installer log: " + exit);
        if (!well.contains(exit)) {
            throw new StandIn.Refused("msi." + exit, "msiexec ended with " + exit + ". Log: " + ask.text("log"));
        }
        answer.put("exitCode", exit).put("restartNeeded", RESTART.contains(exit));
    }

    private void extract(Ask ask, ObjectNode answer) {
        FileScripts.demand(host, ask.text("msi"), ask);
        step.code("file.write");
        String to = ask.text("to");
        String parts = to + ".parts";
        if (host.disk().exists(parts)) {
            host.disk().remove(parts);
        }
        host.disk().folder(parts);
        int exit = host.installer().extract(ask.text("msi"), parts);
        Optional<HostFile> dll = host.disk().below(parts).stream()
                .filter(f -> f.name().contains("EKM"))
                .findFirst();
        boolean there = host.disk().exists(to);
        if (exit == Installer.DONE && dll.isPresent() && !there) {
            host.disk().move(dll.get().path(), to);
        }
        host.disk().remove(parts);
        if (exit != Installer.DONE) {
            throw new StandIn.Refused("msi." + exit, "msiexec ended with " + exit + ".");
        }
        HostFile found = dll.orElseThrow(
                () -> new StandIn.Refused("file.missing", ask.text("msi") + " holds 0 connector DLLs."));
        FileScripts.same(host, to, found.sha256(), there, answer);
    }
}
