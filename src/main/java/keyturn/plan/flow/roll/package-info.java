/**
 * Another secret for the application that SQL Server signs in to its vault as: choices, checks, steps and the way back. The
 * catalog shows of a credential neither its application nor its secret, so the DBA says which credentials belong to it; nothing
 * is changed on a guess.
 */
@NullMarked
package keyturn.plan.flow.roll;

import org.jspecify.annotations.NullMarked;
