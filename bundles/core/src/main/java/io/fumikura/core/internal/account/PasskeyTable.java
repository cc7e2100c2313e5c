package io.fumikura.core.internal.account;

import com.yubico.webauthn.CredentialRepository;
import com.yubico.webauthn.RegisteredCredential;
import com.yubico.webauthn.data.AuthenticatorTransport;
import com.yubico.webauthn.data.ByteArray;
import com.yubico.webauthn.data.PublicKeyCredentialDescriptor;
import com.yubico.webauthn.data.exception.Base64UrlException;
import io.fumikura.account.Passkeys.Passkey;
import io.fumikura.core.internal.persistence.Sql;
import jakarta.persistence.EntityManager;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The passkeys of all users, in one transaction. A user's handle is the bytes of the id: random, and it tells nothing about the person. */
final class PasskeyTable implements CredentialRepository {

    private final EntityManager entities;

    PasskeyTable(EntityManager entities) {
        this.entities = entities;
    }

    static boolean has(EntityManager entities, UUID user) {
        return count(entities, user) > 0;
    }

    static int count(EntityManager entities, UUID user) {
        return Sql.query(entities, "select count(*) from passkey where user_id = ?", row -> row.getInt(1), user).get(0);
    }

    static List<Passkey> of(EntityManager entities, UUID user) {
        return Sql.query(
                entities,
                "select id, name, created, last_used from passkey where user_id = ? order by created, id",
                row -> new Passkey(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Sql.instant(row, "created"),
                        row.getObject("last_used") == null ? Optional.empty() : Optional.of(Sql.instant(row, "last_used"))),
                user);
    }

    /** Whose passkey it is. */
    static Optional<UUID> owner(EntityManager entities, ByteArray credential) {
        return Sql.query(
                        entities,
                        "select user_id from passkey where credential_id = ?",
                        row -> row.getObject("user_id", UUID.class),
                        credential.getBase64Url())
                .stream()
                .findFirst();
    }

    static void add(
            EntityManager entities, UUID user, PublicKeyCredentialDescriptor credential, ByteArray publicKey, long counter, String name, Instant now) {
        String transports = credential.getTransports().orElse(new java.util.TreeSet<>()).stream()
                .map(AuthenticatorTransport::getId)
                .filter(id -> id.matches("[a-z-]{1,20}"))
                .limit(8)
                .collect(Collectors.joining(" "));
        Sql.update(
                entities,
                "insert into passkey (id, user_id, credential_id, public_key, counter, transports, name, created) values (?, ?, ?, ?, ?, ?, ?, ?)",
                UUID.randomUUID(),
                user,
                credential.getId().getBase64Url(),
                publicKey.getBase64Url(),
                counter,
                transports,
                name,
                now);
    }

    static void used(EntityManager entities, ByteArray credential, long counter, Instant now) {
        Sql.update(
                entities, "update passkey set counter = ?, last_used = ? where credential_id = ?", counter, now, credential.getBase64Url());
    }

    static ByteArray handle(UUID user) {
        return new ByteArray(ByteBuffer.allocate(16)
                .putLong(user.getMostSignificantBits())
                .putLong(user.getLeastSignificantBits())
                .array());
    }

    /** @return empty for a handle that is none of ours */
    static Optional<UUID> user(ByteArray handle) {
        ByteBuffer bytes = ByteBuffer.wrap(handle.getBytes());
        return bytes.remaining() == 16 ? Optional.of(new UUID(bytes.getLong(), bytes.getLong())) : Optional.empty();
    }

    @Override
    public Set<PublicKeyCredentialDescriptor> getCredentialIdsForUsername(String username) {
        return new HashSet<>(Sql.query(
                entities,
                "select p.credential_id, p.transports from passkey p join app_user u on u.id = p.user_id where u.login_key = ?",
                row -> PublicKeyCredentialDescriptor.builder()
                        .id(bytes(row, "credential_id"))
                        .transports(transports(row.getString("transports")))
                        .build(),
                Tokens.key(username)));
    }

    private static Set<AuthenticatorTransport> transports(String stored) {
        return Arrays.stream(stored.split(" ")).filter(id -> !id.isEmpty()).map(AuthenticatorTransport::of).collect(Collectors.toSet());
    }

    @Override
    public Optional<ByteArray> getUserHandleForUsername(String username) {
        return Sql.query(entities, "select id from app_user where login_key = ?", row -> handle(row.getObject("id", UUID.class)), Tokens.key(username))
                .stream()
                .findFirst();
    }

    @Override
    public Optional<String> getUsernameForUserHandle(ByteArray handle) {
        return user(handle).flatMap(user -> Sql.query(
                        entities, "select login_id from app_user where id = ?", row -> row.getString("login_id"), user)
                .stream()
                .findFirst());
    }

    @Override
    public Optional<RegisteredCredential> lookup(ByteArray credential, ByteArray handle) {
        return lookupAll(credential).stream().filter(found -> found.getUserHandle().equals(handle)).findFirst();
    }

    @Override
    public Set<RegisteredCredential> lookupAll(ByteArray credential) {
        return new HashSet<>(Sql.query(
                entities,
                "select credential_id, user_id, public_key, counter from passkey where credential_id = ?",
                row -> RegisteredCredential.builder()
                        .credentialId(bytes(row, "credential_id"))
                        .userHandle(handle(row.getObject("user_id", UUID.class)))
                        .publicKeyCose(bytes(row, "public_key"))
                        .signatureCount(row.getLong("counter"))
                        .build(),
                credential.getBase64Url()));
    }

    private static ByteArray bytes(ResultSet row, String column) throws SQLException {
        try {
            return ByteArray.fromBase64Url(row.getString(column));
        } catch (Base64UrlException e) {
            throw new SQLException("passkey." + column + " is not in base64url", e);
        }
    }
}
