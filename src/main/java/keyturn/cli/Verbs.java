package keyturn.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.concurrent.atomic.AtomicReference;
import keyturn.cli.option.ArgumentFiles;
import keyturn.cli.page.Paint;
import keyturn.cli.page.TerminalPage;
import keyturn.cli.verb.BackoutVerb;
import keyturn.cli.verb.BundleVerb;
import keyturn.cli.verb.CheckVerb;
import keyturn.cli.verb.CompletionVerb;
import keyturn.cli.verb.ExplainVerb;
import keyturn.cli.verb.ForecastVerb;
import keyturn.cli.verb.InspectVerb;
import keyturn.cli.verb.PlanVerb;
import keyturn.cli.verb.PracticeVerb;
import keyturn.cli.verb.RecordVerb;
import keyturn.cli.verb.ResumeVerb;
import keyturn.cli.verb.RunVerb;
import keyturn.cli.verb.RunsVerb;
import keyturn.cli.verb.ScenariosVerb;
import keyturn.cli.verb.ShowVerb;
import keyturn.cli.verb.SupportBundleVerb;
import keyturn.cli.verb.TakeOverVerb;
import keyturn.cli.verb.TourVerb;
import keyturn.cli.verb.TriageVerb;
import keyturn.cli.verb.VerifyBackupVerb;
import keyturn.cli.verb.VerifyEvidenceVerb;
import keyturn.cli.verb.VerifyVerb;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line as a whole: reads arguments, calls a verb, gives the exit code. */
public final class Verbs {

    private final Doors doors;
    private final Terminal terminal;

    public Verbs(Doors doors, Terminal terminal) {
        this.doors = doors;
        this.terminal = terminal;
    }

    /**
     * Runs the verb that the arguments name.
     *
     * @return the exit code
     * @throws IllegalStateException around whatever no verb expected; the caller says so and keeps the details
     */
    public int run(String... arguments) {
        AtomicReference<@Nullable Exception> unexpected = new AtomicReference<>();
        CommandLine line = commandLine();
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            unexpected.set(failure);
            return Exit.STOPPED.code();
        });
        int code = execute(line, arguments);
        terminal.out().flush();
        terminal.err().flush();
        Exception failure = unexpected.get();
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        return code;
    }

    private int execute(CommandLine line, String... arguments) {
        try {
            return line.execute(ArgumentFiles.expand(arguments));
        } catch (Ended badFile) {
            badFile.problems().forEach(problem -> ProblemText.print(terminal.messages(), problem));
            return badFile.exit().code();
        }
    }

    private CommandLine commandLine() {
        CommandLine plan = PlanVerb.command(doors, terminal);
        CommandLine line = withVerbs(plan);
        line.setResourceBundle(ResourceBundle.getBundle("keyturn.cli.words", Locale.ROOT));
        PlanVerb.word(plan);
        line.setExpandAtFiles(false);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.registerConverter(Path.class, Verbs::path);
        line.setColorScheme(CommandLine.Help.defaultColorScheme(terminal.colour() ? Ansi.ON : Ansi.OFF));
        line.setOut(new PrintWriter(terminal.out(), true, UTF_8));
        line.setErr(new PrintWriter(terminal.err(), true, UTF_8));
        line.setUsageHelpWidth(terminal.width());
        HelpGroups.in(line);
        line.setParameterExceptionHandler(this::wrongUsage);
        version(line);
        return line;
    }

    private CommandLine withVerbs(CommandLine plan) {
        return new CommandLine(new Root())
                .addSubcommand(new TourVerb(doors, terminal))
                .addSubcommand(new PracticeVerb(doors, terminal))
                .addSubcommand(new ScenariosVerb(doors, terminal))
                .addSubcommand(new InspectVerb(doors, terminal))
                .addSubcommand(new ForecastVerb(doors, terminal))
                .addSubcommand(new TriageVerb(doors, terminal))
                .addSubcommand(plan)
                .addSubcommand(new ShowVerb(terminal))
                .addSubcommand(new BundleVerb(terminal))
                .addSubcommand(new RunVerb(doors, terminal))
                .addSubcommand(new ResumeVerb(doors, terminal))
                .addSubcommand(new BackoutVerb(doors, terminal))
                .addSubcommand(new RunsVerb(doors, terminal))
                .addSubcommand(new TakeOverVerb(doors, terminal))
                .addSubcommand(new VerifyVerb(doors, terminal))
                .addSubcommand(new VerifyEvidenceVerb(terminal))
                .addSubcommand(new ExplainVerb(terminal))
                .addSubcommand(new CheckVerb(doors, terminal))
                .addSubcommand(new SupportBundleVerb(doors, terminal))
                .addSubcommand(new RecordVerb(doors, terminal))
                .addSubcommand(new VerifyBackupVerb(doors, terminal))
                .addSubcommand(new CompletionVerb(terminal))
                .addSubcommand(new CommandLine.HelpCommand());
    }

    private void version(CommandLine command) {
        command.getCommandSpec().versionProvider(() -> new String[] {"Keyturn " + doors.version()});
        command.getSubcommands().values().forEach(this::version);
    }

    private static Path path(String text) {
        try {
            return Path.of(text);
        } catch (InvalidPathException notOne) {
            throw new TypeConversionException(TerminalPage.say("cli.usage.path", text));
        }
    }

    private int wrongUsage(ParameterException wrong, String[] arguments) {
        String command = wrong.getCommandLine().getCommandSpec().qualifiedName();
        TerminalPage messages = terminal.messages();
        messages.hanging(
                Paint.Ink.PLAIN, 0, 2, TerminalPage.say("cli.usage.wrong", String.valueOf(wrong.getMessage())));
        meant(wrong)
                .ifPresent(
                        words -> messages.hanging(Paint.Ink.PLAIN, 2, 2, TerminalPage.say("cli.usage.meant", words)));
        messages.text(Paint.Ink.PLAIN, 2, TerminalPage.say("cli.usage.help", command));
        return Exit.USAGE.code();
    }

    /** Verbs or options that look like the word that is none. */
    private static Optional<String> meant(ParameterException wrong) {
        return wrong instanceof UnmatchedArgumentException unmatched
                ? Optional.of(String.join(", ", unmatched.getSuggestions())).filter(words -> !words.isEmpty())
                : Optional.empty();
    }

    /** Without a verb it shows what there is; {@code app} opens the window when there are no arguments at all. */
    @Command(name = "keyturn", mixinStandardHelpOptions = true)
    static final class Root implements Runnable {

        @Spec
        @Nullable
        CommandSpec spec;

        @Override
        public void run() {
            Objects.requireNonNull(spec).commandLine().usage(spec.commandLine().getOut());
        }
    }
}
