/**
 * Reads exports of platforms into a log: a file, a folder, a zip or a pattern of files becomes
 * records, a recipe makes rows and members of the records, and a data box says how it was all
 * understood.
 *
 * <p>A <em>record</em> is one JSON object: an element of a JSON array, a line of JSON Lines, a row
 * of CSV, a mail of an mbox, an element of XML, a message of a chat log. A <em>recipe</em> is a
 * program in jq that gives <em>rows</em> ({@code {id, parent, author, at, …}}), <em>members</em>
 * ({@code {account, organization, department, role}}) and what it leaves out ({@code {drop:
 * "channel_join"}}), which is counted. Recipes for well-known platforms are built in and are found
 * by the marks of the files.
 *
 * <pre>{@code
 * Imported imported = Export.of(Path.of("slack-export.zip")).read();
 * EngagementLog log = imported.log();
 * imported.box().problems(); // what is wrong with it, the worst first
 * }</pre>
 */
@NullMarked
package dev.repartee.examples.exports;

import org.jspecify.annotations.NullMarked;
