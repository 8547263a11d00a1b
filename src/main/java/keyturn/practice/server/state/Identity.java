package keyturn.practice.server.state;

import java.time.LocalDateTime;
import java.util.Optional;
import keyturn.practice.tsql.types.Collation;

/**
 * Who the server is.
 *
 * @param instance empty for the default instance
 * @param startedAt local time, as the server's clock showed it then
 * @param collation by which names on the server are compared, and those in a database that has no other
 */
public record Identity(
        String machine,
        Optional<String> instance,
        ProductVersion version,
        String edition,
        boolean clustered,
        String serviceAccount,
        LocalDateTime startedAt,
        Collation collation) {

    /** {@code MACHINE} or {@code MACHINE\INSTANCE}. */
    public String serverName() {
        return instance.map(name -> machine + "\\" + name).orElse(machine);
    }

    public Identity startedAt(LocalDateTime instant) {
        return new Identity(machine, instance, version, edition, clustered, serviceAccount, instant, collation);
    }

    /** Name of the Windows service. */
    public String service() {
        return instance.map(name -> "MSSQL$" + name).orElse("MSSQLSERVER");
    }

    /** Folder name of the installation: {@code MSSQL16.KEYTURN}. */
    public String folder() {
        return "C:\\Program Files\\Microsoft SQL Server\\MSSQL" + version.major() + "." + instance.orElse("MSSQLSERVER")
                + "\\MSSQL";
    }

    /** The number of {@code SERVERPROPERTY('EditionID')}; 0 for an edition without one. */
    public long editionId() {
        String word = edition.split(" Edition")[0];
        return switch (word) {
            case "Enterprise" -> 1804890536L;
            case "Enterprise Evaluation" -> 610778273L;
            case "Developer", "Enterprise Developer" -> -2117995310L;
            case "Standard" -> -1534726760L;
            case "Web" -> 1293598313L;
            case "Express" -> -1592396055L;
            default -> 0;
        };
    }

    /** The number of {@code SERVERPROPERTY('EngineEdition')}: 2 Standard, 3 Enterprise and its like, 4 Express. */
    public int engineEdition() {
        return edition.startsWith("Standard") ? 2 : edition.startsWith("Express") ? 4 : 3;
    }
}
