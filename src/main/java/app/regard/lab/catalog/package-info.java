/** The list of all labs, and a lab with what came of it for pages and cards. */
@org.jspecify.annotations.NullMarked
package app.regard.lab.catalog;
