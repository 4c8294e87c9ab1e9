/** Labs that ask: bets and questions. */
@org.jspecify.annotations.NullMarked
package app.regard.lab.ask;
