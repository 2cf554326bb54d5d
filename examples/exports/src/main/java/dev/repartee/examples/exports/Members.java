package dev.repartee.examples.exports;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.repartee.internal.time.EventTime;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reads who is who from options or from a file of {@code key = value} lines.
 *
 * <pre>
 * organization.Acme Inc = acme_care:Support:BRAND, jane:Executive:LEADER, acme_bot:Support:BOT
 * person.Carl           = carl@blog, carl_nz@twitter
 * channel.help          = Acme Inc
 * internal.intranet     = Acme Inc
 * topic.billing         = Acme Inc:Support
 * </pre>
 *
 * <p>A member is {@code account[:department[:STAFF|LEADER|BOT|BRAND]]}. Names with a comma or a
 * colon in them stand in quotes: {@code "Smith, John":Support}, {@code "@acme:matrix.org":Support}.
 */
final class Members {
  private Members() {}

  /** Who is of one organization, from a list of members set apart by commas. */
  static Who parse(String organization, String members) {
    Who who = new Who();
    who.organization(organization);
    addMembers(who, organization, members);
    return who;
  }

  /** Who is who by the lines of a file. */
  static Who read(Path file) throws IOException {
    Who who = new Who();
    int number = 0;
    StringBuilder line = new StringBuilder();
    for (String part : text(file).lines().toList()) {
      number++;
      String stripped = part.strip();
      if (line.isEmpty() && (stripped.isEmpty() || "#!".indexOf(stripped.charAt(0)) >= 0)) {
        continue;
      }
      if (stripped.endsWith("\\")) { // goes on in the next line
        line.append(stripped, 0, stripped.length() - 1);
        continue;
      }
      line.append(stripped);
      entry(who, file, number, line.toString());
      line.setLength(0);
    }
    if (!line.isEmpty()) {
      entry(who, file, number, line.toString());
    }
    return who;
  }

  private static String text(Path file) throws IOException {
    try {
      String text = Files.readString(file, StandardCharsets.UTF_8);
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          "directory file ("
              + file
              + ") is no text in UTF-8; it must have lines as"
              + " organization.Acme = acme_care:Support",
          e);
    }
  }

  private static void entry(Who who, Path file, int number, String line) {
    int equals = line.indexOf('=');
    if (equals < 0) {
      throw new IllegalArgumentException(
          "line "
              + number
              + " ("
              + RowFacts.brief(line)
              + ") of directory file ("
              + file
              + ") must be key = value, as organization.Acme = acme_care:Support");
    }
    String key = line.substring(0, equals).strip();
    String value = line.substring(equals + 1).strip();
    int dot = key.indexOf('.');
    String name = key.substring(dot + 1).strip();
    switch (dot < 0 ? "" : key.substring(0, dot)) {
      case "organization" -> {
        who.organization(name);
        addMembers(who, name, value);
      }
      case "person" -> who.person(name, split(value, ',').stream().map(Members::plain).toList());
      case "channel" -> who.channel(name, plain(value));
      case "internal" -> who.internal(name, plain(value));
      case "topic" -> {
        List<String> owner = split(value, ':');
        if (owner.size() < 2) {
          throw new IllegalArgumentException(
              "topic ("
                  + name
                  + " = "
                  + value
                  + ") in "
                  + file
                  + " must be organization:department, as topic.billing = Acme:Support");
        }
        who.topic(name, plain(owner.get(0)), plain(owner.get(1)));
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

  private static void addMembers(Who who, String organization, String members) {
    for (String item : split(members, ',')) {
      List<String> parts = split(item, ':');
      if (parts.size() > 3) {
        throw new IllegalArgumentException(
            "member ("
                + item
                + ") must be account:department:role; a name with a colon in it goes in quotes, as"
                + " '\"@acme:matrix.org\":Support'");
      }
      who.add(
          new MemberSpec(
              plain(parts.get(0)),
              organization,
              parts.size() > 1 ? plain(parts.get(1)) : "",
              MemberSpec.role(parts.size() > 2 ? plain(parts.get(2)) : "")));
    }
  }

  /** The parts of a text between marks that stand outside of quotes; empty ones are none. */
  private static List<String> split(String text, char mark) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean isQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length() && ",:\"\\".indexOf(text.charAt(i + 1)) >= 0) {
        part.append(c).append(text.charAt(++i));
      } else if (c == mark && !isQuoted) {
        parts.add(part.toString().strip());
        part.setLength(0);
      } else {
        // In the middle of a name quotes are part of it: 5" screens.
        isQuoted ^= c == '"' && (isQuoted || part.toString().isBlank());
        part.append(c);
      }
    }
    parts.add(part.toString().strip());
    if (mark == ',') {
      parts.removeIf(String::isEmpty);
    }
    return parts;
  }

  /** A name without its quotes, and without backslashes before marks. */
  private static String plain(String text) {
    String name = text.strip();
    if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
      name = name.substring(1, name.length() - 1);
    }
    return name.replaceAll("\\\\([,:\"\\\\])", "$1").strip();
  }

  /**
   * Who is who by a file of members, CSV with a header or JSON: {@code account, organization,
   * department, role, from, until}. A row is one membership, from a day or instant on, until before
   * another; an account may have several.
   *
   * @param usual the organization of those of whom the file does not say it
   * @param zone where days begin; in UTC unless it is said
   */
  static Who readTable(Path file, Optional<String> usual, Optional<ZoneId> zone)
      throws IOException {
    Who who = new Who();
    try (Inputs inputs = Inputs.of(file, Optional.empty(), Progress.NONE)) {
      InputFile text = inputs.files().get(0);
      RecordSink sink =
          new Table(who, file, usual, new TimeReader(Optional.of(zone.orElse(ZoneOffset.UTC))));
      if (FileKind.of(text) == FileKind.JSON) {
        JsonRecords.read(text, List.of("members"), sink);
      } else {
        CsvRecords.read(
            text,
            CsvDialect.of(text, Optional.empty(), header -> normal(header).contains("account")),
            sink);
      }
    }
    if (who.members().isEmpty()) {
      throw new IllegalArgumentException("--members-file (" + file + ") names nobody");
    }
    return who;
  }

  private static List<String> normal(List<String> names) {
    return names.stream().map(name -> name.strip().toLowerCase(Locale.ROOT)).toList();
  }

  /** The rows of a file of members. */
  private record Table(Who who, Path file, Optional<String> usual, TimeReader times)
      implements RecordSink {
    @Override
    public void record(ObjectNode value, ObjectNode around) {
      Map<String, String> row =
          value.properties().stream()
              .collect(
                  Collectors.toMap(
                      field -> field.getKey().strip().toLowerCase(Locale.ROOT),
                      field -> field.getValue().isNull() ? "" : field.getValue().asText().strip(),
                      (a, b) -> a));
      String account = row.getOrDefault("account", "");
      if (account.isEmpty()) {
        throw new IllegalArgumentException(
            "--members-file ("
                + file
                + ") must have account in every row, with organization, department and role"
                + " (STAFF, LEADER, BOT, BRAND) where they are known");
      }
      String organization = row.getOrDefault("organization", "");
      if (organization.isEmpty() && usual.isEmpty()) {
        throw new IllegalArgumentException(
            "--members-file ("
                + file
                + ") does not say of which organization "
                + account
                + " is; add a column organization, or say --organization=NAME");
      }
      who.add(
          new MemberSpec(
                  account,
                  organization.isEmpty() ? usual.orElseThrow() : organization,
                  row.getOrDefault("department", ""),
                  MemberSpec.role(row.getOrDefault("role", "")))
              .during(time("from", row, account), time("until", row, account)));
    }

    private Optional<Instant> time(String column, Map<String, String> row, String account) {
      String text = row.getOrDefault(column, "");
      if (text.isEmpty()) {
        return Optional.empty();
      }
      long millis = times.millis(text);
      if (!EventTime.isValid(millis)) {
        throw new IllegalArgumentException(
            column
                + " ("
                + text
                + ") of "
                + account
                + " in --members-file ("
                + file
                + ") must be a day or an instant, as 2026-02-03 or 2026-02-03T09:00:00Z; leave it"
                + " empty where no date is known");
      }
      return Optional.of(Instant.ofEpochMilli(millis));
    }

    @Override
    public void unreadable() {
      throw new IllegalArgumentException("--members-file (" + file + ") has rows that are none");
    }

    @Override
    public void unread(String path, long size) {}

    @Override
    public void broken(String how) {
      throw new IllegalArgumentException("--members-file (" + file + ") is broken: " + how);
    }
  }
}
