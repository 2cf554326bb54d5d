package dev.repartee.examples.quickstart;

import dev.repartee.model.Directory;
import dev.repartee.model.Role;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;

/**
 * Reads who is who from options or from a file of {@code key = value} lines.
 *
 * <pre>
 * organization.Acme = acme_care:Support:BRAND, jane:Executive:LEADER, acme_bot:Support:BOT
 * person.Carl       = carl@blog, carl_nz@twitter
 * channel.help      = Acme
 * internal.intranet = Acme
 * topic.billing     = Acme:Support
 * </pre>
 *
 * <p>A member is {@code account[:department[:STAFF|LEADER|BOT|BRAND]]}.
 */
final class Members {
  private static final String NO_DEPARTMENT = "no department";

  private Members() {}

  /** The directory of one organization from a list of members set apart by commas. */
  static Directory parse(String organization, String members) {
    Directory.Builder directory = Directory.builder();
    organization(directory, organization, members);
    return directory.build();
  }

  /** The directory that a file describes. */
  static Directory read(Path file) throws IOException {
    Properties entries = new Properties();
    try (Reader text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      entries.load(text);
    }
    Directory.Builder directory = Directory.builder();
    for (String key : new TreeSet<>(entries.stringPropertyNames())) {
      entry(directory, file, key, entries.getProperty(key));
    }
    return directory.build();
  }

  private static void entry(Directory.Builder directory, Path file, String key, String value) {
    int dot = key.indexOf('.');
    String name = key.substring(dot + 1);
    switch (dot < 0 ? "" : key.substring(0, dot)) {
      case "organization" -> organization(directory, name, value);
      case "person" -> directory.person(name, items(value));
      case "channel" -> directory.channel(name, value.strip());
      case "internal" -> directory.internalChannel(name, value.strip());
      case "topic" -> {
        String[] owner = value.split(":", 2);
        if (owner.length < 2) {
          throw new IllegalArgumentException(
              "topic ("
                  + name
                  + " = "
                  + value
                  + ") in "
                  + file
                  + " must be organization:department, as topic.billing = Acme:Support");
        }
        directory.topic(name, owner[0].strip(), owner[1].strip());
      }
      default ->
          throw new IllegalArgumentException(
              "key ("
                  + key
                  + ") in "
                  + file
                  + " must begin with organization., person., channel., internal. or topic.");
    }
  }

  private static void organization(Directory.Builder directory, String name, String members) {
    directory.organization(
        name,
        organization -> {
          for (String member : items(members)) {
            member(organization, member);
          }
        });
  }

  private static void member(Directory.OrganizationBuilder organization, String text) {
    String[] parts = text.split(":", 3);
    String account = parts[0].strip();
    String department = parts.length > 1 && !parts[1].isBlank() ? parts[1].strip() : NO_DEPARTMENT;
    String role = parts.length > 2 ? parts[2].strip().toUpperCase(Locale.ROOT) : "STAFF";
    switch (role) {
      case "STAFF" -> organization.member(account, department);
      case "LEADER" -> organization.member(account, department, Role.LEADER);
      case "BOT" -> organization.bot(account, department);
      case "BRAND" -> organization.brand(account, department);
      default ->
          throw new IllegalArgumentException(
              "role (" + role + ") of " + account + " must be STAFF, LEADER, BOT or BRAND");
    }
  }

  private static String[] items(String list) {
    return Arrays.stream(list.split(",", -1))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toArray(String[]::new);
  }
}
