package keyturn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import keyturn.domain.Permission;
import keyturn.plan.SeenWorld;
import keyturn.tools.ScriptCheck;
import org.junit.jupiter.api.Test;

final class GrantScriptTest {

    @Test
    void whatAPlanLacksIsGrantedAndTakenBackByExactStatements() throws IOException {
        var world = new SeenWorld()
                .permissions(
                        SeenWorld.known(List.of(Permission.onServer("VIEW SERVER STATE"), Permission.OWNER_OF_MASTER)));
        List<Permission> missing = world.choices()
                .flow()
                .preflight(world.inspection(), world.choices())
                .missing();

        String grant = GrantScript.of("CORP\\a]b", missing);
        assertEquals("USE [master];\nGRANT CONTROL SERVER TO [CORP\\a]]b];\n", grant);
        String back = GrantScript.back("CORP\\a]b", missing);
        assertEquals("USE [master];\nREVOKE CONTROL SERVER FROM [CORP\\a]]b];\n", back);
        findsNothing(grant, back);
    }

    /** A run's lock belongs to dbo of master: no permission stands for membership. */
    @Test
    void membershipInARoleIsGivenAndTakenBack() throws IOException {
        List<Permission> missing = List.of(Permission.OWNER_OF_MASTER);

        String grant = GrantScript.of("dba", missing);
        String back = GrantScript.back("dba", missing);
        assertTrue(
                grant.endsWith("    CREATE USER [dba] FOR LOGIN [dba];\nALTER ROLE [db_owner] ADD MEMBER [dba];\n"),
                grant);
        assertEquals("USE [master];\nALTER ROLE [db_owner] DROP MEMBER [dba];\n", back);
        findsNothing(grant, back);
    }

    @Test
    void whatIsHeldInADatabaseIsGrantedThereToAUserOfTheLogin() throws IOException {
        var missing = List.of(
                new Permission("CONTROL", "Sal]es"), Permission.ALTER_ANY_LOGIN, Permission.CREATE_ASYMMETRIC_KEY);

        String grant = GrantScript.of("dba'1", missing);
        String back = GrantScript.back("dba'1", missing);
        assertEquals(
                List.of(
                        "USE [master];",
                        "GRANT ALTER ANY LOGIN TO [dba'1];",
                        "GRANT CREATE ASYMMETRIC KEY ON DATABASE::[master] TO [dba'1];",
                        "USE [Sal]]es];",
                        "GRANT CONTROL ON DATABASE::[Sal]]es] TO [dba'1];"),
                grant.lines()
                        .filter(line -> line.startsWith("USE") || line.startsWith("GRANT"))
                        .toList());
        assertEquals(
                2, grant.lines().filter(line -> line.contains("CREATE USER")).count());
        findsNothing(grant, back);
    }

    private static void findsNothing(String... scripts) throws IOException {
        try (ScriptCheck check = ScriptCheck.start()) {
            for (String script : scripts) {
                assertEquals(List.of(), check.batch(script).findings());
            }
        }
    }
}
