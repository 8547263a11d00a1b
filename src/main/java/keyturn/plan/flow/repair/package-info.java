/**
 * The repair of a provider: its DLL is registered again with DISABLE, FROM FILE, ENABLE, and SQL Server is restarted (document: SQL
 * Server Connector maintenance and troubleshooting, RECOVERY PENDING). It is for a server whose catalog and DLL differ, whose DLL is
 * gone, or whose databases did not open at the last start.
 */
@NullMarked
package keyturn.plan.flow.repair;

import org.jspecify.annotations.NullMarked;
