package keyturn.evidence;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.evidence.Bundle.BundleFile;
import keyturn.plan.Plan;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.Confirmation;
import keyturn.plan.flow.TestChoice;
import keyturn.script.Scripts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundleTest {

    /** Markdown shows such lines as they stand. */
    private static final String CODE = "    ";

    private final Plan plan = new SeenWorld()
            .confirmed(Confirmation.DOT_NET)
            .test("Sales", TestChoice.OWN)
            .plan();
    private final Bundle bundle = Bundle.of(plan, Scripts.of(plan));

    @TempDir
    Path folder;

    @Test
    void theFilesAreThese() {
        assertEquals(
                List.of(
                        "SHA256SUMS",
                        "backout.ps1",
                        "backout.sql",
                        "change.html",
                        "change.md",
                        "forward.ps1",
                        "forward.sql",
                        "plan.json",
                        "run-order.txt",
                        "steps/001-SQL01-test-before-full-archive.sql",
                        "steps/002-SQL01-point-azurekeyvault-ekm.sql",
                        "steps/003-SQL01-enable-azurekeyvault-ekm.sql",
                        "steps/004-SQL01-read-azurekeyvault-ekm.sql",
                        "steps/005-SQL01-test-after-own-sales.sql",
                        "steps/006-SQL01-test-after-full-archive.sql",
                        "verify.sql"),
                bundle.files().stream().map(BundleFile::name).toList());
    }

    @Test
    void theSumsAreThoseOfTheFiles() throws Exception {
        Path written = BundleWriter.write(bundle, folder.resolve("Änderung 鍵"));

        assertEquals(List.of(), EvidenceCheck.of(written));
        for (String line : Files.readAllLines(written.resolve("SHA256SUMS"))) {
            assertTrue(line.matches("[0-9a-f]{64}  [\\w./-]+"), line);
        }
    }

    @Test
    void anEditedAMissingAndAnAddedFileAreNamed() throws Exception {
        Path written = BundleWriter.write(bundle, folder.resolve("bundle"));
        Path forward = written.resolve("forward.sql");
        Files.writeString(forward, Files.readString(forward) + "\n");
        Files.delete(written.resolve("verify.sql"));
        Files.writeString(written.resolve("steps").resolve("007-more.sql"), "");

        assertEquals(
                List.of("evidence.check.sum", "evidence.check.missing", "evidence.check.more"),
                EvidenceCheck.of(written).stream().map(Problem::code).toList());
        String first = EvidenceCheck.of(written).getFirst().summary().text();
        assertTrue(first.contains("forward.sql") && first.contains("line 6"), first);
    }

    @Test
    void aZipHoldsTheSameFilesAndHasTheSameBytesEachTime() throws Exception {
        Path one = BundleWriter.write(bundle, folder.resolve("one.zip"));
        Path two = BundleWriter.write(Bundle.of(plan, Scripts.of(plan)), folder.resolve("two.ZIP"));

        assertArrayEquals(Files.readAllBytes(one), Files.readAllBytes(two));
        try (ZipFile zip = new ZipFile(one.toFile())) {
            assertEquals(
                    bundle.files().stream().map(BundleFile::name).toList(),
                    zip.stream().map(ZipEntry::getName).toList());
            for (BundleFile file : bundle.files()) {
                try (InputStream content = zip.getInputStream(zip.getEntry(file.name()))) {
                    assertEquals(file.text(), new String(content.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
        }
    }

    @Test
    void whatIsThereIsNotWrittenOverAndAFolderThatLacksIsSaid() throws Exception {
        Path taken = Files.writeString(folder.resolve("taken"), "mine");

        assertEquals("bundle.exists", refused(taken));
        assertEquals("mine", Files.readString(taken));
        assertEquals("bundle.exists", refused(Files.writeString(folder.resolve("taken.zip"), "mine")));
        assertEquals("bundle.folder", refused(folder.resolve("not").resolve("there")));
    }

    @Test
    void aBundleThatCannotBeWrittenLeavesNothing() throws IOException {
        String tooLong = "steps/" + "x".repeat(300) + ".sql";
        Bundle broken = new Bundle(List.of(new BundleFile("plan.json", "{}"), new BundleFile(tooLong, "")));

        Problem problem = assertThrows(Problem.Raised.class, () -> BundleWriter.write(broken, folder.resolve("b")))
                .problem();
        assertEquals("bundle.write", problem.code());
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void theChangeFitsATicketAndSaysWhatATicketAsks() {
        String text = file("change.md");
        for (String section : List.of(
                "purpose",
                "positions",
                "impact",
                "users",
                "risk",
                "outage",
                "rights",
                "todo",
                "steps",
                "tsql",
                "ways",
                "watch",
                "test",
                "backout",
                "later",
                "approvals")) {
            String heading =
                    Message.of("evidence.change." + section + ".heading").text();
            assertTrue(text.contains("## " + heading + "\n"), heading);
        }
        text.lines().filter(line -> !line.startsWith(CODE)).forEach(line -> assertTrue(line.length() <= 100, line));
        assertTrue(text.contains("Point of no return"), text);
        assertTrue(
                text.contains(Message.of("flow.upgrade.ticket.confirmed", ".NET Framework")
                        .text()),
                text);
        assertTrue(text.contains("TO DO on the host"), text);
        assertTrue(
                file("run-order.txt")
                        .contains(Message.of("evidence.order.own").text().substring(0, 40)),
                file("run-order.txt"));
    }

    @Test
    void thePageNeedsNothingButItself() {
        String page = file("change.html");

        assertFalse(page.matches("(?s).*(?:src|href)=.*"), page);
        assertFalse(page.contains("http://") || page.contains("https://") || page.contains("<script"), page);
    }

    @Test
    void hostileNamesStayTextOnThePageAndInTheTicket() {
        Plan hostile = new SeenWorld()
                .databases(SeenWorld.encrypted(5, "<script>alert('x')</script> &amp; [a](http://b)"))
                .plan();
        Bundle files = Bundle.of(hostile, Scripts.of(hostile));

        String page = file(files, "change.html");
        assertFalse(page.contains("<script"), page);
        assertTrue(page.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp;amp;"), page);
        String text = file(files, "change.md")
                .lines()
                .filter(line -> !line.startsWith(CODE))
                .collect(Collectors.joining("\n"));
        assertFalse(text.contains(" <script") || text.contains("](http"), text);
    }

    @Test
    void onlyScriptsWithMoreThanAsciiHaveAMark() {
        Plan other = new SeenWorld().databases(SeenWorld.encrypted(5, "Ärchiv")).plan();

        assertFalse(file("forward.ps1").startsWith("\uFEFF"));
        assertTrue(file(Bundle.of(other, Scripts.of(other)), "forward.ps1").startsWith("\uFEFF"));
        assertTrue(file(Bundle.of(other, Scripts.of(other)), "forward.sql").startsWith("\uFEFF:on error exit\n"));
        bundle.files().forEach(file -> assertFalse(file.text().contains("\r"), file.name()));
    }

    private String refused(Path to) {
        return assertThrows(Problem.Raised.class, () -> BundleWriter.write(bundle, to))
                .problem()
                .code();
    }

    private String file(String name) {
        return file(bundle, name);
    }

    private static String file(Bundle bundle, String name) {
        return bundle.files().stream()
                .filter(file -> file.name().equals(name))
                .map(BundleFile::text)
                .findFirst()
                .orElseThrow();
    }
}
