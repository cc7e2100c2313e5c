package io.fumikura.tsa.rfc3161;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.fumikura.signing.spi.TimeStampException;
import java.lang.annotation.Annotation;
import java.security.MessageDigest;
import java.util.Base64;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTimeStampAuthorityTest {

    private StampServer server;

    @BeforeEach
    void start() throws Exception {
        server = new StampServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private record Settings(String url, String user, String password, String policy, int seconds)
            implements HttpTimeStampAuthority.Config {

        @Override
        public Class<? extends Annotation> annotationType() {
            return HttpTimeStampAuthority.Config.class;
        }
    }

    private HttpTimeStampAuthority authority() {
        return new HttpTimeStampAuthority(new Settings(server.url(), "", "", "", 10));
    }

    private static byte[] hash(String algorithm) throws Exception {
        return MessageDigest.getInstance(algorithm).digest("履歴".getBytes("UTF-8"));
    }

    private void assertRefused() throws Exception {
        byte[] hash = hash("SHA-256");
        assertThatThrownBy(() -> authority().stamp("SHA-256", hash))
                .isInstanceOf(TimeStampException.class)
                .hasMessageContaining("127.0.0.1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SHA-256", "SHA-384", "SHA-512"})
    void bringsATokenOverTheHash(String algorithm) throws Exception {
        var token = new TimeStampToken(new CMSSignedData(authority().stamp(algorithm, hash(algorithm))));

        assertThat(token.getTimeStampInfo().getMessageImprintDigest()).isEqualTo(hash(algorithm));
        assertThat(token.getTimeStampInfo().getPolicy().getId()).isEqualTo(StampServer.POLICY);
        assertThat(token.getCertificates().getMatches(token.getSID())).hasSize(1);
    }

    @Test
    void showsUserAndPassword() throws Exception {
        server.wantedAuthorization = "Basic " + Base64.getEncoder().encodeToString("fumikura:秘密".getBytes("UTF-8"));
        assertRefused();
        var known = new HttpTimeStampAuthority(new Settings(server.url(), "fumikura", "秘密", StampServer.POLICY, 10));
        assertThat(known.stamp("SHA-256", hash("SHA-256"))).isNotEmpty();
    }

    @Test
    void refusesAStampOfAnotherHash() throws Exception {
        server.misunderstanding = StampServer.other(true);
        assertRefused();
    }

    @Test
    void refusesAnAnswerToAnotherRequest() throws Exception {
        server.misunderstanding = StampServer.other(false);
        assertRefused();
    }

    @Test
    void refusesAStampWithoutTheCertificate() throws Exception {
        server.withCertificate = false;
        assertRefused();
    }

    @Test
    void refusesASpoiltSignature() throws Exception {
        server.spoiling = answer -> {
            byte[] spoilt = answer.clone();
            spoilt[spoilt.length - 5] ^= 1;
            return spoilt;
        };
        assertRefused();
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 404, 500})
    void refusesAnotherStatus(int status) throws Exception {
        server.status = status;
        assertRefused();
    }

    @Test
    void refusesWhatIsNoAnswer() throws Exception {
        server.spoiling = answer -> "<html>busy</html>".getBytes();
        assertRefused();
    }

    @Test
    void saysThatNobodyAnswers() throws Exception {
        server.close();
        assertRefused();
    }

    @Test
    void refusesASettingThatIsNoAddress() {
        assertThatThrownBy(() -> new HttpTimeStampAuthority(new Settings("tsa.example.com", "", "", "", 10)))
                .hasMessageContaining("io.fumikura.tsa.rfc3161.cfg");
    }
}
