package io.fumikura.core.internal.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.Sql;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailsTest {

    @TempDir
    Path folder;

    private Transactions transactions;
    private Secrets secrets;
    private Mails mails;
    private final AtomicInteger told = new AtomicInteger();

    @BeforeEach
    void open() {
        transactions = TestDatabase.H2.create(folder).open();
        secrets = new Secrets(folder);
        mails = new Mails(transactions, secrets);
        mails.onPut(told::incrementAndGet);
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    static MailDraft draft(String to) {
        return new MailDraft(
                null, to, Locale.JAPANESE, "initial-password", Map.of("name", "佐倉", "password", "pass-1", "expires", "明日"), true);
    }

    private List<String> stored(String column) {
        return transactions.read(entities -> Sql.query(entities, "select " + column + " from mail", row -> row.getString(1)));
    }

    @Test
    void tellsTheSenderAfterTheCommit() {
        transactions.run(entities -> {
            mails.put(entities, draft("sakura@example.com"));
            assertThat(told).hasValue(0);
        });
        assertThat(told).hasValue(1);
        assertThat(stored("state")).containsExactly("QUEUED");
    }

    @Test
    void goesWithTheTransactionOfTheAction() {
        assertThatThrownBy(() -> transactions.run(entities -> {
                    mails.put(entities, draft("sakura@example.com"));
                    throw new IllegalStateException("the action fails");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(stored("state")).isEmpty();
        assertThat(told).hasValue(0);
    }

    @Test
    void keepsSubjectAndTextEncrypted() {
        UUID id = transactions.required(entities -> mails.put(entities, draft("sakura@example.com")));
        String subject = stored("subject_encrypted").get(0);
        String text = stored("text_encrypted").get(0);
        assertThat(text).doesNotContain("pass-1").doesNotContain("佐倉");
        assertThat(secrets.decrypt(subject, Mails.context(id))).isEqualTo("【文蔵】初回ログインパスワードのお知らせ");
        assertThat(secrets.decrypt(text, Mails.context(id))).contains("佐倉 様", "初回ログインパスワード: pass-1");
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> transactions.run(entities -> mails.put(entities, draft("sakura@example.com\r\nBcc: x@example.com"))))
                .isInstanceOfSatisfying(PlatformException.class, e -> assertThat(e.code()).isEqualTo("mail.address"));
        assertThat(stored("state")).isEmpty();
    }

    @Test
    void refusesValuesThatDoNotFitTheTemplate() {
        var wrong = new MailDraft(null, "sakura@example.com", Locale.ENGLISH, "initial-password", Map.of("name", "x"), true);
        assertThatIllegalArgumentException().isThrownBy(() -> transactions.run(entities -> mails.put(entities, wrong)));
    }
}
