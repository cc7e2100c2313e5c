package io.fumikura.tsa.rfc3161;

import io.fumikura.signing.spi.TimeStampAuthority;
import io.fumikura.signing.spi.TimeStampException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Base64;
import java.util.Collection;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoVerifierBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.bouncycastle.tsp.TimeStampToken;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.ConfigurationPolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/**
 * Asks an authority over HTTP. It exists only while it is configured. An answer that does not belong to the request, is not granted, or is not
 * validly signed by the certificate inside of it is refused.
 */
@Component(configurationPid = "io.fumikura.tsa.rfc3161", configurationPolicy = ConfigurationPolicy.REQUIRE)
@Designate(ocd = HttpTimeStampAuthority.Config.class)
public final class HttpTimeStampAuthority implements TimeStampAuthority {

    private static final int LONGEST = 1 << 20;

    /** Settings. */
    @ObjectClassDefinition(name = "Time stamps: RFC 3161", description = "An authority for time stamps, asked over HTTP.")
    public @interface Config {

        @AttributeDefinition(description = "Address of the authority, http: or https:")
        String url();

        @AttributeDefinition(required = false, description = "User, where the authority wants one")
        String user() default "";

        @AttributeDefinition(required = false, description = "Password of the user")
        String password() default "";

        @AttributeDefinition(required = false, description = "Policy to ask for, as an object identifier; the authority's own without it")
        String policy() default "";

        @AttributeDefinition(description = "Seconds to wait for an answer at most")
        int seconds() default 30;
    }

    private final Config config;
    private final URI address;
    private final HttpClient client;

    @Activate
    public HttpTimeStampAuthority(Config config) {
        this.config = config;
        address = address(config.url());
        client = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(config.seconds()))
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static URI address(String url) {
        URI address = URI.create(url);
        if (address.getHost() == null || !("http".equals(address.getScheme()) || "https".equals(address.getScheme()))) {
            throw new IllegalArgumentException("The setting url of io.fumikura.tsa.rfc3161.cfg is no address of the Web: " + url);
        }
        return address;
    }

    @Override
    public String name() {
        return address.getHost();
    }

    @Override
    public byte[] stamp(String algorithm, byte[] hash) throws TimeStampException {
        try {
            TimeStampRequest request = request(algorithm, hash);
            var answer = new TimeStampResponse(send(request.getEncoded()));
            answer.validate(request);
            TimeStampToken token = answer.getTimeStampToken();
            if (token == null) {
                throw new TimeStampException(name() + " refused: " + answer.getStatusString());
            }
            verify(token);
            return token.getEncoded();
        } catch (TSPException | IOException | OperatorCreationException | CertificateException e) {
            throw new TimeStampException(name() + " gave no valid time stamp: " + e.getMessage(), e);
        }
    }

    private TimeStampRequest request(String algorithm, byte[] hash) throws TimeStampException {
        ASN1ObjectIdentifier digest = switch (algorithm) {
            case "SHA-256" -> NISTObjectIdentifiers.id_sha256;
            case "SHA-384" -> NISTObjectIdentifiers.id_sha384;
            case "SHA-512" -> NISTObjectIdentifiers.id_sha512;
            default -> throw new TimeStampException("There are no time stamps over " + algorithm + ".");
        };
        var generator = new TimeStampRequestGenerator();
        generator.setCertReq(true);
        if (!config.policy().isEmpty()) {
            generator.setReqPolicy(new ASN1ObjectIdentifier(config.policy()));
        }
        return generator.generate(digest, hash, new BigInteger(64, new SecureRandom()));
    }

    private byte[] send(byte[] body) throws IOException, TimeStampException {
        var request = HttpRequest.newBuilder(address)
                .timeout(Duration.ofSeconds(config.seconds()))
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
        if (!config.user().isEmpty()) {
            byte[] both = (config.user() + ":" + config.password()).getBytes(StandardCharsets.UTF_8);
            request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString(both));
        }
        try {
            HttpResponse<InputStream> response = client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                byte[] answer = in.readNBytes(LONGEST);
                if (response.statusCode() != 200) {
                    throw new TimeStampException(name() + " answered with the HTTP status " + response.statusCode() + ".");
                }
                return answer;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TimeStampException("The platform is stopping.", e);
        }
    }

    /** Signed by exactly one certificate in the token, which is for time stamps and was valid at that time. */
    private void verify(TimeStampToken token)
            throws TSPException, OperatorCreationException, CertificateException, TimeStampException {
        Collection<X509CertificateHolder> signers = token.getCertificates().getMatches(token.getSID());
        if (signers.size() != 1) {
            throw new TimeStampException(name() + " did not send the certificate of its signature.");
        }
        token.validate(new JcaSimpleSignerInfoVerifierBuilder().build(signers.iterator().next()));
    }
}
