package keyturn.evidence.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import keyturn.plan.SeenWorld;
import keyturn.plan.check.Preflight;
import org.junit.jupiter.api.Test;

final class CsvTest {

    @Test
    void cellsAreQuotedWhereTheyMustBeAndNoneIsAFormula() {
        assertEquals(
                "\uFEFFa,b\r\n\"x,y\",\"say \"\"no\"\"\"\r\n'=1+1,\"'-2\nmore\"\r\n'@x,plain\r\n",
                Csv.write(
                        List.of("a", "b"),
                        List.of(List.of("x,y", "say \"no\""), List.of("=1+1", "-2\nmore"), List.of("@x", "plain"))));
    }

    @Test
    void aSpreadsheetThatSplitsAtSemicolonsFindsNoFormulaEither() {
        assertEquals(
                "\uFEFFa\r\n\"x;'=1+1; '@y;z-1\"\r\n", Csv.write(List.of("a"), List.of(List.of("x;=1+1; @y;z-1"))));
    }

    @Test
    void eachListHasARowForEachThingAndSaysWhatIsNotKnown() {
        var world = new SeenWorld();
        Preflight preflight = world.choices().flow().preflight(world.inspection(), world.choices());

        assertEquals(4, CsvLists.databases(world.inspection()).lines().count());
        assertEquals(
                preflight.findings().size() + 1L,
                CsvLists.findings(preflight.findings()).lines().count());
        String covered = CsvLists.covered(preflight.covered());
        assertEquals(4, covered.lines().count());
        assertTrue(covered.contains("unknown: "), covered);
    }
}
