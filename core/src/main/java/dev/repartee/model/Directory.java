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
 * Who is who: the organizations with their members, the persons with several accounts, and what
 * belongs to whom. Immutable.
 *
 * <p>An account that no entry names is a person of its own and audience. Membership is of the
 * person: a private account linked to a member belongs to a member too. A directory without
 * organizations describes a public forum. Memberships may have dates: what a row is, is decided at
 * its own time, and before, between and after its memberships a person is audience. Everything else
 * holds for all times.
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

  /** {@return the directory without entries: a public forum, in which everybody is audience} */
  public static Directory empty() {
    return EMPTY;
  }

  /** {@return a builder: a new, empty builder} */
  public static Builder builder() {
    return new Builder();
  }

  /** {@return the organizations by name, sorted: the names} */
  public List<String> organizations() {
    return organizations;
  }

  /**
   * {@return the person an account belongs to, or empty for an account that no entry names}
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
   * {@return the membership of an account whenever it is, the latest where there are several; empty
   * where the account is always audience}
   *
   * @param account the account
   */
  public Optional<Member> memberOf(String account) {
    List<Member> all = membersOf(account);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /**
   * {@return the membership of an account at an instant, or empty where the account is audience
   * then}
   *
   * @param account the account
   * @param instant when; {@code from} is inclusive, {@code until} exclusive
   */
  public Optional<Member> memberOf(String account, Instant instant) {
    return membersOf(account).stream().filter(member -> member.isAt(instant)).findFirst();
  }

  /**
   * {@return all memberships of an account in order of time; none overlap; empty where the account
   * is always audience}
   *
   * @param account the account
   */
  public List<Member> membersOf(String account) {
    return membersOfAccount.getOrDefault(CleanText.account(account, ignoresCase), List.of());
  }

  /**
   * Returns the names that stand for nobody.
   *
   * @return the names, sorted
   */
  public Set<String> nobody() {
    return nobody;
  }

  /**
   * Returns the accounts of programs of no organization.
   *
   * @return the accounts, sorted
   */
  public Set<String> bots() {
    return bots;
  }

  /**
   * Returns whether accounts that differ in capitals only are one.
   *
   * @return false unless {@link Builder#ignoringCase} said so
   */
  public boolean ignoresCase() {
    return ignoresCase;
  }

  /** {@return the memberships by account, sorted, and those of an account in order of time} */
  public List<Member> members() {
    return membersOfAccount.values().stream().flatMap(List::stream).toList();
  }

  /**
   * What becomes different at an instant: who joins, who leaves, who moves.
   *
   * @param at the instant from which it is different
   * @param hash a hash of everything that becomes different then, the same on every machine
   */
  public record Change(Instant at, long hash) {
    @Override
    public String toString() {
      return "change at " + at;
    }
  }

  /**
   * {@return what becomes different as time goes by, in order of time, each instant once; empty for
   * a directory without dates} However entries are told, the same memberships make the same
   * changes. Summaries carry them up to their as-of, so that what was measured before a change
   * merges with what was measured after it.
   */
  public List<Change> changes() {
    return changes;
  }

  /**
   * {@return a hash of everything that holds from the beginning, the same on every machine; without
   * dates that is all there is, and this is {@link #contentHash}}
   */
  public long beginningHash() {
    return beginningHash;
  }

  /**
   * {@return what this directory says and another one does not, by name, as lines for people; in no
   * order that is promised}
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

  /** Whether there is a person only because an account has a membership. */
  private boolean isOnlyAMember(String account, Person person) {
    return person.name().equals(account)
        && person.accounts().size() == 1
        && membersOfAccount.containsKey(account);
  }

  /**
   * {@return what is known of a channel: the entry, or a public channel without an owner}
   *
   * @param name its name
   */
  public Channel channel(String name) {
    Channel known = channels.get(name);
    return known != null ? known : new Channel(name, Optional.empty(), Visibility.PUBLIC);
  }

  /**
   * {@return what is known of a topic: the entry, or a topic nobody owns}
   *
   * @param name its name
   */
  public Topic topic(String name) {
    Topic known = topics.get(name);
    return known != null ? known : new Topic(name, Optional.empty(), Optional.empty());
  }

  /**
   * {@return a hash of everything in the directory: the hash, the same on every machine} Summaries
   * carry it, so that results of different directories are not merged by mistake. (murmur3, 128
   * bits, of which the first 64.)
   */
  public long contentHash() {
    return contentHash;
  }

  /** Everything there is, at whatever time. */
  private String canonicalText() {
    StringBuilder text = new StringBuilder(beginningText());
    laterTexts().forEach((at, change) -> append(text, "change", at.toString(), change));
    return text.toString();
  }

  /**
   * What holds from the beginning: texts with their lengths, so that no names, whatever is in them,
   * make others. That somebody who joins later is a person of that name says nothing.
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

  /** What becomes different later, by the instant. */
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

  /** Collects the entries of a directory; {@link #build} checks that they fit together. */
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
     * Says that several accounts are one human being.
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
     * Says whose channel it is: a message there that names nobody speaks to the owner.
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
     * Says that only members see a channel.
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
     * Says which department should answer on a topic.
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
     * Names what exports write in the place of people they no longer know: {@code [deleted]},
     * {@code ghost}, {@code A Google user}. Rows by them have no author: each is a person of its
     * own.
     *
     * @param names the names
     * @return this builder
     */
    public Builder nobody(String... names) {
      draft.nobody(List.of(names));
      return this;
    }

    /**
     * Adds programs of no organization, as a forum has them: what they write ends no turn and
     * starts none.
     *
     * @param accounts the accounts
     * @return this builder
     */
    public Builder bots(String... accounts) {
      draft.bots(List.of(accounts));
      return this;
    }

    /**
     * Says that accounts which differ in capitals only are one, as on Twitter, GitHub or in mail.
     * Results show them in small letters.
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
     * @throws IllegalArgumentException if an account belongs to two persons, or to somebody and
     *     nobody, a person at one time to two organizations or departments, or an entry names an
     *     organization that is not there
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
     * Adds an account of a staff member with a human face.
     *
     * @param account the account
     * @param department the department
     * @return a builder that goes on, and can say when this membership begins and ends
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
     * @return a builder that goes on, and can say when this membership begins and ends
     */
    public MemberBuilder member(String account, String department, Role role) {
      return add(account, department, role, AccountKind.PERSONAL);
    }

    /**
     * Adds an account that shows the brand, behind which people of a department write.
     *
     * @param account the account
     * @param department the department
     * @return a builder that goes on, and can say when this membership begins and ends
     */
    public MemberBuilder brand(String account, String department) {
      return add(account, department, Role.STAFF, AccountKind.BRAND);
    }

    /**
     * Adds a program.
     *
     * @param account the account
     * @param department the department that runs it
     * @return a builder that goes on, and can say when this membership begins and ends
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
   * Goes on collecting the members of an organization, and says when the last one was one. Without
   * dates a membership holds for all times.
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
     * Says when the membership begins. What the account did before is of the audience.
     *
     * @param startInclusive the first instant of it; what is finer than a millisecond is cut off
     * @return this builder
     * @throws IllegalArgumentException if its beginning has been told already
     */
    public MemberBuilder from(Instant startInclusive) {
      entry.from(startInclusive);
      return this;
    }

    /**
     * Says on which day the membership begins.
     *
     * @param firstDay the first day of it
     * @param zone where the day begins
     * @return this builder
     * @throws IllegalArgumentException if its beginning has been told already
     */
    public MemberBuilder from(LocalDate firstDay, ZoneId zone) {
      return from(firstDay.atStartOfDay(zone).toInstant());
    }

    /**
     * Says when the membership ends. What the account does from then on is of the audience.
     *
     * @param endExclusive the first instant after it; what is finer than a millisecond is cut off
     * @return this builder
     * @throws IllegalArgumentException if its end has been told already
     */
    public MemberBuilder until(Instant endExclusive) {
      entry.until(endExclusive);
      return this;
    }

    /**
     * Says before which day the membership ends.
     *
     * @param dayAfter the first day after it
     * @param zone where the day begins
     * @return this builder
     * @throws IllegalArgumentException if its end has been told already
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
