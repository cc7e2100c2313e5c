package io.fumikura.core.internal.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.account.Caller;
import io.fumikura.account.Session;
import io.fumikura.account.SignInStage;
import io.fumikura.account.TermsSteps.Document;
import io.fumikura.account.TermsSteps.Terms;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.Sql;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class TermsTest extends AccountTest {

    private TermsTexts texts;
    private RecordedConsents consents;
    private Caller hanako;
    private int published;

    @Override
    TermsTexts terms() {
        texts = new TermsTexts(true, folder.resolve("terms"));
        return texts;
    }

    @BeforeEach
    void hire() {
        consents = new RecordedConsents(new StepLock(transactions, sessions, licences()), sessions, texts);
        hanako = hire("花子");
    }

    private Session enter() {
        return enter(hanako);
    }

    private SignInStage stage(Session session) {
        return signIn.stage(session.token()).orElseThrow();
    }

    private Session agreeToAll() {
        Session session = enter();
        while (stage(session) == SignInStage.TERMS) {
            Terms next = consents.pending(session.token()).get(0);
            session = consents.agree(session.token(), next.document(), next.version());
        }
        return session;
    }

    @Test
    void threeDocumentsAreAgreedToOneAfterTheOther() {
        Session session = enter();
        assertThat(stage(session)).isEqualTo(SignInStage.TERMS);
        assertThat(signIn.caller(session.token(), "r")).isEmpty();
        assertThat(consents.pending(session.token())).extracting(Terms::document).containsExactly(Document.values());
        assertThat(consents.pending(session.token())).allSatisfy(terms -> {
            assertThat(terms.version()).isEqualTo("1");
            assertThat(terms.text()).startsWith("# ").hasSizeGreaterThan(100);
        });

        assertThat(stage(agreeToAll())).isEqualTo(SignInStage.FULL);
        assertThat(stage(enter())).as("nothing is asked twice").isEqualTo(SignInStage.FULL);
    }

    @Test
    void agreeingShowsNotWhoSitsThere() {
        Session session = enter();
        Instant confirmed = sessions.find(session.token()).orElseThrow().confirmed;
        now = now.plusSeconds(60);
        Terms first = consents.pending(session.token()).get(0);

        Session next = consents.agree(session.token(), first.document(), first.version());

        assertThat(sessions.find(next.token()).orElseThrow().confirmed).isNotNull().isEqualTo(confirmed);
    }

    @Test
    void eachConsentIsRecordedWithTheTextThatWasShown() {
        Session session = enter();
        Terms first = consents.pending(session.token()).get(0);
        consents.agree(session.token(), first.document(), first.version());

        List<String> rows = transactions.read(entities -> Sql.query(
                entities,
                "select document, version, text_language, text_sha256, address from consent",
                row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3) + " " + row.getString(4) + " " + row.getString(5)));
        assertThat(rows).containsExactly("PLATFORM 1 ja " + Tokens.hash(first.text()) + " 192.0.2.1");
        List<String> actions = transactions.read(entities ->
                Sql.query(entities, "select action from history_entry order by sequence", row -> row.getString(1)));
        assertThat(actions).contains("terms.agreed");
    }

    @Test
    void aNewVersionAsksAgain() throws Exception {
        agreeToAll();
        Files.createDirectories(folder.resolve("terms"));
        Files.writeString(folder.resolve("terms/application.ja.txt"), "Version: 2026-04\n\n# 1. 自社の規約\n本文\n");

        Session session = enter();

        assertThat(consents.pending(session.token()))
                .containsExactly(new Terms(Document.APPLICATION, "2026-04", "# 1. 自社の規約\n本文"));
        assertThat(code(() -> consents.agree(session.token(), Document.APPLICATION, "1"))).isEqualTo("terms.changed");
        assertThat(stage(consents.agree(session.token(), Document.APPLICATION, "2026-04"))).isEqualTo(SignInStage.FULL);
    }

    private void publish(String version) throws Exception {
        Files.createDirectories(folder.resolve("terms"));
        Path file = folder.resolve("terms/application.ja.txt");
        Files.writeString(file, "Version: " + version + "\n\n# 1. 自社の規約\n本文\n");
        Files.setLastModifiedTime(file, FileTime.from(Instant.parse("2026-04-01T00:00:00Z").plusSeconds(published++)));
    }

    @Test
    void aNewVersionAsksSessionsThatAreOpenAtTheirNextRequest() throws Exception {
        Session kept = agreeToAll();
        Session other = agreeToAll();
        assertThat(signIn.caller(kept.token(), "r")).isPresent();
        publish("2026-04");

        assertThat(signIn.caller(kept.token(), "r")).isEmpty();
        assertThat(stage(kept)).isEqualTo(SignInStage.TERMS);
        assertThat(consents.pending(kept.token())).extracting(Terms::version).containsExactly("2026-04");
        Session full = consents.agree(kept.token(), Document.APPLICATION, "2026-04");
        assertThat(signIn.caller(full.token(), "r")).isPresent();
        assertThat(signIn.caller(other.token(), "r")).as("the user has agreed").isPresent();
    }

    @Test
    void aNewVersionDoesNotStopApiTokens() throws Exception {
        Session session = agreeToAll();
        var tokens = new HashedTokens(transactions);
        String secret = tokens.create(present(session), "連携").secret();
        publish("2026-04");

        assertThat(tokens.caller(secret, "r")).isPresent();
        assertThat(signIn.caller(session.token(), "r")).isEmpty();
    }

    @Test
    void aTextThatCannotBeReadStopsNobodyWhoIsIn() throws Exception {
        Session session = agreeToAll();
        Files.createDirectories(folder.resolve("terms"));
        Files.writeString(folder.resolve("terms/access.ja.txt"), "本文だけ");

        assertThat(signIn.caller(session.token(), "r")).isPresent();
    }

    @Test
    void whoeverRefusesIsSignedOut() {
        Session session = enter();
        consents.refuse(session.token());

        assertThat(signIn.stage(session.token())).isEmpty();
        assertThat(code(() -> consents.pending(session.token()))).isEqualTo("signin.required");
        assertThat(stage(enter())).isEqualTo(SignInStage.TERMS);
    }

    @Test
    void peopleReadTheTermsInTheirLanguage() {
        transactions.run(entities -> entities.find(UserRow.class, hanako.user().value()).language = "en");

        assertThat(consents.pending(enter().token()).get(0).text()).contains("About these terms");
    }

    @Test
    void aTextWithoutAVersionIsRefusedByName() {
        assertThatThrownBy(() -> TermsTexts.parse(Document.ACCESS, "本文だけ", "etc/terms/access.ja.txt"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("etc/terms/access.ja.txt");
    }

    @Test
    void troubleWithATextIsOverWhenItIsSoundAgain() throws Exception {
        UserRow user = transactions.read(entities -> entities.find(UserRow.class, hanako.user().value()));
        Path own = folder.resolve("terms").resolve("platform.ja.txt");
        Files.createDirectories(own.getParent());
        Files.writeString(own, "no version");
        assertThat(texts.versions(user)).isEmpty();
        assertThat(texts.trouble(Locale.JAPANESE)).hasValueSatisfying(message -> assertThat(message).contains("platform.ja.txt"));

        Files.writeString(own, "Version: 9\nText");
        Files.setLastModifiedTime(own, FileTime.from(Instant.now().plusSeconds(60)));

        assertThat(texts.versions(user)).isPresent();
        assertThat(texts.trouble(Locale.JAPANESE)).isEmpty();
    }
}
