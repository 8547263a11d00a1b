/**
 * The Windows host that the practice SQL Server runs on: services, installed programs and the Windows installer, files, registry,
 * events. A door over HTTPS answers the cmdlets that a practice module defines in a real PowerShell, and stands in for PowerShell
 * where there is none.
 *
 * <p>The host is tied to the range's SQL Server: a stopped service is a stopped server, a start loads the DLL that lies at the
 * path of the catalog, and an uninstallation takes that file away. What the host does with a file, a service or a package is written
 * once, in {@code WindowsHost} and its parts; module and stand-in only call it.
 */
@NullMarked
package keyturn.practice.host;

import org.jspecify.annotations.NullMarked;
