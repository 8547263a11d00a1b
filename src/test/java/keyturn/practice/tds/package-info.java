/** The wire, tried with real clients. */
package keyturn.practice.tds;
