package keyturn.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import keyturn.tools.BesideOthers;
import keyturn.tools.Command;
import keyturn.tools.Tools;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that the test's Az modules serve have the parameters, sets, aliases and accepted values of the real ones. */
@BesideOthers
final class CmdletsOfTheTestTest {

    /** One line for each parameter and set: command, parameter, set, aliases, required, position, pipeline, accepted values. */
    private static final String LISTED = """
            foreach ($manifest in Get-ChildItem -LiteralPath $args[0] -Recurse -Filter 'Az.*.psd1') {
                $module = Import-Module $manifest.FullName -PassThru
                foreach ($command in $module.ExportedFunctions.Values) {
                    foreach ($set in $command.ParameterSets) {
                        foreach ($one in $set.Parameters) {
                            $accepted = $one.Attributes | Where-Object { $_ -is [ValidateSet] } | ForEach-Object { $_.ValidValues -join ' ' }
                            $position = if ($one.Position -ge 0) { $one.Position } else { '' }
                            $pipeline = $one.ValueFromPipeline -or $one.ValueFromPipelineByPropertyName
                            @($command.Name, $one.Name, $set.Name, ($one.Aliases -join ' '), $one.IsMandatory, $position, $pipeline, $accepted) -join '|'
                        }
                    }
                }
            }
            """;

    private static final Set<String> COMMON = Set.of(
            "Verbose",
            "Debug",
            "ErrorAction",
            "WarningAction",
            "InformationAction",
            "ProgressAction",
            "ErrorVariable",
            "WarningVariable",
            "InformationVariable",
            "OutVariable",
            "OutBuffer",
            "PipelineVariable");

    @TempDir
    Path folder;

    @Test
    void theyAreThoseOfTheTable() throws IOException {
        Set<String> served = served();
        assertFalse(served.isEmpty());
        Set<String> commands =
                served.stream().map(line -> line.split("\\|")[0]).collect(Collectors.toCollection(TreeSet::new));
        for (String command : commands) {
            assertEquals(String.join("\n", real(command, served)), String.join("\n", of(command, served)), command);
        }
    }

    private Set<String> served() throws IOException {
        Path script = Files.writeString(folder.resolve("listed.ps1"), LISTED);
        Command.Ended listed = Command.of(
                        Tools.require("pwsh"), "-NoProfile", "-File", script, ScriptsInVault.modules())
                .with("PSModulePath", ScriptsInVault.modules().toString())
                .run(Duration.ofMinutes(1));
        assertEquals(0, listed.exit(), listed.all());
        return listed.text()
                .lines()
                .filter(line -> !COMMON.contains(line.split("\\|")[1]))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> of(String command, Set<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith(command + "|"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The table that scriptcheck brings; what holds in all sets stands there once. */
    private static Set<String> real(String command, Set<String> served) throws IOException {
        Path table = Tools.require("scriptcheck").toRealPath().resolveSibling("lib/scriptcheck/cmdlets.csv");
        List<String> rows = Files.readAllLines(table).stream()
                .filter(row -> row.split(",")[1].equals(command))
                .toList();
        Set<String> sets = Stream.concat(
                        rows.stream().flatMap(row -> Arrays.stream(row.split(",")[5].split(";"))),
                        of(command, served).stream().map(line -> line.split("\\|")[2]))
                .filter(set -> !set.equals("(All)"))
                .collect(Collectors.toCollection(TreeSet::new));
        return rows.stream().flatMap(row -> lines(command, row, sets)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> lines(String command, String row, Set<String> all) {
        String[] cells = row.split(",", 10);
        Stream<String> sets = cells[5].equals("(All)") ? all.stream() : Arrays.stream(cells[5].split(";"));
        return sets.map(set -> String.join(
                "|",
                command,
                cells[2],
                set,
                cells[4],
                cells[6].equals("yes") ? "True" : "False",
                cells[7],
                cells[8].equals("yes") ? "True" : "False",
                cells[9].replace("\"", "").replace(",", "")));
    }
}
