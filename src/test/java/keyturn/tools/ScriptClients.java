package keyturn.tools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import keyturn.practice.Range;

/**
 * Real clients that run the scripts of a bundle against a range.
 *
 * @param folder holds the bundle in {@code bundle}, and the script that calls its PowerShell
 * @param shell runs that script
 * @param secret of the credentials that the scripts make
 */
public record ScriptClients(Range range, Path folder, PowerShell shell, String secret) {

    private static final Duration LIMIT = Duration.ofMinutes(3);

    public Path bundle() {
        return folder.resolve("bundle");
    }

    /** A file of the bundle. */
    public Command.Ended sqlcmd(String file, String... more) {
        List<String> words = new ArrayList<>(List.of(more));
        words.addAll(List.of(
                "-v", "KEYTURN_SECRET_1=" + secret, "-i", bundle().resolve(file).toString()));
        return run(words);
    }

    /** One statement, as somebody else would send it. */
    public Command.Ended byHand(String sql) {
        return run(List.of("-Q", sql));
    }

    private Command.Ended run(List<String> what) {
        List<Object> words = new ArrayList<>(List.of(
                Tools.require("sqlrun"),
                "-S",
                "127.0.0.1," + range.port(),
                "-U",
                range.user(),
                "-J",
                range.certificate(),
                "-b"));
        words.addAll(what);
        return Command.of(words.toArray())
                .with("SQLCMDPASSWORD", range.password())
                .run(LIMIT);
    }

    /** A file of the bundle, as the administrator. */
    public Command.Ended powershell(String file, String... more) throws IOException {
        return powershell(range.user(), range.password(), file, range.port(), more);
    }

    public Command.Ended powershell(String user, String password, String file, int port, String... more)
            throws IOException {
        return shell.run(caller(user, file, port, more), folder, Map.of("RANGE_PASSWORD", password), LIMIT);
    }

    /** On another server, in a process of its own, as a scheduler starts it. */
    public Command.Ended powershellAlone(String file, Range other) throws IOException {
        return Command.of(Tools.require("pwsh"), "-NoProfile", "-File", caller(other.user(), file, other.port()))
                .with("RANGE_PASSWORD", other.password())
                .run(LIMIT);
    }

    private Path caller(String user, String file, int port, String... more) throws IOException {
        return Files.writeString(
                folder.resolve("run.ps1"), """
                $secret = ConvertTo-SecureString $env:RANGE_PASSWORD -AsPlainText -Force
                $all = @{ KEYTURN_SECRET_1 = ConvertTo-SecureString '%s' -AsPlainText -Force }
                $who = New-Object System.Management.Automation.PSCredential('%s', $secret)
                & "$PSScriptRoot/bundle/%s" -ServerInstance '127.0.0.1,%d' -Credential $who -TrustServerCertificate -Secret $all %s
                exit $LASTEXITCODE
                """.formatted(this.secret, user, file, port, String.join(" ", more)));
    }
}
