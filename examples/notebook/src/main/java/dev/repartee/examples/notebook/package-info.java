/** What a prompt or a notebook needs beside the library: a log to begin with, tables, pictures. */
@NullMarked
package dev.repartee.examples.notebook;

import org.jspecify.annotations.NullMarked;
