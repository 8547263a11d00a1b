/** Lexer, tree and parser of T-SQL. Every token carries its line; 102, 105 and 156 arise here only. */
@NullMarked
package keyturn.practice.tsql.syntax;

import org.jspecify.annotations.NullMarked;
