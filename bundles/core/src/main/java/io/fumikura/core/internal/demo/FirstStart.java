package io.fumikura.core.internal.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fumikura.account.PlatformException;
import io.fumikura.core.internal.account.HashedTokens;
import io.fumikura.core.internal.account.PasswordHash;
import io.fumikura.core.internal.account.Tokens;
import io.fumikura.core.internal.model.TenantRow;
import io.fumikura.core.internal.model.UserRow;
import io.fumikura.core.internal.persistence.DataFolder;
import io.fumikura.core.internal.persistence.PrivateFile;
import io.fumikura.core.internal.persistence.Transactions;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fills an empty database with accounts whose passwords are random and stand in a file that only the platform's account may read: {@code
 * demo-accounts.json} with two demonstration companies and an operator, or {@code first-administrator.json}, whose password must be changed at the first sign-in. The
 * file is on disk before the accounts exist.
 */
@Component(service = {}, configurationPid = "io.fumikura.core")
public final class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);
    private static final int PASSWORD = 20;
    private static final long PAUSE_MILLIS = 2000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Transactions transactions;
    private final boolean demo;
    private final Path folder;
    private volatile boolean stopped;
    private final Thread thread = new Thread(this::untilDone, "fumikura-first-start");

    public @interface Config {
        /** Whether an empty database gets the demonstration companies. */
        boolean demo() default false;
    }

    @Activate
    public FirstStart(Config config, @Reference Transactions transactions) {
        this(config.demo(), DataFolder.path(), transactions);
        thread.start();
    }

    FirstStart(boolean demo, Path folder, Transactions transactions) {
        this.demo = demo;
        this.folder = folder;
        this.transactions = transactions;
        thread.setDaemon(true);
    }

    @Deactivate
    void stop() {
        stopped = true;
    }

    private void untilDone() {
        while (!stopped) {
            try {
                fill();
                return;
            } catch (PlatformException unavailable) {
                pause();
            } catch (RuntimeException e) {
                LOG.error("The first accounts could not be made: {}", e.getMessage(), e);
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Fills the database if it holds no tenant. */
    void fill() {
        transactions.run(entities -> {
            Long tenants = entities.createQuery("select count(t) from TenantRow t", Long.class).getSingleResult();
            if (tenants == 0) {
                ArrayNode accounts = JSON.createArrayNode();
                (demo ? FirstTenant.demonstration() : FirstTenant.productive())
                        .forEach(tenant -> found(entities, tenant, accounts));
                write(accounts);
            }
        });
    }

    private void write(ArrayNode accounts) {
        Path file = folder.resolve(demo ? "demo-accounts.json" : "first-administrator.json");
        try {
            PrivateFile.write(file, accounts.toPrettyString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("The file " + file + " can't be written.", e);
        }
        LOG.info("The first accounts and their passwords stand in {}.", file);
    }

    private void found(EntityManager entities, FirstTenant tenant, ArrayNode accounts) {
        var row = new TenantRow();
        row.id = UUID.randomUUID();
        row.code = tenant.code();
        row.loginPattern = "{code}-{number}";
        row.name = tenant.name();
        row.plan = "business";
        row.timeZone = "Asia/Tokyo";
        row.ownNames = tenant.ownNames();
        row.ownNumbers = tenant.ownNumbers();
        row.created = Instant.now();
        entities.persist(row);
        entities.flush();
        tenant.people().forEach(person -> hire(entities, row, person, accounts));
    }

    private void hire(EntityManager entities, TenantRow tenant, FirstAccount person, ArrayNode accounts) {
        String password = Tokens.randomPassword(PASSWORD);
        var user = new UserRow();
        user.id = UUID.randomUUID();
        user.tenant = tenant.id;
        user.loginId = person.login();
        user.loginKey = Tokens.key(person.login());
        user.name = person.name();
        user.mail = person.mail();
        user.mailKey = Tokens.key(person.mail());
        user.passwordHash = PasswordHash.of(password);
        user.mustChangePassword = !demo;
        List<String> permissions = person.permissions().stream().map(Enum::name).toList();
        user.permissions = permissions;
        user.language = person.language().getLanguage();
        entities.persist(user);
        entities.flush();
        ObjectNode account = accounts.addObject()
                .put("tenant", tenant.name)
                .put("login", person.login())
                .put("name", person.name())
                .put("password", password);
        permissions.forEach(account.putArray("permissions")::add);
        if (person.withToken()) {
            account.put("token", HashedTokens.create(entities, user.id, "demonstration").secret());
        }
    }
}
