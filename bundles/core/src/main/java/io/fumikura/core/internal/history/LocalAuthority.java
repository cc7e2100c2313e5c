package io.fumikura.core.internal.history;

import io.fumikura.core.internal.persistence.PrivateFile;
import io.fumikura.core.internal.persistence.Secrets;
import io.fumikura.signing.spi.TimeStampAuthority;
import io.fumikura.signing.spi.TimeStampException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/**
 * The platform's own time stamp authority, for as long as there is no other: it proves to whoever trusts this installation's key and clock. The key
 * is made at the first start; the file {@code time-stamp.key} beside the other keys belongs into the backup.
 */
final class LocalAuthority implements TimeStampAuthority {

    /** Of a policy that nobody has published; under the arc for UUIDs (ITU-T X.667). */
    private static final String POLICY = "2.25.251130284218973471095518320913045427209";

    private static final String ALGORITHM = "SHA256withECDSA";
    private static final Duration LIFE = Duration.ofDays(30 * 365L);
    private static final String CONTEXT = "time-stamp";

    private final PrivateKey key;
    private final X509Certificate certificate;
    private final Clock clock;

    /** @throws IllegalStateException when the key can't be read or made */
    LocalAuthority(Secrets secrets, Clock clock) {
        this.clock = clock;
        Path file = secrets.folder().resolve("time-stamp.key");
        try {
            if (!Files.exists(file)) {
                PrivateFile.write(file, make(secrets).getBytes(StandardCharsets.US_ASCII));
            }
            List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
            byte[] encoded = Base64.getDecoder().decode(secrets.decrypt(lines.get(0), CONTEXT));
            key = KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(encoded));
            certificate = (X509Certificate) CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(Base64.getDecoder().decode(lines.get(1))));
        } catch (IOException | GeneralSecurityException | OperatorCreationException | RuntimeException e) {
            throw new IllegalStateException("The key for time stamps " + file + " can't be read; restore it from the backup.", e);
        }
    }

    private String make(Secrets secrets) throws GeneralSecurityException, CertIOException, OperatorCreationException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        KeyPair pair = generator.generateKeyPair();
        Instant now = clock.instant();
        var name = new X500Name("CN=Fumikura time stamps of this installation");
        var builder = new JcaX509v3CertificateBuilder(
                name, random(), Date.from(now.minus(Duration.ofDays(1))), Date.from(now.plus(LIFE)), name, pair.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
        X509Certificate made = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder(ALGORITHM).build(pair.getPrivate())));
        var base64 = Base64.getEncoder();
        String sealed = secrets.encrypt(base64.encodeToString(pair.getPrivate().getEncoded()), CONTEXT);
        return sealed + "\n" + base64.encodeToString(made.getEncoded()) + "\n";
    }

    private static BigInteger random() {
        return new BigInteger(127, new SecureRandom()).setBit(126);
    }

    @Override
    public String name() {
        return "Fumikura";
    }

    @Override
    public byte[] stamp(String algorithm, byte[] hash) throws TimeStampException {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var signer = new JcaSimpleSignerInfoGeneratorBuilder().build(ALGORITHM, key, certificate);
            var tokens = new TimeStampTokenGenerator(
                    signer,
                    digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    new ASN1ObjectIdentifier(POLICY));
            tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            var requests = new TimeStampRequestGenerator();
            requests.setCertReq(true);
            var request = requests.generate(digest(algorithm), hash, random());
            return tokens.generate(request, random(), Date.from(clock.instant())).getEncoded();
        } catch (TSPException | IOException | GeneralSecurityException | OperatorCreationException e) {
            throw new TimeStampException("The platform's own time stamp could not be made: " + e.getMessage(), e);
        }
    }

    private static ASN1ObjectIdentifier digest(String algorithm) throws TimeStampException {
        return switch (algorithm) {
            case "SHA-256" -> NISTObjectIdentifiers.id_sha256;
            case "SHA-384" -> NISTObjectIdentifiers.id_sha384;
            case "SHA-512" -> NISTObjectIdentifiers.id_sha512;
            default -> throw new TimeStampException("There are no time stamps over " + algorithm + ".");
        };
    }
}
