package keyturn.script;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import keyturn.domain.Permission;
import keyturn.plan.SeenWorld;
import keyturn.tools.ScriptCheck;
import org.junit.jupiter.api.Test;

final class GrantScriptTest {

    @Test
    void whatAPlanLacksIsGrantedAndTakenBackByExactStatements() throws IOException {
        var world = new SeenWorld().permissions(SeenWorld.known(List.of(Permission.onServer("VIEW SERVER STATE"))));
        List<Permission> missing = world.choices()
                .flow()
                .preflight(world.inspection(), world.choices())
                .missing();

        String grant = GrantScript.of("CORP\\a]b", missing);
        assertEquals("USE master;\nGRANT CONTROL SERVER TO [CORP\\a]]b];\n", grant);
        String back = GrantScript.back("CORP\\a]b", missing);
        assertEquals("USE master;\nREVOKE CONTROL SERVER FROM [CORP\\a]]b];\n", back);
        try (ScriptCheck check = ScriptCheck.start()) {
            assertEquals(List.of(), check.batch(grant).findings());
            assertEquals(List.of(), check.batch(back).findings());
        }
    }
}
