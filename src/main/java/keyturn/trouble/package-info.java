/**
 * What is known of errors around providers: the codes of the SQL Server Connector, the messages of SQL Server, words of other
 * programs, their causes with the checks that show them and what repairs them. The facts are data files beside the bundle
 * ({@code keyturn/trouble/*.csv}), read once into typed records; this package reads them and knows nothing of servers or windows.
 * {@link keyturn.trouble.text} finds them in whatever somebody pastes.
 */
@NullMarked
package keyturn.trouble;

import org.jspecify.annotations.NullMarked;
