package dev.repartee.model;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSortedMap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.hash.Hashing;
import dev.repartee.internal.bytes.Wtf8;
import dev.repartee.internal.text.Brief;
import dev.repartee.internal.text.CleanText;
import dev.repartee.text.NumberText;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Who is who: the organizations with their members, the persons with several accounts, and what
 * belongs to whom. Immutable.
 *
 * <p>An account that no entry names is a person of its own and audience. Membership is of the
 * person: a private account linked to a member belongs to a member too. A directory without
 * organizations describes a public forum.
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
  private final ImmutableSortedMap<String, Member> memberOfAccount;
  private final ImmutableSortedMap<String, Channel> channels;
  private final ImmutableSortedMap<String, Topic> topics;
  private final ImmutableSortedSet<String> nobody;
  private final ImmutableSortedSet<String> bots;
  private final boolean ignoresCase;
  private final long contentHash;

  /** What a directory holds, by account or name. */
  record Entries(
      List<String> organizations,
      Map<String, Person> personOfAccount,
      Map<String, Member> memberOfAccount,
      Map<String, Channel> channels,
      Map<String, Topic> topics,
      Set<String> nobody,
      Set<String> bots,
      boolean ignoresCase) {}

  Directory(Entries entries) {
    this.organizations = List.copyOf(entries.organizations);
    this.personOfAccount = ImmutableMap.copyOf(ImmutableSortedMap.copyOf(entries.personOfAccount));
    this.memberOfAccount = ImmutableSortedMap.copyOf(entries.memberOfAccount);
    this.channels = ImmutableSortedMap.copyOf(entries.channels);
    this.topics = ImmutableSortedMap.copyOf(entries.topics);
    this.nobody = ImmutableSortedSet.copyOf(entries.nobody);
    this.bots = ImmutableSortedSet.copyOf(entries.bots);
    this.ignoresCase = entries.ignoresCase;
    this.contentHash = Hashing.murmur3_128().hashBytes(Wtf8.bytes(canonicalText())).asLong();
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
   * {@return the membership of an account, or empty where the account is audience}
   *
   * @param account the account
   */
  public Optional<Member> memberOf(String account) {
    return Optional.ofNullable(memberOfAccount.get(CleanText.account(account, ignoresCase)));
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

  /** {@return the memberships by account, sorted} */
  public List<Member> members() {
    return memberOfAccount.values().asList();
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

  /** Texts with their lengths, so that no names, whatever is in them, make others. */
  private String canonicalText() {
    StringBuilder text = new StringBuilder();
    organizations.forEach(name -> append(text, "organization", name));
    personOfAccount.forEach((account, person) -> append(text, "account", account, person.name()));
    memberOfAccount.forEach(
        (account, member) ->
            append(
                text,
                "member",
                account,
                member.organization(),
                member.department(),
                member.role().name(),
                member.kind().name()));
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
    long members = memberOfAccount.keySet().stream().map(personOfAccount::get).distinct().count();
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
     *     nobody, a person to two organizations or departments, or an entry names an organization
     *     that is not there
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
  public static final class OrganizationBuilder {
    private final DirectoryDraft draft;
    private final String organization;

    OrganizationBuilder(DirectoryDraft draft, String organization) {
      this.draft = draft;
      this.organization = organization;
    }

    /**
     * Adds an account of a staff member with a human face.
     *
     * @param account the account
     * @param department the department
     * @return this builder
     */
    public OrganizationBuilder member(String account, String department) {
      return member(account, department, Role.STAFF);
    }

    /**
     * Adds an account with a human face.
     *
     * @param account the account
     * @param department the department
     * @param role the role
     * @return this builder
     */
    public OrganizationBuilder member(String account, String department, Role role) {
      draft.member(new Member(account, organization, department, role, AccountKind.PERSONAL));
      return this;
    }

    /**
     * Adds an account that shows the brand, behind which people of a department write.
     *
     * @param account the account
     * @param department the department
     * @return this builder
     */
    public OrganizationBuilder brand(String account, String department) {
      draft.member(new Member(account, organization, department, Role.STAFF, AccountKind.BRAND));
      return this;
    }

    /**
     * Adds a program.
     *
     * @param account the account
     * @param department the department that runs it
     * @return this builder
     */
    public OrganizationBuilder bot(String account, String department) {
      draft.member(new Member(account, organization, department, Role.BOT, AccountKind.BRAND));
      return this;
    }

    @Override
    public String toString() {
      return "members of " + organization;
    }
  }
}
