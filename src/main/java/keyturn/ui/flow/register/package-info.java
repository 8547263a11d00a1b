/** Which vault key comes into SQL Server, under which names, and which databases wait for it. */
@NullMarked
package keyturn.ui.flow.register;

import org.jspecify.annotations.NullMarked;
