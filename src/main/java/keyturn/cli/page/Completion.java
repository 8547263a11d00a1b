package keyturn.cli.page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** A script for a shell that completes verbs and options of the command line as it is. */
public final class Completion {

    /** The shells that a script can be had for. */
    public enum Shell {
        BASH,
        POWERSHELL
    }

    private Completion() {}

    /** The script; the shell reads it at its start. */
    public static String script(CommandLine root, Shell shell) {
        return switch (shell) {
            case BASH -> AutoComplete.bash(root.getCommandName(), root);
            case POWERSHELL -> powershell(root);
        };
    }

    /** A table of the words after each verb, and a block that looks the words typed so far up in it. */
    private static String powershell(CommandLine root) {
        List<String> rows = new ArrayList<>();
        rows("", root, rows);
        String name = root.getCommandName();
        return """
                Register-ArgumentCompleter -Native -CommandName '%s', '%s.cmd' -ScriptBlock {
                    param($wordToComplete, $commandAst, $cursorPosition)
                    $after = @{
                %s
                    }
                    $typed = @($commandAst.CommandElements | Select-Object -Skip 1 | ForEach-Object { $_.ToString() })
                    $verb = ''
                    foreach ($word in $typed) {
                        $longer = "$verb $word".Trim()
                        if ($after.ContainsKey($longer)) { $verb = $longer }
                    }
                    $after[$verb] | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                    }
                }
                """.formatted(name, name, String.join("\n", rows));
    }

    private static void rows(String verb, CommandLine command, List<String> rows) {
        String words = Stream.concat(
                        command.getSubcommands().keySet().stream(),
                        command.getCommandSpec().options().stream()
                                .filter(option -> !option.hidden())
                                .map(OptionSpec::longestName))
                .map(word -> "'" + word + "'")
                .collect(Collectors.joining(", "));
        rows.add("        '" + verb + "' = @(" + words + ")");
        command.getSubcommands().forEach((name, sub) -> rows((verb + " " + name).strip(), sub, rows));
    }
}
