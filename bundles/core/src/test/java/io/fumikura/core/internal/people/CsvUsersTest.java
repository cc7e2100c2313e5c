package io.fumikura.core.internal.people;

import static io.fumikura.core.internal.people.Office.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import io.fumikura.account.Caller;
import io.fumikura.account.Permission;
import io.fumikura.core.internal.mail.Mails;
import io.fumikura.core.internal.mail.PublicUrl;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.people.Group;
import io.fumikura.people.UserAccount;
import io.fumikura.people.UserFiles.Problem;
import io.fumikura.people.UserFiles.Report;
import io.fumikura.people.UserQuery;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class CsvUsersTest {

    @Parameter
    TestDatabase vendor;

    @TempDir
    Path folder;

    private Transactions transactions;
    private Office office;
    private CsvUsers files;
    private Group sales;

    @BeforeEach
    void open() {
        transactions = vendor.create(folder).open();
        office = new Office(transactions, folder);
        files = new CsvUsers(
                transactions,
                new InitialPasswords(
                        new Mails(transactions, new Secrets(folder.resolve("keys"))), new PublicUrl("https://fumikura.example.com")));
        sales = office.group(office.group("本社"), "営業部");
    }

    @AfterEach
    void close() {
        if (transactions != null) {
            transactions.close();
        }
    }

    private Report load(Caller by, String csv, boolean dryRun) {
        return files.load(by, new ByteArrayInputStream(csv.getBytes(StandardCharsets.UTF_8)), dryRun);
    }

    private long count(String table) {
        return transactions.read(entities ->
                Sql.query(entities, "select count(*) from " + table, row -> row.getLong(1)).get(0));
    }

    private static List<String> told(Report report) {
        return report.problems().stream().map(p -> p.row() + " " + p.column() + " " + p.code()).toList();
    }

    @Test
    void registersTheUsersOfAFileWithMailsToEach() {
        String csv = "\uFEFF氏名,メール,グループ,権限,ユーザーID,サブメール\r\n"
                + "山田 花子,hanako@example.com,本社/営業部,閲覧;主担当者,,h2@example.com;h3@example.com\r\n"
                + "\r\n"
                + "\"鈴木, 一郎\",ichiro@example.com,\"本社\n本社／営業部\",,A1533650,\r\n";

        assertThat(load(office.boss, csv, true)).isEqualTo(new Report(2, false, List.of()));
        assertThat(count("app_user")).isEqualTo(1);
        assertThat(count("mail")).isZero();
        assertThat(load(office.boss, csv, false)).isEqualTo(new Report(2, true, List.of()));

        List<UserAccount> users = office.users.list(office.boss, UserQuery.ALL).users();
        assertThat(users).extracting(UserAccount::loginId).startsWith("A1533601", "A1533650");
        assertThat(users.get(0).permissions()).containsExactlyInAnyOrder(Permission.VIEWER, Permission.CLERK);
        assertThat(users.get(0).subMails()).containsExactly("h2@example.com", "h3@example.com");
        assertThat(users.get(1).name()).isEqualTo("鈴木, 一郎");
        assertThat(users.get(1).groups()).hasSize(2);
        assertThat(count("mail")).isEqualTo(4);
    }

    @Test
    void oneWrongRowRefusesAllAndEachIsNamedWithColumnAndReason() {
        String csv = "User ID,Name,Mail,Groups,Permissions,Language\n"
                + ",良 子,good@example.com,本社,閲覧,ja\n"
                + ",,a@example.com,,,\n"
                + ",甲,wrong,,,\n"
                + ",乙,GOOD@example.com,,,\n"
                + "X1,丙,c@example.com,,,\n"
                + ",丁,d@example.com,支社/営業部;本社,社長,fr\n"
                + ",戊,e@example.com,,運営,\n"
                + ",,wrong,支社/営業部,,\n";

        Report report = load(office.boss, csv, false);

        assertThat(report.rows()).isEqualTo(8);
        assertThat(report.registered()).isFalse();
        assertThat(told(report)).containsExactly(
                "3 氏名 user.name",
                "4 メール mail.address",
                "5 メール mail.taken",
                "6 ユーザーID user.login-id",
                "7 グループ group.unknown",
                "7 権限 permission.unknown",
                "7 言語 profile.language",
                "8 権限 permission.grant",
                "9 氏名 user.name",
                "9 メール mail.address",
                "9 グループ group.unknown");
        assertThat(report.problems()).extracting(Problem::value).contains("wrong", "支社/営業部", "社長", "fr");
        assertThat(count("app_user")).isEqualTo(1);
        assertThat(count("mail")).isZero();
    }

    @Test
    void takesUtf8OnlyAndNothingThatIsNoTableOfUsers() {
        byte[] sjis = "氏名,メール\n花子,h@example.com\n".getBytes(Charset.forName("Windows-31J"));
        assertThat(refusal(() -> files.load(office.boss, new ByteArrayInputStream(sjis), true))).isEqualTo("import.encoding");
        byte[] utf16 = "氏名,メール\n花子,h@example.com\n".getBytes(StandardCharsets.UTF_16);
        assertThat(refusal(() -> files.load(office.boss, new ByteArrayInputStream(utf16), true))).isEqualTo("import.encoding");
        for (String bad : List.of("", "花子,h@example.com\n", "氏名\n花子\n", "氏名,メール,氏名\n", "氏名,メール\n\"花子")) {
            assertThat(refusal(() -> load(office.boss, bad, true))).as(bad).isEqualTo("import.malformed");
        }
        assertThat(refusal(() -> load(office.boss, "氏名,メール\n" + "a,b\n".repeat(501), true))).isEqualTo("import.too-large");
        assertThat(refusal(() -> load(office.boss, "x".repeat(1024 * 1024 + 1), true))).isEqualTo("import.too-large");
    }

    @Test
    void defusesFormulasAndReadsItsOwnExportAgain() {
        office.register("=HYPERLINK(\"x\")", List.of(sales), Permission.SIGNER, Permission.VIEWER);
        office.register("＝1＋1", List.of(sales));
        String exported = files.export(office.boss);

        assertThat(exported).contains(",'＝1＋1,");
        assertThat(exported).startsWith("\uFEFFユーザーID,氏名,");
        assertThat(exported).contains(",\"'=HYPERLINK(\"\"x\"\")\",").contains(",本社/営業部,閲覧;署名者".replace("閲覧;署名者", "\"閲覧;署名者\""));
        assertThat(Csv.parse(exported.substring(1))).anySatisfy(row -> assertThat(row.cell(1)).isEqualTo("=HYPERLINK(\"x\")"));
        assertThat(told(load(office.boss, exported, true))).contains("2 ユーザーID user.login-taken");
    }

    @Test
    void theTemplateIsAcceptedOnceItsGroupExists() {
        assertThat(load(office.boss, files.template(office.boss), true)).isEqualTo(new Report(1, false, List.of()));
    }

    @Test
    void aGroupAdministratorRegistersInsideOfHisGroupsOnly() {
        Caller chief = office.as(office.register("課長", List.of(sales), Permission.GROUP_ADMINISTRATOR));
        String csv = "氏名,メール,グループ\n内,in@example.com,本社/営業部\n外,out@example.com,本社\n無,no@example.com,\n";
        assertThat(told(load(chief, csv, false))).containsExactly("3 グループ permission.missing", "4 グループ user.groups");
        Caller clerk = office.as(office.register("係", List.of(sales), Permission.CLERK));
        assertThat(refusal(() -> load(clerk, csv, true))).isEqualTo("permission.missing");
    }
}
