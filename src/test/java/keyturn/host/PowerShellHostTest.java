package keyturn.host;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import keyturn.domain.Problem;
import keyturn.domain.host.HostDoor;
import keyturn.practice.Range;
import keyturn.practice.RangeOptions;
import keyturn.practice.server.RequestLog;
import keyturn.run.door.HostWriter;
import keyturn.run.door.Outcome;
import keyturn.script.act.HostAct;
import keyturn.script.act.HostScript;
import keyturn.tools.ScriptCheck;
import keyturn.tools.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of an act on the host, told by what was observed of it. */
final class PowerShellHostTest {

    private static final HostAct STOP = act(HostScript.STOP_SERVICE, "{\"name\":\"MSSQL$KEYTURN\",\"seconds\":10}");
    private static final HostAct START =
            act(HostScript.START_SERVICE, "{\"name\":\"MSSQL$KEYTURN\",\"dependents\":[],\"seconds\":10}");
    private static final HostAct UNKNOWN =
            act(HostScript.UNINSTALL_PROGRAM, "{\"productCode\":\"{x}\",\"log\":\"C:\\\\u.log\"}");

    @TempDir
    Path folder;

    private static HostAct act(HostScript script, String parameters) {
        return new HostAct.RunScript(script, parameters);
    }

    private static HostDoor.Practice door(Range range) {
        Map<String, String> offers = range.offers();
        return new HostDoor.Practice(
                URI.create(String.valueOf(offers.get("host"))),
                range.certificate(),
                Path.of(String.valueOf(offers.get("hostModule"))),
                false);
    }

    private static HostWriter host(HostDoor door) throws Problem.Raised {
        return new PowerShellHost(Shells.of(door));
    }

    private static String code(Outcome outcome) {
        return assertInstanceOf(Outcome.Refused.class, outcome).problem().code();
    }

    @Test
    void theServerStopsAndStartsAndARefusalHasItsNumber() throws Exception {
        try (Range range = Range.start(RangeOptions.of("healthy").withFaults(List.of("msi=1618")));
                HostWriter host = host(door(range))) {
            assertInstanceOf(Outcome.Done.class, host.perform(STOP));
            assertFalse(range.server().listening());
            assertInstanceOf(Outcome.Done.class, host.perform(START));
            assertTrue(range.server().listening());
            assertEquals("host.msi.1618", code(host.perform(UNKNOWN)));
        }
    }

    /** The same bytes in a real PowerShell, with what it answers; the range hears the cmdlets of the module. */
    @Test
    void aRealPowerShellRunsTheSameText() throws Exception {
        Tools.require("pwsh");
        try (Range range = Range.start(RangeOptions.of("healthy"));
                HostWriter host = host(door(range).byPowerShell())) {
            assertInstanceOf(Outcome.Done.class, host.perform(STOP));
            assertFalse(range.server().listening());
            Set<String> heard = range.log().entries().stream()
                    .filter(entry -> entry.kind().equals("host"))
                    .map(RequestLog.Entry::text)
                    .map(text -> text.lines().findFirst().orElse(""))
                    .collect(Collectors.toSet());
            assertEquals(Set.of("Get-Service", "Stop-Service"), heard);
        }
    }

    @Test
    void withoutAnAnswerNobodyKnowsAndWithoutAHostNothingWasSent() throws Exception {
        Range range = Range.start(RangeOptions.of("healthy"));
        try (HostWriter host = host(door(range))) {
            range.setFault("drop-after@host");
            assertInstanceOf(Outcome.Unanswered.class, host.perform(STOP));
            assertFalse(range.server().listening(), "it was done all the same");
            range.close();
            assertInstanceOf(Outcome.NotSent.class, host.perform(START));
        } finally {
            range.close();
        }
    }

    private static final String NO_SHELL = "a shell script of Unix stands in for PowerShell";

    private PowerShellShell program(String text) throws IOException {
        Path program = Files.writeString(folder.resolve("pwsh"), "#!/bin/sh\n" + text + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
        return new PowerShellShell(program, Map.of("KEYTURN_HOST_COMPUTER", "SQL01"));
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_SHELL)
    void anEndWithoutAnAnswerIsNotARefusal() throws IOException {
        String clixml = "#< CLIXML\\n<Objs><S S=\"Error\">It is &lt;gone&gt;._x000D__x000A_</S></Objs>";
        Shell.Said said =
                program("read line; printf '" + clixml + "' >&2; exit 1").run("x", "{}", Duration.ofSeconds(20));
        Problem problem = assertInstanceOf(Shell.Silent.class, said).problem();
        assertEquals("It is <gone>.", problem.detail().orElseThrow());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_SHELL)
    void whatTakesTooLongIsEndedAndNobodyKnows() throws IOException {
        Shell.Said said = program("read line; exec sleep 60").run("x", "{}", Duration.ofMillis(200));
        assertEquals(
                "host.late",
                assertInstanceOf(Shell.Silent.class, said).problem().code());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_SHELL)
    void whereTheHostIsNotReachedNothingWasSent() throws IOException {
        Shell.Said said = program("read line; echo '{\"notBegun\":\"WinRM cannot process the request.\"}'")
                .run("x", "{}", Duration.ofSeconds(20));
        Problem problem = assertInstanceOf(Shell.NotBegun.class, said).problem();
        assertEquals("host.unreachable", problem.code());
        assertEquals(List.of("SQL01"), problem.summary().arguments());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = NO_SHELL)
    void otherLinesAreMessagesAndTheLineGoesInAsItIs() throws IOException {
        Shell.Said said = program("read -r line; echo working; printf '%s\\n' \"$line\"")
                .run("x", "{\"done\":true,\"path\":\"C:\\\\x\"}", Duration.ofSeconds(20));
        var answered = assertInstanceOf(Shell.Answered.class, said);
        assertEquals(List.of("working"), answered.lines());
        assertEquals("C:\\x", answered.answer().path("path").asText());
    }

    @Test
    void everyHostScriptAndTheLauncherAreUnderstoodByPowerShell5() throws IOException {
        List<Path> texts = new java.util.ArrayList<>(List.of(Path.of("src/main/resources/keyturn/host/launch.ps1")));
        try (var scripts = Files.list(Path.of("src/main/resources/keyturn/script/host"));
                ScriptCheck check = ScriptCheck.start()) {
            scripts.forEach(texts::add);
            for (Path text : texts) {
                assertEquals(List.of(), check.powershell(Files.readString(text)).findings(), text.toString());
                assertTrue(Files.readString(text).chars().allMatch(c -> c < 128), text.toString());
            }
        }
    }
}
