package keyturn.inspect.registered;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import keyturn.domain.Message;
import keyturn.domain.Problem;
import keyturn.domain.reach.RegisteredServer;
import keyturn.inspect.SqlReader;
import keyturn.tools.BesideOthers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers come out of other tools' lists with name, group, login and colour, and without a password. */
@BesideOthers
final class RegisteredServersTest {

    private static final String HEAD = """
            <?xml version="1.0"?>
            <model xmlns="http://schemas.serviceml.org/smlif/2007/02"><instances>
            """;

    @TempDir
    private Path folder;

    @Test
    void serversOfManagementStudioKeepGroupLoginAndColour() throws Exception {
        String file = HEAD
                + server("Payroll", "SQL01\\FIN", "/ServerGroup/Finance/ServerGroup/Prod", "true", "DatabaseEngine")
                + server("Cube", "OLAP01", "", "false", "AnalysisServices")
                + server("SQL02,1455", "SQL02,1455", "", "false", "DatabaseEngine")
                + "</instances></model>";
        List<RegisteredServer> found = StudioFile.read(Files.writeString(folder.resolve("RegSrvr16.xml"), file));
        assertEquals(
                List.of(
                        new RegisteredServer(
                                "Payroll", "SQL01\\FIN", "Finance/Prod", Optional.of("dba"), OptionalInt.of(0xff0000)),
                        new RegisteredServer("SQL02,1455", "SQL02,1455", "", Optional.of("dba"), OptionalInt.empty())),
                found);
        assertFalse(found.toString().contains("AQAAANCM"), "no password, encrypted or not");
    }

    @Test
    void aFileThatIsNoListOrLooksElsewhereIsRefused() throws Exception {
        Path other = Files.writeString(folder.resolve("other.xml"), "no list");
        Problem noXml = refused(other);
        assertEquals("registered.file", noXml.code());
        assertEquals(
                Optional.of(Message.of("inspect.registered.notXml", 1, 1).text()),
                noXml.detail(),
                "no words of a parser's");
        Path secret = Files.writeString(folder.resolve("secret"), "outside");
        Path hostile = Files.writeString(
                folder.resolve("hostile.xml"),
                "<!DOCTYPE m [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]><m><RegisteredServer><ServerName>&e;"
                        + "</ServerName></RegisteredServer></m>");
        assertFalse(refused(hostile).toString().contains("outside"));
        assertEquals("registered.file", refused(folder).code());
    }

    @Test
    void serversOfACentralManagementServerStandInTheirGroups() throws Exception {
        SqlReader central = batch -> List.of(
                new SqlReader.Rows(List.of(
                        Map.of("server_group_id", 1, "name", "DatabaseEngineServerGroup", "is_system_object", true),
                        Map.of("server_group_id", 6, "parent_id", 1, "name", "Finance", "is_system_object", false),
                        Map.of("server_group_id", 7, "parent_id", 6, "name", "Prod", "is_system_object", false))),
                new SqlReader.Rows(
                        List.of(Map.of("server_group_id", 7, "name", "Payroll", "server_name", "SQL01\\FIN"))));
        assertEquals(
                List.of(new RegisteredServer(
                        "Payroll", "SQL01\\FIN", "Finance/Prod", Optional.empty(), OptionalInt.empty())),
                CentralServers.read(central));
        SqlReader closed = batch -> List.of(new SqlReader.Failed(229, "The SELECT permission was denied"));
        Problem why = assertThrows(Problem.Raised.class, () -> CentralServers.read(closed))
                .problem();
        assertEquals("registered.central", why.code());
    }

    private static Problem refused(Path file) {
        return assertThrows(Problem.Raised.class, () -> StudioFile.read(file)).problem();
    }

    /** As Management Studio writes one. */
    private static String server(String name, String address, String group, String coloured, String kind) {
        String begin = "<RegisteredServers:RegisteredServer"
                + " xmlns:RegisteredServers=\"http://schemas.microsoft.com/sqlserver/RegisteredServers/2007/08\""
                + " xmlns:sfc=\"http://schemas.microsoft.com/sqlserver/sfc/serialization/2007/08\""
                + " xmlns:sml=\"http://schemas.serviceml.org/sml/2007/02\">";
        return "<document><data>" + begin + """
                <RegisteredServers:Parent><sfc:Reference sml:ref="true"><sml:Uri>/RegisteredServersStore/ServerGroup/DatabaseEngineServerGroup%s</sml:Uri></sfc:Reference></RegisteredServers:Parent>
                <RegisteredServers:Name type="string">%s</RegisteredServers:Name>
                <RegisteredServers:ServerName type="string">%s</RegisteredServers:ServerName>
                <RegisteredServers:UseCustomConnectionColor type="boolean">%s</RegisteredServers:UseCustomConnectionColor>
                <RegisteredServers:CustomConnectionColorArgb type="int">-65536</RegisteredServers:CustomConnectionColorArgb>
                <RegisteredServers:ServerType type="ServerType">%s</RegisteredServers:ServerType>
                <RegisteredServers:ConnectionStringWithEncryptedPassword type="string">data source=x;user id=dba;password=AQAAANCM</RegisteredServers:ConnectionStringWithEncryptedPassword>
                </RegisteredServers:RegisteredServer></data></document>
                """.formatted(group, name, address, coloured, kind);
    }
}
