package keyturn.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import keyturn.domain.Permission;

/** The exact T-SQL by which an operator gives a login what a plan needs, and another that takes it back. */
public final class GrantScript {

    private static final String SERVER = "server";
    private static final String MASTER = "master";

    private GrantScript() {}

    /**
     * Lines ended by LF, the last one too. What is granted in a database is granted there, to a user of that login, which is
     * made where there is none.
     *
     * @param login as the server names it; one that is known there only through a Windows group needs a login of its own
     */
    public static String of(String login, List<Permission> missing) {
        StringBuilder script = new StringBuilder();
        byDatabase(missing).forEach((database, permissions) -> {
            script.append("USE ").append(TSql.name(database)).append(";\n");
            if (permissions.stream().anyMatch(GrantScript::isInDatabase)) {
                script.append("IF SUSER_ID(")
                        .append(TSql.literal(login))
                        .append(
                                ") IS NOT NULL AND NOT EXISTS (SELECT 1 FROM sys.database_principals WHERE sid = SUSER_SID(")
                        .append(TSql.literal(login))
                        .append("))\n    CREATE USER ")
                        .append(TSql.name(login))
                        .append(" FOR LOGIN ")
                        .append(TSql.name(login))
                        .append(";\n");
            }
            permissions.forEach(one -> script.append(statement("GRANT ", one, " TO ", login)));
        });
        return script.toString();
    }

    /** Takes back what {@link #of} gave; users stay, and may do nothing. */
    public static String back(String login, List<Permission> missing) {
        StringBuilder script = new StringBuilder();
        byDatabase(missing).forEach((database, permissions) -> {
            script.append("USE ").append(TSql.name(database)).append(";\n");
            permissions.forEach(one -> script.append(statement("REVOKE ", one, " FROM ", login)));
        });
        return script.toString();
    }

    /** Permissions of the server are granted in master, apart from those in it. */
    private static SequencedMap<String, List<Permission>> byDatabase(List<Permission> missing) {
        SequencedMap<String, List<Permission>> sorted = new LinkedHashMap<>();
        missing.stream().filter(one -> !isInDatabase(one)).forEach(one -> add(sorted, MASTER, one));
        missing.stream().filter(GrantScript::isInDatabase).forEach(one -> add(sorted, one.securable(), one));
        return sorted;
    }

    private static void add(SequencedMap<String, List<Permission>> sorted, String database, Permission one) {
        sorted.computeIfAbsent(database, none -> new ArrayList<>()).add(one);
    }

    private static boolean isInDatabase(Permission permission) {
        return !permission.securable().equals(SERVER);
    }

    private static String statement(String word, Permission permission, String to, String login) {
        if (permission.isRole()) {
            String change = to.equals(" TO ") ? " ADD" : " DROP";
            return "ALTER ROLE " + TSql.name(permission.name()) + change + " MEMBER " + TSql.name(login) + ";\n";
        }
        String on = isInDatabase(permission) ? " ON DATABASE::" + TSql.name(permission.securable()) : "";
        return word + permission.name() + on + to + TSql.name(login) + ";\n";
    }
}
