package keyturn.script.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import keyturn.domain.LocalPath;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.azure.KeyRight;
import keyturn.domain.azure.SecretLife;
import keyturn.plan.Plan;
import keyturn.plan.SeenRotation;
import keyturn.plan.SeenWorld;
import keyturn.plan.flow.rotate.RotateChoices;
import keyturn.plan.step.Group;
import keyturn.plan.step.StepId;
import keyturn.script.Otherwise;
import keyturn.script.Scripts;
import keyturn.script.ScriptsTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PlanFileTest {

    private final Plan plan = new SeenWorld()
            .databases(
                    SeenWorld.encrypted(5, "Sales"),
                    SeenWorld.simple(6, "Ärchiv ‘]'"),
                    SeenWorld.unreadable(8, "Lost", "OFFLINE"))
            .plan();
    private final String file = PlanFile.write(plan, Scripts.of(plan));

    @Test
    void theFileIsThis() throws IOException {
        assertEquals(ScriptsTest.golden("upgrade-plan.json"), file);
    }

    @Test
    void theFileOfARotationIsThisAndIsReadBackWhole() throws IOException, Problem.Raised {
        Plan rotation = new SeenRotation()
                .database("Sales")
                .create()
                .allowed(KeyRight.CREATE, KeyRight.BACKUP)
                .further(new RotateChoices.Further(
                        Optional.of(new LocalPath("/keys")), Optional.of(SecretLife.parse("P180D"))))
                .plan();
        String written = PlanFile.write(rotation, Scripts.of(rotation));

        assertEquals(ScriptsTest.golden("rotation-plan.json"), written);
        SavedPlan read = PlanFile.read(written, "plan.json");
        assertEquals(new SavedPlan(rotation, Scripts.of(rotation)), read);
        assertEquals(written, PlanFile.write(read.plan(), read.scripts()));
    }

    @Test
    void whatIsWrittenIsReadBackWhole() throws Problem.Raised {
        SavedPlan read = PlanFile.read(file, "plan.json");

        assertEquals(new SavedPlan(plan, Scripts.of(plan)), read);
        assertEquals(file, PlanFile.write(read.plan(), read.scripts()));
    }

    @Test
    void theDigestStandsLastAndIsThatOfTheScripts() {
        assertTrue(file.endsWith("\"digest\":\"" + Scripts.of(plan).digest() + "\"}\n"), file);
        assertTrue(Scripts.of(plan).digest().matches("sha256:[0-9a-f]{64}"));
    }

    @Test
    void theVersionOfTheProgramStandsOutsideTheDigest() throws Problem.Raised {
        assertEquals(
                plan,
                PlanFile.read(file.replace("\"development\"", "\"9.9.9\""), "plan.json")
                        .plan());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "[Sales]\\nTO DISK     | [Other]\\nTO DISK | plan-file.digest",
                "WITH COPY_ONLY,       | WITH             | plan-file.digest",
                "\"kind\":\"sql\"      | \"kind\":\"cmd\" | plan-file.shape",
                "\"database\":\"Sales\" | \"database\":\"Other\" | plan-file.digest",
                "\"ekm-running\":true | \"ekm-running\":false | plan-file.digest",
                "2026-11-24T20:01:00Z   | 2026-11-25T20:01:00Z | plan-file.digest",
                "\"login\":\"dba\"     | \"login\":\"sa\" | plan-file.digest",
                "\"repeats\":3         | \"repeats\":30   | plan-file.digest",
                "\"practice\":true     | \"practice\":true,\"more\":1 | plan-file.digest",
                "\"digest\":\"sha256:  | \"digest\":\"sha256:0 | plan-file.digest",
                "\"format\":2          | \"format\":1    | plan-file.format",
                "\"format\":2          | \"form\":2      | plan-file.format",
                "\"kind\":\"read-provider\" | \"kind\":\"read\" | plan-file.shape",
                "\"phase\":\"BEFORE\"  | \"phase\":\"NONE\" | plan-file.shape",
                "\"madeAt\":\"2026     | \"madeAt\":\"x2026 | plan-file.shape",
                "\"number\":3          | \"number\":0 | plan-file.shape",
                "\"lane\":\"in-place\" | \"lane\":\"stop\" | plan-file.shape",
                "\"practice\":true     | \"practice\":1  | plan-file.shape",
                "\"practice\":true     | \"practice\":true true | plan-file.json",
                "\"practice\":true     | \"practice\":true,\"practice\":true | plan-file.json"
            })
    void anEditIsSeenAndRefusedInClearWords(String was, String edited, String code) {
        assertTrue(file.contains(was), "the file has no " + was);

        Problem problem = refused(file.replace(was, edited));

        assertEquals(code, problem.code());
        assertTrue(
                problem.summary().text().startsWith("plan.json"),
                problem.summary().text());
        assertTrue(!problem.summary().text().contains("{0}"), problem.summary().text());
    }

    @Test
    void brokenJsonIsToldWithLineAndColumn() {
        Problem problem = refused("{\n  \"format\" : 2,\n  oops\n}");

        assertEquals(
                "plan.json, line 3, column 3: this is not JSON.",
                problem.summary().text());
        assertTrue(problem.detail().isPresent());
    }

    @Test
    void theActsOfAnotherVersionStandAsTheyWereApprovedAndAreTold() throws Problem.Raised {
        String other = OtherVersion.of(file, "BACKUP LOG [Sales]", "BACKUP  LOG [Sales]");

        SavedPlan read = PlanFile.read(other, "plan.json");

        assertEquals(plan, read.plan());
        assertTrue(read.scripts().steps().getFirst().act().shown().startsWith("BACKUP  LOG [Sales]"));
        assertEquals(other, PlanFile.write(read.plan(), read.scripts()));
        List<Otherwise> otherwise = Otherwise.of(read.plan(), read.scripts());
        assertEquals(
                List.of(Optional.of(new StepId(1)), Optional.of(new StepId(6))),
                otherwise.stream().map(Otherwise::step).toList());
        assertTrue(otherwise.getFirst().filed().startsWith("BACKUP  LOG"));
        assertTrue(otherwise.getFirst().ours().startsWith("BACKUP LOG"));
        assertEquals(
                Optional.of("run.otherwise"),
                Otherwise.refusal(read.plan(), read.scripts()).map(Problem::code));
        assertEquals(List.of(), Otherwise.of(plan, Scripts.of(plan)));
    }

    @Test
    void anUndoAndTheBoundsOfAnotherVersionAreToldToo() throws Problem.Raised {
        String other = OtherVersion.of(
                OtherVersion.of(file, "FROM FILE = N'C:", "FROM FILE =  N'C:"), "\"repeats\":3", "\"repeats\":4");

        SavedPlan read = PlanFile.read(other, "plan.json");

        List<Otherwise> otherwise = Otherwise.of(read.plan(), read.scripts());
        assertEquals(Optional.empty(), otherwise.getFirst().step());
        assertEquals(3, otherwise.size(), "the bounds, the act and what undoes it");
    }

    @Test
    void aGroupOfAnotherVersionIsKeptAsFiledAndTold() throws Problem.Raised {
        String opens = ",\"group\":{\"opens\":{\"provider\":\"AzureKeyVault_EKM\"}}";
        String other = OtherVersion.of(file, opens, "");

        SavedPlan read = PlanFile.read(other, "plan.json");

        StepId changed =
                Otherwise.of(read.plan(), read.scripts()).getFirst().step().orElseThrow();
        assertEquals(
                new Group.None(),
                read.scripts().steps().get(changed.number() - 1).group());
        assertEquals(other, PlanFile.write(read.plan(), read.scripts()));
        assertEquals(
                Optional.of("run.otherwise"),
                Otherwise.refusal(read.plan(), read.scripts()).map(Problem::code));
    }

    @Test
    void theGroupAroundATemporaryCredentialIsReadBack() throws Problem.Raised {
        Plan lending = new SeenRotation().database("Sales").callerWithout().plan();
        SavedPlan read = PlanFile.read(PlanFile.write(lending, Scripts.of(lending)), "plan.json");

        assertEquals(new SavedPlan(lending, Scripts.of(lending)), read);
        assertTrue(
                read.scripts().steps().stream().anyMatch(step -> !step.group().equals(new Group.None())));
    }

    @Test
    void wordsThatThisVersionDoesNotHaveAreShownAsFiled() throws Problem.Raised {
        Plan noted = new Plan(
                plan.identity(),
                plan.madeAt(),
                plan.choices(),
                plan.direction(),
                plan.basis(),
                plan.steps(),
                List.of(Message.of("plan.notice.repeat", 3, 10)));
        String other = PlanFile.write(noted, Scripts.of(noted)).replace("plan.notice.repeat", "plan.notice.of.later");

        SavedPlan read = PlanFile.read(other, "plan.json");

        assertEquals(Scripts.of(noted).digest(), read.digest());
        assertEquals(
                noted.notices().getFirst().text(),
                read.plan().notices().getFirst().text());
    }

    @ParameterizedTest
    @CsvSource({"'',plan-file.shape", "[],plan-file.shape", "{},plan-file.format", "{}{},plan-file.json"})
    void whatIsNoPlanIsRefused(String text, String code) {
        assertEquals(code, refused(text).code());
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep", "digits", "long"})
    void whatWouldCostTimeOrMemoryIsRefused(String kind) {
        String value =
                switch (kind) {
                    case "deep" -> "[".repeat(2000);
                    case "digits" -> "9".repeat(2000);
                    default -> '"' + "x".repeat(2_000_000) + '"';
                };
        assertEquals("plan-file.json", refused("{\"format\":" + value).code());
    }

    /** With a digest made anew: it is no signature, and a plan that nothing could have made is none. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "number":2               | "number":1                 | plan-file.shape
            "node":"SQL01            | "node":"\\u0007            | plan-file.shape
            """)
    void aForgedPlanIsRefusedThoughItsDigestFits(String was, String forged, String code) {
        assertTrue(file.contains(was), "the file has no " + was);
        assertEquals(code, refused(OtherVersion.of(file, was, forged)).code());
    }

    /** A small value takes many times its bytes in memory. */
    @Test
    void aFileOfMoreValuesThanAnyPlanHasIsRefused() {
        assertEquals(
                "script.file.limit",
                refused("[" + "0,".repeat(20_000_000) + "0]").summary().key());
    }

    @Test
    void aFileThatIsLargerThanAnyPlanIsNotRead(@TempDir Path folder) throws IOException {
        Path large = folder.resolve("plan.json");
        try (var bytes = new RandomAccessFile(large.toFile(), "rw")) {
            bytes.setLength(1L << 30);
        }
        var refused = assertThrows(Problem.Raised.class, () -> PlanFile.read(large));
        assertEquals("plan-file.size", refused.problem().code());
    }

    @Test
    void aPlanThatReliesOnNothingIsRefused() {
        String basis = file.lines()
                .filter(line -> line.startsWith("\"basis\""))
                .findFirst()
                .orElseThrow();
        assertTrue(refused(OtherVersion.of(file, basis, "\"basis\":{},"))
                .summary()
                .text()
                .contains("plan.basis"));
    }

    @Test
    void aMissingFieldIsNamedByItsPlace() {
        Problem problem = refused(file.replaceFirst("\"provider\":\"[^\"]*\",\"from\"", "\"from\""));

        assertEquals("plan-file.shape", problem.code());
        assertTrue(
                problem.summary().text().contains("plan.steps[2].provider"),
                problem.summary().text());
        assertEquals(Optional.empty(), problem.detail());
    }

    private static Problem refused(String text) {
        return assertThrows(Problem.Raised.class, () -> PlanFile.read(text, "plan.json"))
                .problem();
    }
}
