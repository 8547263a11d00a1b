/** Scripts for Windows PowerShell 5.1 and PowerShell 7. */
@NullMarked
package keyturn.script.powershell;

import org.jspecify.annotations.NullMarked;
