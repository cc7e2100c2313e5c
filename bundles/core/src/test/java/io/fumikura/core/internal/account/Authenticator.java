package io.fumikura.core.internal.account;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.upokecenter.cbor.CBORObject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.UUID;

/** A device with one passkey and the browser before it, with everything that a thief or a bad page could change. */
final class Authenticator {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int WITH_KEY = 0x40;

    String origin = "https://fumikura.example.com";
    String host = "fumikura.example.com";
    boolean verifies = true;
    int counter;
    private final byte[] id = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    private final KeyPair keys;
    private byte[] user = new byte[0];

    Authenticator() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        keys = generator.generateKeyPair();
    }

    /** What {@code navigator.credentials.create} answers. */
    String create(String options) throws IOException, GeneralSecurityException {
        JsonNode wanted = JSON.readTree(options).get("publicKey");
        user = decoded(wanted.get("user").get("id").asText());
        var data = new ByteArrayOutputStream();
        data.write(data(WITH_KEY));
        data.write(new byte[16]);
        data.write(ByteBuffer.allocate(2).putShort((short) id.length).array());
        data.write(id);
        data.write(coseKey());
        byte[] attestation = CBORObject.NewMap()
                .Add("fmt", "none")
                .Add("attStmt", CBORObject.NewMap())
                .Add("authData", data.toByteArray())
                .EncodeToBytes();
        ObjectNode response = JSON.createObjectNode()
                .put("clientDataJSON", encoded(client("webauthn.create", wanted)))
                .put("attestationObject", encoded(attestation));
        response.putArray("transports").add("internal");
        return credential(response);
    }

    /** What {@code navigator.credentials.get} answers. */
    String get(String options) throws IOException, GeneralSecurityException {
        counter++;
        return sign(JSON.readTree(options).get("publicKey"));
    }

    private String sign(JsonNode wanted) throws IOException, GeneralSecurityException {
        byte[] client = client("webauthn.get", wanted);
        byte[] data = data(0);
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initSign(keys.getPrivate());
        signature.update(data);
        signature.update(sha256(client));
        return credential(JSON.createObjectNode()
                .put("clientDataJSON", encoded(client))
                .put("authenticatorData", encoded(data))
                .put("signature", encoded(signature.sign()))
                .put("userHandle", encoded(user)));
    }

    private String credential(ObjectNode response) {
        ObjectNode credential = JSON.createObjectNode().put("id", encoded(id)).put("rawId", encoded(id)).put("type", "public-key");
        credential.set("response", response);
        credential.putObject("clientExtensionResults");
        return credential.toString();
    }

    private byte[] client(String type, JsonNode wanted) {
        return JSON.createObjectNode()
                .put("type", type)
                .put("challenge", wanted.get("challenge").asText())
                .put("origin", origin)
                .put("crossOrigin", false)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    private byte[] data(int more) throws GeneralSecurityException {
        return ByteBuffer.allocate(37)
                .put(sha256(host.getBytes(StandardCharsets.UTF_8)))
                .put((byte) (PRESENT | (verifies ? VERIFIED : 0) | more))
                .putInt(counter)
                .array();
    }

    private byte[] coseKey() {
        ECPublicKey key = (ECPublicKey) keys.getPublic();
        return CBORObject.NewMap()
                .Add(1, 2)
                .Add(3, -7)
                .Add(-1, 1)
                .Add(-2, coordinate(key.getW().getAffineX().toByteArray()))
                .Add(-3, coordinate(key.getW().getAffineY().toByteArray()))
                .EncodeToBytes();
    }

    private static byte[] coordinate(byte[] number) {
        byte[] even = new byte[32];
        int length = Math.min(32, number.length);
        System.arraycopy(number, number.length - length, even, 32 - length, length);
        return even;
    }

    private static byte[] sha256(byte[] bytes) throws GeneralSecurityException {
        return MessageDigest.getInstance("SHA-256").digest(bytes);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
