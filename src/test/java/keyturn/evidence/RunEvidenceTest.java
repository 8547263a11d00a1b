package keyturn.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.run.RunResult;
import keyturn.run.journal.JournalLock;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a run files for others to check: whole as it was written, and any edit is seen and named. */
@BesideOthers
final class RunEvidenceTest {

    @TempDir
    Path folder;

    @Test
    void thePageHasBeforeAndAfterAndWhatIsWrittenIsWhole() throws Exception {
        Path run = filed("healthy");

        assertEquals(List.of(), EvidenceCheck.of(run));
        String page = Files.readString(run.resolve("evidence.html"));
        assertTrue(page.contains("PRACTICE"), page);
        assertTrue(page.contains("PENDING RESTART"), page);
        String version =
                Message.of("plan.fact.provider.version", "AzureKeyVault_EKM").text();
        assertTrue(page.contains("""
                        <tr class="moved">
                        <td>%s</td>
                        <td>15.0.300.96</td>
                        <td>15.0.2000.440</td>
                        """.formatted(version)), page);
        assertFalse(page.matches("(?s).*(?:src|href)=.*"), page);
    }

    @Test
    void hostileNamesStayTextOnThePage() throws Exception {
        String page = Files.readString(filed("hostile").resolve("evidence.html"));

        assertFalse(page.contains("<script"), page);
        assertTrue(page.contains("&lt;script&gt;alert(&#39;Ä&#39;)"), page);
    }

    @Test
    void anEditOfAnyFileIsSeenAndNamesIt() throws Exception {
        Path run = filed("healthy");
        try (Stream<Path> files = Files.list(run)) {
            for (Path file : files.filter(each -> !each.endsWith(Sums.FILE))
                    .filter(each -> !each.endsWith(JournalLock.FILE))
                    .toList()) {
                byte[] was = Files.readAllBytes(file);
                byte[] edited = was.clone();
                edited[was.length / 2] ^= 1;
                Files.write(file, edited);

                String name = file.getFileName().toString();
                List<String> found = words(EvidenceCheck.of(run));
                assertTrue(found.stream().anyMatch(words -> words.contains(name)), name + ": " + found);
                Files.write(file, was);
            }
        }
        assertEquals(List.of(), EvidenceCheck.of(run));
    }

    @Test
    void evidenceOfAnotherJournalIsSeenEvenWithFreshSums() throws Exception {
        Path run = filed("healthy");
        Path evidence = run.resolve("evidence.json");
        Files.writeString(
                evidence, Files.readString(evidence).replaceFirst("\"who\" : \"tester\"", "\"who\" : \"another\""));
        Files.delete(run.resolve("SHA256SUMS"));

        List<String> found = words(EvidenceCheck.of(run));
        assertTrue(found.toString().contains("evidence.json: approval.who is another"), found.toString());
    }

    @Test
    void aLineCutOffTheJournalIsSeen() throws Exception {
        Path run = filed("healthy");
        Path journal = run.resolve("journal.jsonl");
        List<String> lines = Files.readAllLines(journal);
        Files.writeString(journal, String.join("\n", lines.subList(0, lines.size() - 1)) + "\n");
        assertTrue(
                EvidenceCheck.of(run).stream()
                        .anyMatch(problem -> problem.code().equals("evidence.check.noFiled")),
                "the line that binds all files");

        Files.writeString(journal, String.join("\n", lines.subList(0, lines.size() - 2)) + "\n");
        List<String> found = words(EvidenceCheck.of(run));
        assertTrue(found.toString().contains("evidence.json: journal.last"), found.toString());
    }

    private Path filed(String scenario) throws IOException, Problem.Raised {
        try (Conducted world = Conducted.on(scenario, folder)) {
            var done = assertInstanceOf(RunResult.Completed.class, world.run());
            new EvidenceWriter("1.2.3").write(done);
            return done.trail().folder();
        }
    }

    private static List<String> words(List<Problem> problems) {
        return problems.stream().map(problem -> problem.summary().text()).toList();
    }
}
