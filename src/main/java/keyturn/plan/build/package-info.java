/**
 * Which build of the connector a server has: what the catalog, the file on the host and the loaded module say, told apart by the
 * date of the file where one version number stands for several builds. Decides nothing; says what it follows from.
 */
@NullMarked
package keyturn.plan.build;

import org.jspecify.annotations.NullMarked;
