package io.fumikura.core.internal.people;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.account.PlatformException;
import io.fumikura.account.PlatformException.Category;
import io.fumikura.core.internal.account.Tokens;
import io.fumikura.core.internal.mail.MailAddress;
import io.fumikura.core.internal.people.InitialPasswords.Fresh;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.people.GroupId;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserFiles;
import io.fumikura.people.UserForm;
import io.fumikura.people.UserPage;
import io.fumikura.people.UserQuery;
import jakarta.persistence.EntityManager;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Files of users. A file is checked by registering its users in a transaction that is then taken back, so that a check sees just what registration
 * would refuse, twins within the file included.
 */
@Component
public final class CsvUsers implements UserFiles {

    private static final int MOST = 500;

    private final Transactions transactions;
    private final StoredUsers users;
    private final InitialPasswords passwords;

    @Activate
    public CsvUsers(@Reference Transactions transactions, @Reference InitialPasswords passwords) {
        this.transactions = transactions;
        this.passwords = passwords;
        users = new StoredUsers(transactions, passwords);
    }

    @Override
    public String template(Caller caller) {
        transactions.read(entities -> Realm.required(entities, caller));
        boolean english = caller.language().getLanguage().equals("en");
        return "\uFEFF" + header(caller.language())
                + Csv.line(
                        english
                                ? List.of("", "Hanako Yamada", "hanako@example.com", "", "Head office/Sales", "Viewer;Clerk", "en")
                                : List.of("", "山田 花子", "hanako@example.com", "", "本社/営業部", "閲覧;主担当者", "ja"));
    }

    private static String header(Locale language) {
        return Csv.line(Arrays.stream(UserColumn.values()).map(column -> column.in(language)).toList());
    }

    @Override
    public String export(Caller caller) {
        var lines = new StringBuilder("\uFEFF" + header(caller.language()));
        Optional<String> cursor = Optional.empty();
        do {
            UserPage page = users.list(
                    caller, new UserQuery("", Optional.empty(), Optional.empty(), Optional.empty(), cursor, 200));
            page.users().forEach(user -> lines.append(line(user, caller.language())));
            cursor = page.next();
        } while (cursor.isPresent());
        return lines.toString();
    }

    private static String line(UserAccount user, Locale language) {
        return Csv.line(List.of(
                user.loginId(),
                user.name(),
                user.mail(),
                String.join(";", user.subMails()),
                user.groups().stream().map(place -> String.join("/", place.path())).collect(Collectors.joining(";")),
                user.permissions().stream()
                        .sorted()
                        .map(permission -> PermissionNames.of(permission, language))
                        .collect(Collectors.joining(";")),
                user.language().getLanguage()));
    }

    @Override
    public Report load(Caller caller, InputStream data, boolean dryRun) {
        transactions.read(entities -> Realm.required(entities, caller));
        List<Csv.Row> all = Csv.parse(Csv.text(data));
        Map<UserColumn, Integer> columns = columns(all);
        List<Csv.Row> rows = all.stream().skip(1).filter(row -> !row.isBlank()).toList();
        if (rows.size() > MOST) {
            throw Csv.tooLarge();
        }
        var nobody = new Fresh("", "none");
        List<Problem> problems = register(caller, columns, rows, rows.stream().map(row -> nobody).toList(), true);
        if (dryRun || !problems.isEmpty() || rows.isEmpty()) {
            return new Report(rows.size(), false, problems);
        }
        List<Fresh> fresh = rows.parallelStream().map(row -> passwords.make()).toList();
        List<Problem> late = register(caller, columns, rows, fresh, false);
        return new Report(rows.size(), late.isEmpty(), late);
    }

    private static Map<UserColumn, Integer> columns(List<Csv.Row> rows) {
        var columns = new EnumMap<UserColumn, Integer>(UserColumn.class);
        List<String> header = rows.isEmpty() ? List.of() : rows.get(0).cells();
        for (int i = 0; i < header.size(); i++) {
            int column = i;
            String title = header.get(i);
            UserColumn known = UserColumn.of(title).orElse(null);
            if (known == null && !title.isBlank() || known != null && columns.put(known, column) != null) {
                throw malformed("The column \"" + title + "\" is unknown or stands there twice.", title);
            }
        }
        if (!columns.keySet().containsAll(Set.of(UserColumn.NAME, UserColumn.MAIL))) {
            throw malformed("The first row names the columns; name and mail have to be there.", "");
        }
        return columns;
    }

    private static PlatformException malformed(String message, String column) {
        return new PlatformException(Category.REFUSED, "import.malformed", message, Map.of("column", column), null);
    }

    /** Takes everything back. */
    private static final class TakenBack extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private List<Problem> register(
            Caller caller, Map<UserColumn, Integer> columns, List<Csv.Row> rows, List<Fresh> fresh, boolean checkOnly) {
        var problems = new ArrayList<Problem>();
        try {
            transactions.run(entities -> {
                Companies.lock(entities, caller);
                Tree tree = Tree.of(entities, caller.tenant().value());
                for (int i = 0; i < rows.size(); i++) {
                    register(entities, caller, new Cells(columns, rows.get(i), caller.language()), tree, fresh.get(i), problems);
                }
                if (checkOnly || !problems.isEmpty()) {
                    throw new TakenBack();
                }
            });
        } catch (TakenBack e) {
            return problems;
        }
        return problems;
    }

    private void register(
            EntityManager entities, Caller caller, Cells cells, Tree tree, Fresh fresh, List<Problem> problems) {
        int before = problems.size();
        cells.check(UserColumn.NAME, problems, Names::ofPerson);
        cells.check(UserColumn.MAIL, problems, MailAddress::of);
        List<GroupId> groups = cells.each(UserColumn.GROUPS, problems, path -> group(tree, path));
        List<Permission> permissions = cells.each(UserColumn.PERMISSIONS, problems, PermissionNames::parse);
        List<String> subMails =
                cells.each(UserColumn.SUB_MAILS, problems, mail -> MailAddress.of(mail).value());
        List<Locale> language = cells.each(UserColumn.LANGUAGE, problems, CsvUsers::language);
        if (problems.size() > before) {
            return;
        }
        try {
            FormCheck form = FormCheck.of(new UserForm(
                    cells.text(UserColumn.NAME),
                    cells.text(UserColumn.MAIL),
                    subMails,
                    groups,
                    permissions.isEmpty() ? Set.of(Permission.VIEWER) : Set.copyOf(permissions),
                    language.isEmpty() ? caller.language() : language.get(0)));
            users.create(entities, caller, Optional.of(cells.text(UserColumn.LOGIN_ID)), form, fresh);
        } catch (PlatformException e) {
            problems.add(cells.problem(UserColumn.ofRefusal(e.code()), e));
        }
    }

    private static GroupId group(Tree tree, String path) {
        List<String> keys = Stream.of(path.split("[/／]")).map(Tokens::key).toList();
        return tree.at(keys)
                .map(node -> new GroupId(node.id()))
                .orElseThrow(() -> new PlatformException(Category.NOT_FOUND, "group.unknown", "There is no group \"" + path + "\"."));
    }

    private static Locale language(String text) {
        return switch (Tokens.key(text)) {
            case "ja", "日本語", "japanese" -> Locale.JAPANESE;
            case "en", "english", "英語" -> Locale.ENGLISH;
            default -> throw new PlatformException(Category.INVALID, "profile.language", "The language is \"ja\" or \"en\".");
        };
    }
}
