/** What was seen of a server and around it, as facts that are known, unknown or not permitted. */
@NullMarked
package keyturn.domain.inspection;

import org.jspecify.annotations.NullMarked;
