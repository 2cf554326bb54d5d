package dev.repartee.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.hash.Hashing;
import dev.repartee.internal.bytes.Wtf8;
import dev.repartee.internal.text.Brief;
import dev.repartee.internal.text.CleanText;
import dev.repartee.text.NumberText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * Who is who: the organizations with their members, the persons with several accounts, and the
 * owners of channels and topics. Immutable.
 *
 * <p>An account without an entry is a person of its own and belongs to the audience. Membership
 * belongs to the person, not the account: a private account linked to a member is a member's
 * account too. A directory without organizations describes a public forum.
 *
 * <p>Memberships may have dates. Whether a row is a member's is decided at the time of the row;
 * before, between and after their memberships people are audience. All other entries hold for all
 * times.
 *
 * <pre>{@code
 * Directory directory = Directory.builder()
 *     .organization("Acme", acme -> acme
 *         .member("acme_care", "Support")
 *         .bot("acme_bot", "Support"))
 *     .person("Carl", "carl@blog", "carl_nz@twitter")
 *     .build();
 * // directory ==> directory: 1 organization, 2 members, 3 persons
 * }</pre>
 */
public final class Directory {
  private static final Directory EMPTY = builder().build();

  private final List<String> organizations;
  private final ImmutableMap<String, Person> personOfAccount;

  /** The memberships of each account in order of time. */
  private final ImmutableSortedMap<String, List<Member>> membersOfAccount;

  private final ImmutableSortedMap<String, Channel> channels;
  private final ImmutableSortedMap<String, Topic> topics;
  private final ImmutableSortedSet<String> nobody;
  private final ImmutableSortedSet<String> bots;
  private final boolean ignoresCase;
  private final List<Change> changes;
  private final long beginningHash;
  private final long contentHash;

  /** What a directory holds, by account or name. */
  record Entries(
      List<String> organizations,
      Map<String, Person> personOfAccount,
      Map<String, List<Member>> membersOfAccount,
      Map<String, Channel> channels,
      Map<String, Topic> topics,
      Set<String> nobody,
      Set<String> bots,
      boolean ignoresCase) {}

  Directory(Entries entries) {
    this.organizations = List.copyOf(entries.organizations);
    this.personOfAccount = ImmutableMap.copyOf(ImmutableSortedMap.copyOf(entries.personOfAccount));
    this.membersOfAccount = ImmutableSortedMap.copyOf(entries.membersOfAccount);
    this.channels = ImmutableSortedMap.copyOf(entries.channels);
    this.topics = ImmutableSortedMap.copyOf(entries.topics);
    this.nobody = ImmutableSortedSet.copyOf(entries.nobody);
    this.bots = ImmutableSortedSet.copyOf(entries.bots);
    this.ignoresCase = entries.ignoresCase;
    SortedMap<Instant, String> later = laterTexts();
    String beginning = beginningText();
    this.changes =
        later.entrySet().stream().map(e -> new Change(e.getKey(), hash(e.getValue()))).toList();
    this.beginningHash = hash(beginning);
    this.contentHash = later.isEmpty() ? beginningHash : hash(canonicalText());
  }

  private static long hash(String text) {
    return Hashing.murmur3_128().hashBytes(Wtf8.bytes(text)).asLong();
  }

  /**
   * {@return the directory without entries, which describes a public forum where everybody is
   * audience}
   */
  public static Directory empty() {
    return EMPTY;
  }

  /** {@return a new, empty builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the names of the organizations, sorted} */
  public List<String> organizations() {
    return organizations;
  }

  /**
   * {@return the person an account belongs to, or empty for an account without an entry}
   *
   * @param account the account
   */
  public Optional<Person> personOf(String account) {
    return Optional.ofNullable(personOfAccount.get(CleanText.account(account, ignoresCase)));
  }

  /** {@return the persons that have entries, each once, ordered by their first account} */
  public List<Person> persons() {
    return personOfAccount.values().stream().distinct().toList();
  }

  /**
   * {@return the membership of an account, regardless of its dates; the latest if there are
   * several; empty if the account is always audience}
   *
   * @param account the account
   */
  public Optional<Member> memberOf(String account) {
    List<Member> all = membersOf(account);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * {@return the membership of an account at an instant, or empty if the account is audience at
   * that time}
   *
   * @param account the account
   * @param instant when; {@code from} is inclusive, {@code until} exclusive
   */
  public Optional<Member> memberOf(String account, Instant instant) {
    return membersOf(account).stream().filter(member -> member.isAt(instant)).findFirst();
  }

  /**
   * {@return all memberships of an account in order of time, none overlapping; empty if the account
   * is always audience}
   *
   * @param account the account
   */
  public List<Member> membersOf(String account) {
    return membersOfAccount.getOrDefault(CleanText.account(account, ignoresCase), List.of());
  }

  /**
   * Returns the names that stand for no known person ({@link Builder#nobody}).
   *
   * @return the names, sorted
   */
  public Set<String> nobody() {
    return nobody;
  }

  /**
   * Returns the accounts of bots that belong to no organization.
   *
   * @return the accounts, sorted
   */
  public Set<String> bots() {
    return bots;
  }

  /**
   * Returns whether accounts that differ only in upper and lower case are the same account.
   *
   * @return false unless {@link Builder#ignoringCase} was called
   */
  public boolean ignoresCase() {
    return ignoresCase;
  }

  /** {@return the memberships by account, sorted, and those of an account in order of time} */
  public List<Member> members() {
    return membersOfAccount.values().stream().flatMap(List::stream).toList();
  }

  /**
   * A change of memberships at an instant: who joins, who leaves, who moves.
   *
   * @param at the instant from which the change holds
   * @param hash a hash of everything that changes at that instant, the same on every machine
   */
  public record Change(Instant at, long hash) {
    @Override
    public String toString() {
      return "change at " + at;
    }
  }

  /**
   * {@return the changes of memberships in order of time, each instant once; empty for a directory
   * without dates} The same memberships give the same changes, however they were entered. A summary
   * carries the changes up to its as-of, so summaries from before and after a change can be merged.
   */
  public List<Change> changes() {
    return changes;
  }

  /**
   * {@return a hash of everything that holds from the beginning, the same on every machine; without
   * dates this is everything, and equals {@link #contentHash}}
   */
  public long beginningHash() {
    return beginningHash;
  }

  /**
   * {@return the entries that this directory has and another lacks, as readable lines, in no
   * guaranteed order}
   *
   * @param other the other directory
   */
  public List<String> notIn(Directory other) {
    Set<String> theirs = new HashSet<>(other.facts());
    return facts().stream().filter(fact -> !theirs.contains(fact)).toList();
  }

  private List<String> facts() {
    List<String> facts = new ArrayList<>();
    organizations.forEach(name -> facts.add("organization " + name));
    personOfAccount.forEach(
        (account, person) -> {
          if (!isOnlyAMember(account, person)) {
            facts.add("account " + account + " of " + person.name());
          }
        });
    members().forEach(member -> facts.add("member " + member));
    channels.values().forEach(channel -> facts.add(channel.toString()));
    topics.values().forEach(topic -> facts.add(topic.toString()));
    nobody.forEach(name -> facts.add("nobody " + name));
    bots.forEach(account -> facts.add("bot " + account));
    if (ignoresCase) {
      facts.add("accounts ignore case");
    }
    return facts;
  }

  /** Whether a person exists only because an account has a membership. */
  private boolean isOnlyAMember(String account, Person person) {
    return person.name().equals(account)
        && person.accounts().size() == 1
        && membersOfAccount.containsKey(account);
  }

  /**
   * {@return the entry of a channel; without one, a public channel that has no owner}
   *
   * @param name its name
   */
  public Channel channel(String name) {
    Channel known = channels.get(name);
    return known != null ? known : new Channel(name, Optional.empty(), Visibility.PUBLIC);
  }

  /**
   * {@return the entry of a topic; without one, a topic that nobody owns}
   *
   * @param name its name
   */
  public Topic topic(String name) {
    Topic known = topics.get(name);
    return known != null ? known : new Topic(name, Optional.empty(), Optional.empty());
  }

  /**
   * {@return a hash of everything in the directory, the same on every machine} Summaries carry it,
   * so that results of different directories are not merged by mistake. (It is the first 64 of the
   * 128 bits of murmur3.)
   */
  public long contentHash() {
    return contentHash;
  }

  /** All entries, whatever their dates. */
  private String canonicalText() {
    StringBuilder text = new StringBuilder(beginningText());
    laterTexts().forEach((at, change) -> append(text, "change", at.toString(), change));
    return text.toString();
  }

  /**
   * What holds from the beginning. Each text is written with its length, so no name can imitate
   * another entry. A person who exists only because of a later membership is left out.
   */
  private String beginningText() {
    StringBuilder text = new StringBuilder();
    organizations.forEach(name -> append(text, "organization", name));
    personOfAccount.forEach(
        (account, person) -> {
          if (!isOnlyAMember(account, person) || isMemberFromBeginning(account)) {
            append(text, "account", account, person.name());
          }
        });
    membersOfAccount.forEach(
        (account, members) -> {
          if (isMemberFromBeginning(account)) {
            append(text, members.get(0));
          }
        });
    channels.forEach(
        (name, channel) ->
            append(text, "channel", name, channel.owner().orElse(""), channel.visibility().name()));
    topics.forEach(
        (name, topic) ->
            append(
                text,
                "topic",
                name,
                topic.organization().orElse(""),
                topic.owningDepartment().orElse("")));
    nobody.forEach(name -> append(text, "nobody", name));
    bots.forEach(account -> append(text, "bot", account));
    if (ignoresCase) {
      append(text, "ignoring case");
    }
    return text.toString();
  }

  private boolean isMemberFromBeginning(String account) {
    List<Member> members = membersOfAccount.getOrDefault(account, List.of());
    return !members.isEmpty() && members.get(0).from().isEmpty();
  }

  /** Later changes, by instant. */
  private SortedMap<Instant, String> laterTexts() {
    SortedMap<Instant, StringBuilder> texts = new TreeMap<>();
    for (Map.Entry<String, List<Member>> entry : membersOfAccount.entrySet()) {
      Optional<Instant> left = Optional.empty();
      for (Member member : entry.getValue()) {
        if (left.isPresent() && !left.equals(member.from())) {
          append(textAt(texts, left.get()), "left", entry.getKey());
        }
        member.from().ifPresent(from -> append(textAt(texts, from), member));
        left = member.until();
      }
      left.ifPresent(until -> append(textAt(texts, until), "left", entry.getKey()));
    }
    SortedMap<Instant, String> result = new TreeMap<>();
    texts.forEach((at, text) -> result.put(at, text.toString()));
    return result;
  }

  private static StringBuilder textAt(Map<Instant, StringBuilder> texts, Instant at) {
    return texts.computeIfAbsent(at, instant -> new StringBuilder());
  }

  private static void append(StringBuilder text, Member member) {
    append(
        text,
        "member",
        member.account(),
        member.organization(),
        member.department(),
        member.role().name(),
        member.kind().name());
  }

  private static void append(StringBuilder text, String... parts) {
    for (String part : parts) {
      text.append(part.length()).append(':').append(part);
    }
    text.append('\n');
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Directory that && canonicalText().equals(that.canonicalText());
  }

  @Override
  public int hashCode() {
    return Long.hashCode(contentHash);
  }

  @Override
  public String toString() {
    long members = membersOfAccount.keySet().stream().map(personOfAccount::get).distinct().count();
    String known =
        "directory: "
            + count(organizations.size(), "organization")
            + ", "
            + count(members, "member");
    String persons = count(persons().size(), "person");
    String line = known + ", " + persons;
    return line.length() <= Brief.HEADLINE ? line : known + "\n" + persons;
  }

  private static String count(long count, String what) {
    return NumberText.count(count) + " " + what + (count == 1 ? "" : "s");
  }

  /** Collects the entries of a directory. {@link #build} checks that they are consistent. */
  public static final class Builder {
    private final DirectoryDraft draft = new DirectoryDraft();

    private Builder() {}

    /**
     * Adds an organization, or members to one already added.
     *
     * @param name its name, as results print it
     * @param members names its members
     * @return this builder
     */
    public Builder organization(String name, Consumer<OrganizationBuilder> members) {
      draft.organization(name);
      members.accept(new OrganizationBuilder(draft, name));
      draft.checkNewMembers();
      return this;
    }

    /**
     * Declares that several accounts belong to one person.
     *
     * @param name what the person is called in results
     * @param accounts the accounts
     * @return this builder
     */
    public Builder person(String name, String... accounts) {
      draft.person(name, List.of(accounts));
      return this;
    }

    /**
     * Declares the owner of a channel. A message there that names no addressee is addressed to the
     * owner.
     *
     * @param name the channel
     * @param ownerOrganization the organization it belongs to
     * @return this builder
     */
    public Builder channel(String name, String ownerOrganization) {
      draft.channel(new Channel(name, Optional.of(ownerOrganization), Visibility.PUBLIC));
      return this;
    }

    /**
     * Declares a channel that only members can see.
     *
     * @param name the channel
     * @param ownerOrganization the organization it belongs to
     * @return this builder
     */
    public Builder internalChannel(String name, String ownerOrganization) {
      draft.channel(new Channel(name, Optional.of(ownerOrganization), Visibility.INTERNAL));
      return this;
    }

    /**
     * Declares which department should answer on a topic.
     *
     * @param name the topic
     * @param organization the organization
     * @param owningDepartment its department
     * @return this builder
     */
    public Builder topic(String name, String organization, String owningDepartment) {
      draft.topic(new Topic(name, Optional.of(organization), Optional.of(owningDepartment)));
      return this;
    }

    /**
     * Declares the placeholders that exports write for people they no longer know: {@code
     * [deleted]}, {@code ghost}, {@code A Google user}. A row by such a name has no author and
     * counts as a person of its own.
     *
     * @param names the names
     * @return this builder
     */
    public Builder nobody(String... names) {
      draft.nobody(List.of(names));
      return this;
    }

    /**
     * Adds bots that belong to no organization, as forums have them. Their messages neither end nor
     * start a turn.
     *
     * @param accounts the accounts
     * @return this builder
     */
    public Builder bots(String... accounts) {
      draft.bots(List.of(accounts));
      return this;
    }

    /**
     * Treats accounts that differ only in upper and lower case as the same account, as on Twitter,
     * on GitHub and in mail. Results show them in lower case.
     *
     * @return this builder
     */
    public Builder ignoringCase() {
      draft.ignoringCase();
      return this;
    }

    /**
     * Returns the directory.
     *
     * @return an immutable directory
     * @throws IllegalArgumentException if an account belongs to two persons, or is also declared as
     *     {@linkplain #nobody nobody}; if a person is in two organizations or departments at the
     *     same time; or if an entry names an organization that does not exist
     */
    public Directory build() {
      return draft.build();
    }

    @Override
    public String toString() {
      return "directory builder: " + draft;
    }
  }

  /** Collects the members of one organization. */
  public static sealed class OrganizationBuilder permits MemberBuilder {
    final DirectoryDraft draft;
    final String organization;

    OrganizationBuilder(DirectoryDraft draft, String organization) {
      this.draft = draft;
      this.organization = organization;
    }

    /**
     * Adds a staff member's account with a human face.
     *
     * @param account the account
     * @param department the department
     * @return a builder for further members, which can also set when this membership begins and
     *     ends
     */
    public MemberBuilder member(String account, String department) {
      return member(account, department, Role.STAFF);
    }

    /**
     * Adds an account with a human face.
     *
     * @param account the account
     * @param department the department
     * @param role the role
     * @return a builder for further members, which can also set when this membership begins and
     *     ends
     */
    public MemberBuilder member(String account, String department, Role role) {
      return add(account, department, role, AccountKind.PERSONAL);
    }

    /**
     * Adds an account that shows the brand and is used by people of a department.
     *
     * @param account the account
     * @param department the department
     * @return a builder for further members, which can also set when this membership begins and
     *     ends
     */
    public MemberBuilder brand(String account, String department) {
      return add(account, department, Role.STAFF, AccountKind.BRAND);
    }

    /**
     * Adds a bot.
     *
     * @param account the account
     * @param department the department that runs it
     * @return a builder for further members, which can also set when this membership begins and
     *     ends
     */
    public MemberBuilder bot(String account, String department) {
      return add(account, department, Role.BOT, AccountKind.BRAND);
    }

    private MemberBuilder add(String account, String department, Role role, AccountKind kind) {
      Member member = new Member(account, organization, department, role, kind);
      return new MemberBuilder(draft, organization, draft.member(member));
    }

    @Override
    public String toString() {
      return "members of " + organization;
    }
  }

  /**
   * Collects further members of an organization, and sets the dates of the membership added last.
   * Without dates a membership holds for all times.
   *
   * <pre>{@code
   * ZoneId zone = ZoneId.of("Europe/Berlin");
   * Directory directory = Directory.builder()
   *     .organization("Acme", acme -> acme
   *         .member("anna", "Support").until(LocalDate.parse("2026-03-01"), zone)
   *         .member("anna", "Sales").from(LocalDate.parse("2026-03-01"), zone)
   *         .member("bob", "Support").from(Instant.parse("2026-02-03T08:00:00Z")))
   *     .build();
   * directory.memberOf("bob", Instant.parse("2026-02-03T07:59:59Z"));   // Optional.empty
   * directory.changes().size();   // 2
   * }</pre>
   */
  public static final class MemberBuilder extends OrganizationBuilder {
    private final DirectoryDraft.Entry entry;

    private MemberBuilder(DirectoryDraft draft, String organization, DirectoryDraft.Entry entry) {
      super(draft, organization);
      this.entry = entry;
    }

    /**
     * Sets when the membership begins. Before that, the account is audience.
     *
     * @param startInclusive the first instant of it; what is finer than a millisecond is cut off
     * @return this builder
     * @throws IllegalArgumentException if its beginning is already set
     */
    public MemberBuilder from(Instant startInclusive) {
      entry.from(startInclusive);
      return this;
    }

    /**
     * Sets the day on which the membership begins.
     *
     * @param firstDay the first day of it
     * @param zone where the day begins
     * @return this builder
     * @throws IllegalArgumentException if its beginning is already set
     */
    public MemberBuilder from(LocalDate firstDay, ZoneId zone) {
      return from(firstDay.atStartOfDay(zone).toInstant());
    }

    /**
     * Sets when the membership ends. From then on, the account is audience.
     *
     * @param endExclusive the first instant after it; what is finer than a millisecond is cut off
     * @return this builder
     * @throws IllegalArgumentException if its end is already set
     */
    public MemberBuilder until(Instant endExclusive) {
      entry.until(endExclusive);
      return this;
    }

    /**
     * Sets the day before which the membership ends.
     *
     * @param dayAfter the first day after it
     * @param zone where the day begins
     * @return this builder
     * @throws IllegalArgumentException if its end is already set
     */
    public MemberBuilder until(LocalDate dayAfter, ZoneId zone) {
      return until(dayAfter.atStartOfDay(zone).toInstant());
    }

    @Override
    public String toString() {
      return "members of " + organization + ", last " + entry;
    }
  }
}
