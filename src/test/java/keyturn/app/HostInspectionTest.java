package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import keyturn.domain.DllPath;
import keyturn.domain.host.HostSight;
import keyturn.domain.inspection.Inspection;
import keyturn.inspect.Connector;
import keyturn.inspect.Inspector;
import keyturn.inspect.Session;
import keyturn.inspect.Worlds.World;
import keyturn.plan.build.BuildAdvice;
import keyturn.plan.build.BuildAdvice.Remark;
import keyturn.plan.build.SeenOnHost;
import keyturn.plan.flow.Confirmation;
import keyturn.practice.Range;
import keyturn.rehearsal.PracticeWorlds;
import keyturn.sql.SqlConnector;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What an inspection sees of the Windows host, and which build of the connector it is by that. */
@BesideOthers
final class HostInspectionTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DllPath DLL =
            new DllPath("C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault"
                    + "\\Microsoft.AzureKeyVaultService.EKM.dll");

    private static final Map<String, Inspection> SEEN = new ConcurrentHashMap<>();

    private final InProcess keyturn;

    HostInspectionTest(@TempDir Path folder) {
        this.keyturn = new InProcess(folder);
    }

    /** Each world is looked at once. */
    private static Inspection seen(String scenario, String... faults) throws Exception {
        String world = scenario + String.join(" ", faults);
        Inspection known = SEEN.get(world);
        Inspection seen = known == null ? looked(scenario, faults) : known;
        SEEN.put(world, seen);
        return seen;
    }

    private static Inspection looked(String scenario, String... faults) throws Exception {
        Connector connector = new TargetConnector(new SqlConnector("test"), (code, page, until) -> {});
        try (PracticeWorlds worlds = new PracticeWorlds();
                World world = worlds.start(scenario, List.of(faults));
                Session session = connector.open(world.target())) {
            return new Inspector(Clock.systemUTC()).inspect(session);
        }
    }

    private static Set<Remark> remarks(Inspection seen) {
        return BuildAdvice.of(seen).stream()
                .flatMap(advice -> advice.remarks().stream())
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "healthy, '', OLDER",
        "key-versions, '', OLDER",
        "dll-replaced, '', LOADED_IS_ANOTHER CURRENT",
        "healthy, bad-signature@host, NOT_SIGNED OLDER"
    })
    void theFileTellsTheBuild(String scenario, String fault, String remarks) throws Exception {
        String[] faults = fault.isEmpty() ? new String[0] : new String[] {fault};
        Set<Remark> expected =
                Set.of(remarks.split(" ")).stream().map(Remark::valueOf).collect(Collectors.toSet());
        assertEquals(expected, remarks(seen(scenario, faults)));
    }

    @ParameterizedTest
    @CsvSource({
        "healthy, VC_RUNTIME, true",
        "no-vcredist, VC_RUNTIME, false",
        "healthy, DOT_NET, true",
        "healthy, REGISTRY_RIGHTS, true",
        "no-registry, REGISTRY_RIGHTS, false",
        "healthy, ACCOUNT_READS, true",
        "healthy, NO_OTHER_INSTANCE, true",
        "two-instances, NO_OTHER_INSTANCE, false"
    })
    void theHostAnswersWhatADbaWouldConfirm(String scenario, Confirmation asked, boolean answer) throws Exception {
        assertEquals(Optional.of(answer), SeenOnHost.answer(seen(scenario), asked, DLL));
    }

    @Test
    void theOtherInstanceIsNamed() throws Exception {
        List<HostSight.Service> sharing = SeenOnHost.sharing(seen("two-instances"), DLL);
        assertEquals(
                List.of("MSSQL$SECOND"),
                sharing.stream().map(service -> service.name().value()).toList());
    }

    @Test
    void itStandsInTheJsonAndOutsideTheDigest() throws IOException {
        try (Range range = keyturn.started("healthy")) {
            JsonNode with = inspected(0);
            assertEquals("PRACTICE01", with.path("host").path("computer").asText());
            assertEquals(1, with.path("host").path("registry").path("keyUris").size());
            JsonNode without = inspected(0, "--host", "none");
            assertFalse(without.has("host"));
            assertEquals(with.path("digest"), without.path("digest"));
            range.setFault("unreachable@host");
            assertTrue(inspected(0).path("host").has("unknown"));
        }
    }

    private JsonNode inspected(int exit, String... more) throws IOException {
        List<Object> words =
                new ArrayList<>(List.of("inspect", "--range", keyturn.folder().resolve("healthy.json"), "--json"));
        words.addAll(List.of(more));
        Command.Ended ended = InProcess.say(words.toArray());
        assertEquals(exit, ended.exit(), ended.all());
        return JSON.readTree(ended.out());
    }

    @Test
    void aHostThatNoPracticeTargetHasIsWrongUsage() throws IOException {
        try (Range range = keyturn.started("healthy")) {
            Command.Ended remote =
                    InProcess.say("inspect", "--range", keyturn.folder().resolve("healthy.json"), "--host", "remote");
            assertEquals(2, remote.exit(), remote.all());
            Command.Ended unknown =
                    InProcess.say("inspect", "--range", keyturn.folder().resolve("healthy.json"), "--host", "near");
            assertEquals(2, unknown.exit(), unknown.all());
            assertTrue(remote.all().contains("target.host.noRemote"), remote.all());
            assertTrue(unknown.all().contains("target.host.unknown"), unknown.all());
            assertTrue(range.port() > 0);
        }
    }
}
