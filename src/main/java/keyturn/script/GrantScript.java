package keyturn.script;

import java.util.List;
import java.util.stream.Collectors;
import keyturn.domain.Permission;

/** The exact T-SQL by which an operator gives a login what a plan needs, and another that takes it back. */
public final class GrantScript {

    private static final String SERVER = "server";

    private GrantScript() {}

    /**
     * Lines ended by LF, the last one too.
     *
     * @param login as the server names it; one that is known there only through a Windows group needs a login of its own
     */
    public static String of(String login, List<Permission> missing) {
        return missing.stream()
                .map(permission -> statement("GRANT ", permission, " TO ", login))
                .collect(Collectors.joining("", "USE master;\n", ""));
    }

    /** Takes back what {@link #of} gave. */
    public static String back(String login, List<Permission> missing) {
        return missing.stream()
                .map(permission -> statement("REVOKE ", permission, " FROM ", login))
                .collect(Collectors.joining("", "USE master;\n", ""));
    }

    private static String statement(String word, Permission permission, String to, String login) {
        String on = permission.securable().equals(SERVER) ? "" : " ON DATABASE::" + TSql.name(permission.securable());
        return word + permission.name() + on + to + TSql.name(login) + ";\n";
    }
}
