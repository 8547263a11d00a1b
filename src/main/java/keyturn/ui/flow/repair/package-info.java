/** The page of the repair of a provider: which DLL is registered again, and who restarts SQL Server. */
@NullMarked
package keyturn.ui.flow.repair;

import org.jspecify.annotations.NullMarked;
