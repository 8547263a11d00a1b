/** SQL Server through Microsoft's JDBC driver: implements the ports, turns failures into problems with their numbers. */
@NullMarked
package keyturn.sql;

import org.jspecify.annotations.NullMarked;
