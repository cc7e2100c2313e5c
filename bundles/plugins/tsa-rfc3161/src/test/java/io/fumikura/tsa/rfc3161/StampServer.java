package io.fumikura.tsa.rfc3161;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.cert.jcajce.JcaCertStore;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.cms.jcajce.JcaSimpleSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.bouncycastle.tsp.TSPAlgorithms;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponseGenerator;
import org.bouncycastle.tsp.TimeStampTokenGenerator;

/** A real time stamp authority on a real HTTP server, whose answers a test may spoil. */
final class StampServer implements AutoCloseable {

    static final String POLICY = "1.3.6.1.4.1.13762.3";

    private final HttpServer server;
    private final KeyPair pair;
    private final X509Certificate certificate;
    volatile int status = 200;
    volatile boolean withCertificate = true;
    volatile String wantedAuthorization = "";
    /** What is stamped instead of the request. */
    volatile UnaryOperator<TimeStampRequest> misunderstanding = request -> request;
    volatile UnaryOperator<byte[]> spoiling = answer -> answer;

    StampServer() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(256);
        pair = generator.generateKeyPair();
        Instant now = Instant.now();
        var name = new X500Name("CN=Test authority");
        var builder = new JcaX509v3CertificateBuilder(
                name, BigInteger.TEN, Date.from(now.minus(Duration.ofDays(1))), Date.from(now.plus(Duration.ofDays(1))), name, pair.getPublic());
        builder.addExtension(Extension.extendedKeyUsage, true, new ExtendedKeyUsage(KeyPurposeId.id_kp_timeStamping));
        certificate = new JcaX509CertificateConverter()
                .getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/tsa", this::answer);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/tsa";
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] query = exchange.getRequestBody().readAllBytes();
            String authorization = exchange.getRequestHeaders().getFirst("Authorization");
            boolean known = wantedAuthorization.isEmpty() || wantedAuthorization.equals(authorization);
            boolean asked = "application/timestamp-query".equals(exchange.getRequestHeaders().getFirst("Content-Type"));
            byte[] answer = spoiling.apply(respond(misunderstanding.apply(new TimeStampRequest(query))));
            exchange.getResponseHeaders().set("Content-Type", "application/timestamp-reply");
            exchange.sendResponseHeaders(!asked ? 415 : known ? status : 401, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private byte[] respond(TimeStampRequest request) {
        try {
            var digests = new JcaDigestCalculatorProviderBuilder().build();
            var tokens = new TimeStampTokenGenerator(
                    new JcaSimpleSignerInfoGeneratorBuilder().build("SHA256withECDSA", pair.getPrivate(), certificate),
                    digests.get(new AlgorithmIdentifier(NISTObjectIdentifiers.id_sha256)),
                    new ASN1ObjectIdentifier(POLICY));
            if (withCertificate) {
                tokens.addCertificates(new JcaCertStore(List.of(certificate)));
            }
            return new TimeStampResponseGenerator(tokens, TSPAlgorithms.ALLOWED)
                    .generate(request, BigInteger.valueOf(7), new Date())
                    .getEncoded();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** A request like another one, over another hash or with another nonce. */
    static UnaryOperator<TimeStampRequest> other(boolean hash) {
        return request -> {
            byte[] imprint = request.getMessageImprintDigest().clone();
            imprint[0] ^= hash ? (byte) 1 : 0;
            var generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            return generator.generate(
                    request.getMessageImprintAlgOID(), imprint, hash ? request.getNonce() : request.getNonce().add(BigInteger.ONE));
        };
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
