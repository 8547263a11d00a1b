package keyturn.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import keyturn.cli.page.Paint;
import keyturn.cli.page.TerminalPage;
import keyturn.domain.inspection.Inspection;
import keyturn.evidence.csv.CsvLists;
import keyturn.plan.check.Covered;
import keyturn.plan.check.Finding;
import picocli.CommandLine.Option;

/** {@code --csv DIR}: lists as files of their own, none of which may be there yet. */
public final class CsvFolder {

    private static final List<String> OF_INSPECTION =
            List.of("databases.csv", "backups.csv", "sessions.csv", "jobs.csv");
    private static final String FINDINGS = "findings.csv";

    @Option(names = "--csv", paramLabel = "DIR", descriptionKey = "help.csv")
    Optional<Path> folder = Optional.empty();

    /** To be asked before anybody connects. */
    public void checkFreeForInspection() throws Ended {
        for (String name : OF_INSPECTION) {
            checkFree(name);
        }
    }

    public void checkFreeForFindings() throws Ended {
        checkFree(FINDINGS);
    }

    private void checkFree(String name) throws Ended {
        if (folder.isPresent()) {
            NewFile.checkFree(folder.get().resolve(name));
        }
    }

    public void write(Inspection inspection, Terminal terminal) throws Ended {
        Map<String, String> lists = new TreeMap<>();
        lists.put("databases.csv", CsvLists.databases(inspection));
        lists.put("backups.csv", CsvLists.covered(Covered.of(inspection)));
        lists.put("sessions.csv", CsvLists.sessions(inspection));
        lists.put("jobs.csv", CsvLists.jobs(inspection));
        write(lists, terminal);
    }

    public void write(List<Finding> findings, Terminal terminal) throws Ended {
        write(Map.of(FINDINGS, CsvLists.findings(findings)), terminal);
    }

    private void write(Map<String, String> lists, Terminal terminal) throws Ended {
        if (folder.isEmpty()) {
            return;
        }
        for (Map.Entry<String, String> list : lists.entrySet()) {
            NewFile.write(folder.get().resolve(list.getKey()), list.getValue());
        }
        terminal.messages()
                .text(
                        Paint.Ink.PLAIN,
                        0,
                        TerminalPage.say("cli.csv.written", String.join(", ", lists.keySet()), folder.get()));
    }
}
