package keyturn.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import keyturn.cli.page.TerminalPage;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.UsageMessageSpec;

/** The options of a verb in groups: its own first, then those that several verbs share, each under a heading. */
final class HelpGroups {

    private static final String OWN = "own";
    private static final String TARGET = "target";
    private static final String AZURE = "azure";
    private static final String GENERAL = "general";

    /** Mixins of options that say where to connect. */
    private static final Set<String> OF_TARGET = Set.of(TARGET, "host");

    private static final Set<String> EVERYWHERE = Set.of("--quiet", "--verbose", "--help", "--version");

    private HelpGroups() {}

    static void in(CommandLine line) {
        line.getHelpSectionMap().put(UsageMessageSpec.SECTION_KEY_OPTION_LIST, HelpGroups::list);
        line.getSubcommands().values().forEach(HelpGroups::in);
    }

    private static String list(Help help) {
        Map<String, List<OptionSpec>> groups = new LinkedHashMap<>();
        for (String group : List.of(OWN, TARGET, AZURE, GENERAL)) {
            groups.put(group, new ArrayList<>());
        }
        Map<OptionSpec, String> shared = new LinkedHashMap<>();
        mixins(help.commandSpec(), OWN, shared);
        for (OptionSpec option : help.commandSpec().options()) {
            String group = EVERYWHERE.contains(option.longestName()) ? GENERAL : shared.getOrDefault(option, OWN);
            groups.getOrDefault(group, new ArrayList<>()).add(option);
        }
        StringBuilder text = new StringBuilder();
        groups.forEach((group, options) -> text.append(group(help, group, options)));
        return text.toString();
    }

    private static void mixins(CommandSpec spec, String above, Map<OptionSpec, String> groups) {
        spec.mixins().forEach((name, mixin) -> {
            String group = OF_TARGET.contains(name) ? TARGET : name.equals(AZURE) ? AZURE : above;
            mixin.options().forEach(option -> groups.put(option, group));
            mixins(mixin, group, groups);
        });
    }

    private static String group(Help help, String group, List<OptionSpec> options) {
        List<OptionSpec> shown =
                options.stream().filter(option -> !option.hidden()).toList();
        if (shown.isEmpty()) {
            return "";
        }
        Help.Layout layout = help.createDefaultLayout();
        layout.addOptions(shown, help.parameterLabelRenderer());
        String line = System.lineSeparator();
        return line + TerminalPage.say("cli.help.group." + group) + line + layout;
    }
}
