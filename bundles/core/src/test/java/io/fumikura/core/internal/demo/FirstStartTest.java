package io.fumikura.core.internal.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.fumikura.account.Client;
import io.fumikura.account.SignInStage;
import io.fumikura.core.internal.account.HashedTokens;
import io.fumikura.core.internal.account.PasswordSignIn;
import io.fumikura.core.internal.account.Sessions;
import io.fumikura.core.internal.account.TenantUsers;
import io.fumikura.core.internal.account.TermsTexts;
import io.fumikura.core.internal.account.PasswordNotices;
import io.fumikura.core.internal.mail.Mails;
import io.fumikura.core.internal.mail.PublicUrl;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.core.internal.persistence.TestDatabase;
import io.fumikura.core.internal.persistence.Transactions;
import io.fumikura.core.internal.plan.Licences;
import io.fumikura.core.internal.plan.Tiers;
import io.fumikura.core.internal.plugin.PluginCalls;
import io.fumikura.core.internal.plugin.Plugins;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstStartTest {

    @TempDir
    Path folder;

    private Transactions transactions;

    @BeforeEach
    void open() {
        transactions = TestDatabase.H2.create(folder).open();
    }

    @AfterEach
    void close() {
        transactions.close();
    }

    private PasswordSignIn signIn(Sessions sessions) {
        return new PasswordSignIn(transactions, sessions, new Licences(transactions, new Tiers(new Plugins(), new PluginCalls())));
    }

    private PasswordNotices notices() {
        return new PasswordNotices(
                new Mails(transactions, new Secrets(folder.resolve("keys"))), new PublicUrl("http://localhost"));
    }

    @Test
    void twoDemonstrationCompaniesCanSignInWithThePasswordsOfTheFile() throws Exception {
        new FirstStart(true, folder, transactions).fill();
        Path file = folder.resolve("demo-accounts.json");
        JsonNode accounts = new ObjectMapper().readTree(file.toFile());
        var sessions = new Sessions(transactions, new TermsTexts(false, folder));
        var signIn = signIn(sessions);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-------");
        assertThat(accounts).hasSize(7);
        assertThat(accounts.get(6).get("permissions")).hasSize(1).first().hasToString("\"OPERATOR\"");
        for (JsonNode account : accounts) {
            assertThat(account.get("password").asText()).hasSize(20);
            var session = signIn.signIn(account.get("login").asText(), account.get("password").asText(), false, new Client("192.0.2.1", ""));
            var caller = signIn.caller(session.token(), "r").orElseThrow();
            assertThat(caller.permissions()).hasSize(account.get("permissions").size());
            assertThat(new TenantUsers(transactions, sessions, notices()).profile(caller).tenantName()).isEqualTo(account.get("tenant").asText());
        }
        String token = accounts.get(0).get("token").asText();
        assertThat(new HashedTokens(transactions).caller(token, "r")).map(c -> c.name()).contains(accounts.get(0).get("name").asText());
    }

    @Test
    void aSecondStartChangesNothing() throws Exception {
        new FirstStart(true, folder, transactions).fill();
        String first = Files.readString(folder.resolve("demo-accounts.json"));
        new FirstStart(true, folder, transactions).fill();
        new FirstStart(false, folder, transactions).fill();

        assertThat(folder.resolve("demo-accounts.json")).hasContent(first);
        assertThat(folder.resolve("first-administrator.json")).doesNotExist();
    }

    @Test
    void withoutDemonstrationThereIsOneAdministrator() throws Exception {
        new FirstStart(false, folder, transactions).fill();
        JsonNode accounts = new ObjectMapper().readTree(folder.resolve("first-administrator.json").toFile());

        assertThat(accounts).hasSize(1);
        assertThat(accounts.get(0).get("tenant").asText()).isEqualTo("default");
        var signIn = signIn(new Sessions(transactions, new TermsTexts(false, folder)));
        var session = signIn.signIn("administrator", accounts.get(0).get("password").asText(), false, new Client("192.0.2.1", ""));
        assertThat(signIn.stage(session.token())).contains(SignInStage.PASSWORD_CHANGE);
    }
}
