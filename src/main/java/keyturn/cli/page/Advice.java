package keyturn.cli.page;

import keyturn.domain.Message;

/** What to do next, as the rooms say it to window and command line alike, and the option of the command line that does it. */
public final class Advice {

    private Advice() {}

    public static String of(Message next) {
        var option = new Message("cli.option." + next.key(), next.arguments());
        return option.isWorded() ? next.text() + " " + option.text() : next.text();
    }
}
