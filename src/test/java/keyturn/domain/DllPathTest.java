package keyturn.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DllPathTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "C:\\EKM.dll",
                "c:\\ekm\\x.DLL",
                "C:\\Program Files\\SQL Server Connector for Microsoft Azure Key Vault\\EKM.dll",
                "\\\\server\\share\\EKM.dll",
                "D:\\console\\nul1\\com\\a.b.dll",
                "D:\\it's ]; -- $(x) `n ‘’ 😀\\EKM.dll"
            })
    void aPathThatWindowsTakesAsItStandsIsOne(String path) {
        assertEquals(path, new DllPath(path).value());
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            delimiter = '|',
            value = {
                "EKM.dll                   | dll-path.absolute",
                "\\EKM.dll                 | dll-path.absolute",
                "C:EKM.dll                 | dll-path.absolute",
                "C:/x/EKM.dll              | dll-path.absolute",
                "C:\\\\EKM.dll             | dll-path.absolute",
                "\\\\server\\EKM.dll       | dll-path.absolute",
                "C:\\x\\EKM.dll:stream.dll | dll-path.absolute",
                "\"\"                      | dll-path.absolute",
                "\\\\?\\C:\\x\\EKM.dll     | dll-path.prefix",
                "\\\\.\\C:\\x\\EKM.dll     | dll-path.prefix",
                "C:\\a/b\\EKM.dll          | dll-path.characters",
                "C:\\a<b\\EKM.dll          | dll-path.characters",
                "C:\\a\tb\\EKM.dll         | dll-path.characters",
                "C:\\a\u2028b\\EKM.dll     | dll-path.characters",
                "C:\\x\\EKM.exe            | dll-path.extension",
                "C:\\x\\.dll               | dll-path.extension",
                "C:\\x\\.DLL               | dll-path.extension",
                "C:\\x.dll\\               | dll-path.extension",
                "C:\\x\\..\\EKM.dll        | dll-path.part",
                "C:\\x\\.\\EKM.dll         | dll-path.part",
                "C:\\x.\\EKM.dll           | dll-path.part",
                "C:\\x \\EKM.dll           | dll-path.part",
                "C:\\x\\\\EKM.dll          | dll-path.part",
                "C:\\x\\CON.dll            | dll-path.device",
                "C:\\nul\\EKM.dll          | dll-path.device",
                "C:\\com1.x\\EKM.dll       | dll-path.device",
                "C:\\LPT¹\\EKM.dll         | dll-path.device"
            })
    void aPathThatBreaksARuleIsRefusedByThatRule(String path, String code) {
        Problem problem =
                assertThrows(InvalidValue.class, () -> new DllPath(path)).problem();

        assertEquals(code, problem.code());
        assertTrue(!problem.summary().text().contains("{"), problem.summary().text());
        assertTrue(!problem.next().text().contains("{"), problem.next().text());
    }

    @Test
    void twoHundredAndFiftySixCharactersAreTheLimit() {
        String longest = "C:\\" + "x".repeat(249) + ".dll";

        assertEquals(256, new DllPath(longest).value().length());
        InvalidValue refused = assertThrows(InvalidValue.class, () -> new DllPath(longest.replace("C:\\", "C:\\y")));
        assertEquals("dll-path.length", refused.problem().code());
    }

    @Test
    void folderAndFileNameAreItsTwoHalves() {
        var path = new DllPath("\\\\server\\share\\15.0\\EKM.dll");

        assertEquals("\\\\server\\share\\15.0", path.folder());
        assertEquals("EKM.dll", path.fileName());
        assertTrue(path.sameFileAs(new DllPath("\\\\SERVER\\Share\\15.0\\ekm.DLL")));
    }
}
