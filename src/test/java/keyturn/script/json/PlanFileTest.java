package keyturn.script.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import keyturn.domain.Problem;
import keyturn.plan.Plan;
import keyturn.plan.SeenWorld;
import keyturn.script.Scripts;
import keyturn.script.ScriptsTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void whatIsWrittenIsReadBackWhole() throws Problem.Raised {
        Plan read = PlanFile.read(file, "plan.json");

        assertEquals(plan, read);
        assertEquals(file, PlanFile.write(read, Scripts.of(read)));
    }

    @Test
    void theDigestStandsLastAndIsThatOfTheScripts() {
        assertTrue(file.endsWith("\"digest\" : \"" + Scripts.of(plan).digest() + "\"\n}\n"), file);
        assertTrue(Scripts.of(plan).digest().matches("sha256:[0-9a-f]{64}"));
    }

    @Test
    void theVersionOfTheProgramStandsOutsideTheDigest() throws Problem.Raised {
        assertEquals(plan, PlanFile.read(file.replace("\"development\"", "\"9.9.9\""), "plan.json"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "[Sales]\\nTO DISK      | [Other]\\nTO DISK | plan-file.acts",
                "WITH COPY_ONLY,        | WITH              | plan-file.acts",
                "\"kind\" : \"sql\"     | \"kind\" : \"cmd\" | plan-file.acts",
                "\"database\" : \"Sales\" | \"database\" : \"Other\" | plan-file.acts",
                "'ALTER CRYPTOGRAPHIC   | 'DROP CRYPTOGRAPHIC | plan-file.digest",
                "\"ekm-running\" : true | \"ekm-running\" : false | plan-file.digest",
                "2026-11-24T20:01:00Z   | 2026-11-25T20:01:00Z | plan-file.digest",
                "\"login\" : \"dba\"    | \"login\" : \"sa\" | plan-file.digest",
                "\"practice\" : true    | \"practice\" : true, \"more\" : 1 | plan-file.digest",
                "\"text\" : \"This step | \"text\" : \"That step | plan-file.digest",
                "\"digest\" : \"sha256: | \"digest\" : \"sha256:0 | plan-file.digest",
                "\"format\" : 1         | \"format\" : 2    | plan-file.format",
                "\"format\" : 1         | \"form\" : 1      | plan-file.format",
                "\"kind\" : \"read-provider\" | \"kind\" : \"read\" | plan-file.shape",
                "\"risk\" : \"READS\"   | \"risk\" : \"NONE\" | plan-file.shape",
                "\"madeAt\" : \"2026    | \"madeAt\" : \"x2026 | plan-file.shape",
                "\"number\" : 3         | \"number\" : 0 | plan-file.shape",
                "plan.step.read.title   | plan.step.nothing | plan-file.shape",
                "plan.step.read.title   | nothing           | plan-file.shape",
                "\"lane\" : \"in-place\" | \"lane\" : \"stop\" | plan-file.shape",
                "\"practice\" : true    | \"practice\" : 1  | plan-file.shape",
                "\"practice\" : true    | \"practice\" : true true | plan-file.json",
                "\"practice\" : true    | \"practice\" : true, \"practice\" : true | plan-file.json"
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
        Problem problem = refused("{\n  \"format\" : 1,\n  oops\n}");

        assertEquals(
                "plan.json, line 3, column 3: this is not JSON.",
                problem.summary().text());
        assertTrue(problem.detail().isPresent());
    }

    @ParameterizedTest
    @CsvSource({"'',plan-file.shape", "[],plan-file.shape", "{},plan-file.format", "{}{},plan-file.json"})
    void whatIsNoPlanIsRefused(String text, String code) {
        assertEquals(code, refused(text).code());
    }

    @Test
    void aMissingFieldIsNamedByItsPlace() {
        Problem problem = refused(file.replaceFirst("\"risk\" : \"REVERSIBLE\",", ""));

        assertEquals("plan-file.shape", problem.code());
        assertTrue(
                problem.summary().text().contains("steps[2].about.risk"),
                problem.summary().text());
        assertEquals(Optional.empty(), problem.detail());
    }

    private static Problem refused(String text) {
        return assertThrows(Problem.Raised.class, () -> PlanFile.read(text, "plan.json"))
                .problem();
    }
}
