/** What exported scripts ask the server before they act: conditions and facts as T-SQL. */
@NullMarked
package keyturn.script.guard;

import org.jspecify.annotations.NullMarked;
