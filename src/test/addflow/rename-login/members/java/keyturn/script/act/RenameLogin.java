package keyturn.script.act;

import keyturn.domain.LoginName;
import keyturn.script.Script;
import keyturn.script.TSql;

/** Gives a login another name. */
public record RenameLogin(LoginName from, LoginName to) implements SqlAct {

    @Override
    public Script text() {
        return Script.of("ALTER LOGIN " + TSql.name(from.value()) + " WITH NAME = " + TSql.name(to.value()) + ";");
    }
}
